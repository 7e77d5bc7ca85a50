package jingwei.geocoding.match;

/// 地名要素: a stretch of the text that is the name of one or more places.
///
/// @param from   index of its first letter
/// @param to     index behind its last letter
/// @param word   the name as the dictionary has it
/// @param places places of that name, each as `place << 3 | use`
/// @param way    how the name was recognized
/// @param weight worth in cutting the text: long and sure names win
record Element(int from, int to, String word, int[] places, Way way, double weight) {

    int length() {
        return to - from;
    }

    /// How a name was recognized; only the first is what stands in the text.
    enum Way {
        WRITTEN(""),
        SIMILAR("按同音或形近字更正"),
        SPELLED("按拼音识别"),
        INITIALS("按拼音首字母识别");

        final String zh;

        Way(String zh) {
            this.zh = zh;
        }
    }
}
