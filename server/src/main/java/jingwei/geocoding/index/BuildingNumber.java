package jingwei.geocoding.index;

import jingwei.geocoding.text.Numeral;
import jingwei.geocoding.text.Written;
import org.jspecify.annotations.Nullable;

/// 楼号: which building of a quarter: `5号楼`, `5栋`, `5幢`, `5#楼`, `A座`; 单元 and 室 behind it are read and dropped.
///
/// @param key one spelling for all ways of writing, e.g. `5`, `a`
/// @param end index behind building, unit and room
public record BuildingNumber(String key, int end) {

    private static final String[] ENDS = {"号楼", "#楼", "号栋", "号幢", "栋楼", "栋", "幢", "座", "号座", "楼", "haolou"};

    public static @Nullable BuildingNumber at(Written text, int from) {
        int at = from;
        if (text.at(at) == '第') {
            at++;
        }
        String prefix = "";
        boolean letterBefore = text.at(from - 1) >= 'a' && text.at(from - 1) <= 'z';
        if (text.at(at) >= 'a' && text.at(at) <= 'z') {
            prefix = String.valueOf(text.at(at++));
            if (text.at(at) == '区' || text.at(at) == '-') {
                at++;
            }
        } else if ("东西南北甲乙丙丁".indexOf(text.at(at)) >= 0 && at < text.length()) {
            prefix = String.valueOf(text.at(at++));
        }
        Numeral number = Numeral.at(text, at);
        if (number != null) {
            at = number.end();
        } else if (prefix.isEmpty()) {
            return null;
        }
        String key = prefix + (number == null ? "" : String.valueOf((int) number.value()));
        for (String end : ENDS) {
            if (text.startsWith(end, at)) {
                char behind = text.at(at + end.length());
                // 439号楼下 is below the house 439.
                if (end.equals("楼") && number == null || end.equals("号楼") && (behind == '下' || behind == '上')) {
                    return null;
                }
                return new BuildingNumber(key, rooms(text, at + end.length()));
            }
        }
        boolean ends = at >= text.length() || text.breakBefore(at) != 0 || text.startsWith("单元", at + 1);
        return ends && number != null && !prefix.isEmpty() && prefix.charAt(0) <= 'z' && !letterBefore ? new BuildingNumber(key, rooms(text, at)) : null;
    }

    /// The index behind units, floors and rooms that begin there.
    public static int rooms(Written text, int from) {
        int at = from;
        while (at < text.length()) {
            int start = at;
            if (text.at(at) == '-') {
                at++;
            }
            Numeral number = Numeral.at(text, at);
            if (number == null && text.at(at) >= 'a' && text.at(at) <= 'd' && text.startsWith("单元", at + 1)) {
                at += 3;
                continue;
            }
            if (number == null) {
                return start;
            }
            at = number.end();
            boolean named = false;
            for (String end : new String[] {"单元", "门洞", "门栋", "层", "楼", "室", "户", "房"}) {
                if (text.startsWith(end, at)) {
                    at += end.length();
                    named = true;
                    break;
                }
            }
            if (!named && (number.value() < 100 || !number.arabic() || text.at(at) == '米' || text.at(at) == 'm'
                    || text.at(at) == '号')) {
                return start;
            }
        }
        return at;
    }
}
