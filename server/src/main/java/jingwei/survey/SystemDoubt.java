package jingwei.survey;

import jingwei.standards.Text;

/// 坐标存疑: what a set of coordinates most likely is, other than what it was declared to be (BDR-08).
///
/// @param kind    sort of doubt; `word()` is what programs compare
/// @param fits    share of the sample that fits the known land when read so, 0 to 1
/// @param before  share that fits as declared
public record SystemDoubt(Kind kind, String likely, double fits, double before) {

    /// The sorts of doubt.
    public enum Kind {
        SWAPPED("coordinates-swapped", "横纵坐标写反了", "the two coordinates are swapped"),
        INTERNET("internet-coordinates", "疑为互联网坐标", "they look like internet coordinates"),
        OTHER_ZONE("other-zone", "疑为相邻投影带的坐标", "they look like coordinates of a neighboring zone"),
        ELSEWHERE("elsewhere", "大多落在本平台范围之外", "most lie outside the platform's land");

        private final String word;
        private final Text text;

        Kind(String word, String zh, String en) {
            this.word = word;
            this.text = Text.of(zh, en);
        }

        public String word() {
            return word;
        }

        public Text text() {
            return text;
        }
    }
}
