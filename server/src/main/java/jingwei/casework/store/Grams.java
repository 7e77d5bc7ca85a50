package jingwei.casework.store;

import java.util.LinkedHashSet;
import java.util.Set;

/// 二字词: the two-character neighbors of a text, the normal word of a Chinese query. Latin letters count in lower case.
public final class Grams {

    private Grams() {
    }

    /// The distinct neighbors of the text, blanks and punctuation apart.
    public static Set<String> of(String text) {
        Set<String> grams = new LinkedHashSet<>();
        int before = -1;
        for (int point : text.toLowerCase(java.util.Locale.ROOT).codePoints().toArray()) {
            if (!Character.isLetterOrDigit(point)) {
                before = -1;
                continue;
            }
            if (before >= 0) {
                grams.add(Character.toString(before) + Character.toString(point));
            }
            before = point;
        }
        return grams;
    }
}
