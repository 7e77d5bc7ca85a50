package jingwei.geocoding.text;

import java.text.Normalizer;
import java.util.Locale;

/// 规范文字: a text with widths, cases, traditional forms and variants made equal, and without what carries no meaning.
///
/// Names and questions go through the same door, so that what is equal to a reader is equal to the index. Brackets, commas and
/// blanks are dropped; {@link #breakBefore} remembers where they stood. Hyphens, slashes and `#` stay: they are part of door
/// numbers and of "A / B".
public final class Written {

    private static final String KEPT = "-/&#~、+";

    private final char[] letters;
    private final char[] before;

    private Written(char[] letters, char[] before) {
        this.letters = letters;
        this.before = before;
    }

    public static Written of(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        StringBuilder breaks = new StringBuilder(text.length());
        char dropped = 0;
        String wide = isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        wide = wide.toLowerCase(Locale.ROOT);
        for (int i = 0; i < wide.length(); i++) {
            char it = uniform(wide.charAt(i));
            if (Character.isLetterOrDigit(it) || KEPT.indexOf(it) >= 0) {
                kept.append(Characters.simplified(it));
                breaks.append(dropped);
                dropped = 0;
            } else if (!Character.isWhitespace(it) || dropped == 0) {
                dropped = Character.isWhitespace(it) ? ' ' : it;
            }
        }
        return new Written(kept.toString().toCharArray(), breaks.toString().toCharArray());
    }

    /// The key of a name: letters only.
    public static String key(String name) {
        return new String(of(name).letters);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char it = text.charAt(i);
            if (it > 0x7f && (it < 0x4e00 || it > 0x9fff)) {
                return false;
            }
        }
        return true;
    }

    private static char uniform(char it) {
        return switch (it) {
            case '—', '–', '―', '‐', '‑', '−', '－', 'ー' -> '-';
            case '～', '∼', '〜' -> '~';
            case '〇', '○' -> '零';
            default -> it;
        };
    }

    public int length() {
        return letters.length;
    }

    public char at(int index) {
        return index < 0 || index >= letters.length ? 0 : letters[index];
    }

    public char[] letters() {
        return letters;
    }

    /// What was dropped in front of the letter: a blank, a comma, a bracket, or 0.
    public char breakBefore(int index) {
        return index < 0 || index >= before.length ? 0 : before[index];
    }

    public boolean startsWith(String word, int index) {
        if (index + word.length() > letters.length) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (letters[index + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    public String text(int from, int to) {
        return new String(letters, from, to - from);
    }

    @Override
    public String toString() {
        return new String(letters);
    }
}
