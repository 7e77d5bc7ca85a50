package jingwei.geocoding.index;

import jingwei.geocoding.text.Numeral;
import jingwei.geocoding.text.Written;
import org.jspecify.annotations.Nullable;

/// 门牌号: a door number taken apart: `439`, `439-2`, `甲12`, `12甲`, `439附1号`, `12之3`, `11号院`.
///
/// @param main the number that decides the place along the road
/// @param sub  what follows it, one spelling for all ways of writing: `-2`; `甲` for a stem; blank for none
/// @param end  index behind the number in the text
/// @param marked whether 号, # or the like followed
public record PlateNumber(int main, String sub, int end, boolean marked) {

    private static final String STEMS = "甲乙丙丁戊";
    private static final String[] MARKS = {"号院", "号", "#院", "#", "院", "好", "號"};

    /// The number as the key of the plates of a road.
    public String key() {
        return main + sub;
    }

    public static @Nullable PlateNumber of(String written) {
        return at(Written.of(written), 0);
    }

    /// The door number that begins at the index; null where none does.
    public static @Nullable PlateNumber at(Written text, int from) {
        int at = from;
        String sub = "";
        if (at < text.length() && STEMS.indexOf(text.at(at)) >= 0) {
            sub = String.valueOf(text.at(at++));
        }
        Numeral number = Numeral.at(text, at);
        if (number == null || number.value() < 1 || number.value() != Math.rint(number.value())) {
            return null;
        }
        at = number.end();
        int main = (int) number.value();
        int behind = more(text, at);
        if (behind > at) {
            sub += sub(text, at);
            at = behind;
        }
        if (STEMS.indexOf(text.at(at)) >= 0 && at < text.length() && sub.isEmpty() && endsHere(text, at + 1)) {
            sub = String.valueOf(text.at(at++));
        }
        boolean marked = false;
        for (String mark : MARKS) {
            boolean house = text.startsWith("号楼", at) && text.at(at + 2) != '下' && text.at(at + 2) != '上';
            if (text.startsWith(mark, at) && !house && !text.startsWith("#楼", at)) {
                at += mark.length();
                marked = true;
                break;
            }
        }
        if (marked) {
            behind = more(text, at);
            if (behind > at && sub.isEmpty()) {
                sub = sub(text, at);
                at = behind;
                if (text.startsWith("号", at) && !text.startsWith("号楼", at)) {
                    at++;
                }
            } else if (sub.isEmpty() && STEMS.indexOf(text.at(at)) >= 0 && at < text.length()
                    && (at + 1 >= text.length() || text.breakBefore(at + 1) != 0)) {
                sub = String.valueOf(text.at(at++));
            }
        }
        return new PlateNumber(main, sub, at, marked);
    }

    private static boolean endsHere(Written text, int at) {
        return at >= text.length() || text.startsWith("号", at) || text.startsWith("#", at);
    }

    private static int more(Written text, int at) {
        for (String link : new String[] {"-", "附", "之", "副"}) {
            if (text.startsWith(link, at)) {
                int from = at + 1;
                if (text.at(from) == '附') {
                    from++;
                }
                Numeral number = Numeral.at(text, from);
                if (number != null) {
                    return number.end();
                }
            }
        }
        return at;
    }

    private static String sub(Written text, int at) {
        int from = at + 1;
        if (text.at(from) == '附') {
            from++;
        }
        Numeral number = Numeral.at(text, from);
        return number == null ? "" : "-" + (int) number.value();
    }
}
