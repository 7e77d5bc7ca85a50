package jingwei.geocoding.text;

import org.jspecify.annotations.Nullable;

/// 数字: a number written in Arabic or Chinese figures, and where it ends in the text.
///
/// @param value  at most 999,999
/// @param end    index behind the last figure
/// @param arabic whether it was written in Arabic figures
public record Numeral(double value, int end, boolean arabic) {

    private static final String FIGURES = "零一二三四五六七八九";
    /// 大写数字 as on cheques.
    private static final String FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟";
    private static final String PLAIN = "一二三四五六七八九十百千";

    /// The number that begins at the index; null where none does.
    public static @Nullable Numeral at(Written text, int from) {
        char first = text.at(from);
        return first >= '0' && first <= '9' ? arabic(text, from) : chinese(text, from);
    }

    /// The name with its first number written the other way: 十一号街坊 for 11号街坊; the name itself where it has none.
    public static String otherwise(String name) {
        Written text = Written.of(name);
        for (int at = 0; at < text.length(); at++) {
            Numeral number = at(text, at);
            if (number != null && number.value() == Math.rint(number.value()) && number.value() > 0 && number.value() < 1000) {
                int value = (int) number.value();
                return text.text(0, at) + (number.arabic() ? figures(value) : String.valueOf(value)) + text.text(number.end(), text.length());
            }
        }
        return name;
    }

    /// The name with its first number of three figures or more read out one by one: 三一零国道 for 310国道.
    public static String readOut(String name) {
        Written text = Written.of(name);
        for (int at = 0; at < text.length(); at++) {
            Numeral number = at(text, at);
            if (number != null) {
                StringBuilder out = new StringBuilder();
                text.text(at, number.end()).chars().forEach(it -> out.append(FIGURES.charAt(it >= '0' && it <= '9' ? it - '0' : 0)));
                return number.arabic() && number.end() - at >= 3 ? text.text(0, at) + out + text.text(number.end(), text.length()) : name;
            }
        }
        return name;
    }

    private static String figures(int value) {
        StringBuilder out = new StringBuilder();
        if (value >= 100) {
            out.append(FIGURES.charAt(value / 100)).append('百');
        }
        int rest = value % 100;
        if (rest >= 10) {
            out.append(rest / 10 == 1 && value < 100 ? "" : String.valueOf(FIGURES.charAt(rest / 10))).append('十');
        } else if (rest > 0 && value >= 100) {
            out.append('零');
        }
        return rest % 10 == 0 ? out.toString() : out.append(FIGURES.charAt(rest % 10)).toString();
    }

    private static @Nullable Numeral arabic(Written text, int from) {
        int at = from;
        double value = 0;
        while (text.at(at) >= '0' && text.at(at) <= '9' && at - from < 7
                && (at == from || text.breakBefore(at) == 0 || text.breakBefore(at) == ' ' || text.breakBefore(at) == '.')) {
            if (at > from && text.breakBefore(at) == ' ') {
                break;
            }
            if (at > from && text.breakBefore(at) == '.') {
                double part = 0.1;
                while (text.at(at) >= '0' && text.at(at) <= '9') {
                    value += (text.at(at++) - '0') * part;
                    part /= 10;
                }
                return new Numeral(value, at, true);
            }
            value = value * 10 + text.at(at++) - '0';
        }
        // 1百米, 3千米: figures before a written unit.
        double unit = text.at(at) == '百' ? 100 : text.at(at) == '千' ? 1000 : 1;
        if (unit > 1 && value > 0 && value < 100 && "米m多余来".indexOf(text.at(at + 1)) >= 0) {
            return new Numeral(value * unit, at + 1, true);
        }
        return at - from > 6 ? null : new Numeral(value, at, true);
    }

    private static @Nullable Numeral chinese(Written text, int from) {
        int at = from;
        double total = 0;
        double run = -1;
        boolean units = false;
        if (FORMAL.indexOf(text.at(from)) >= 0 && FORMAL.indexOf(text.at(from + 1)) < 0 && "号栋幢楼#座".indexOf(text.at(from + 1)) < 0) {
            return null;
        }
        while (at - from < 10) {
            char it = plain(text.at(at));
            int figure = it == '两' ? 2 : FIGURES.indexOf(it);
            if (figure >= 0) {
                run = run < 0 || units && !isFigure(text.at(at - 1)) ? figure : run * 10 + figure;
            } else {
                int unit = it == '十' ? 10 : it == '百' ? 100 : it == '千' ? 1000 : 0;
                if (it == '廿' && run < 0) {
                    total += 20;
                    units = true;
                    at++;
                    continue;
                }
                if (unit == 0) {
                    break;
                }
                // 二三十 is between twenty and thirty.
                boolean rough = run > 10 && run < 100 && run % 10 == Math.floor(run / 10) + 1;
                total += (run < 0 ? 1 : rough ? (run % 10 + Math.floor(run / 10)) / 2 : run) * unit;
                run = -1;
                units = true;
            }
            at++;
        }
        if (at == from) {
            return null;
        }
        if (run >= 0) {
            char before = text.at(at - 2);
            // 四百三 is 430, 四百零三 is 403.
            boolean shortened = units && at - from >= 3 && isFigure(text.at(at - 1)) && (before == '百' || before == '千');
            total += shortened ? run * (before == '百' ? 10 : 100) : run;
        }
        return total > 999_999 ? null : new Numeral(total, at, false);
    }

    private static char plain(char it) {
        int formal = FORMAL.indexOf(it);
        return formal < 0 || it == 0 ? it : PLAIN.charAt(formal);
    }

    private static boolean isFigure(char it) {
        return FIGURES.indexOf(it) >= 0 || it == '两';
    }
}
