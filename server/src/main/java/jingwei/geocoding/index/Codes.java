package jingwei.geocoding.index;

import java.util.HashMap;
import java.util.Map;
import jingwei.standards.Divisions;
import jingwei.standards.RegionCode;

/// 区划代码沿革: reads codes of different years as codes of the last one, so that 偃师市 (410381) contains what 偃师区 (410307)
/// contains.
///
/// The changes are those of the two editions in the law; a district that ended without a named successor went where most of its
/// subdistricts went.
public final class Codes {

    private static final Map<String, String> NOW = changes();

    private Codes() {
    }

    private static Map<String, String> changes() {
        Map<String, String> now = new HashMap<>();
        Map<String, Map<String, Integer>> votes = new HashMap<>();
        for (Divisions.CodeChange change : Divisions.changes()) {
            RegionCode before = change.code2016();
            RegionCode after = change.code2023();
            if (before == null || after == null || before.equals(after)) {
                continue;
            }
            now.put(before.digits(), after.digits());
            if (before.digits().length() == 9) {
                votes.computeIfAbsent(before.digits().substring(0, 6), key -> new HashMap<>())
                        .merge(after.digits().substring(0, 6), 1, Integer::sum);
            }
        }
        for (Divisions.CodeChange change : Divisions.changes()) {
            RegionCode before = change.code2016();
            if (before != null && before.digits().length() == 6 && change.code2023() == null && votes.containsKey(before.digits())) {
                votes.get(before.digits()).entrySet().stream().max(Map.Entry.comparingByValue())
                        .ifPresent(most -> now.put(before.digits(), most.getKey()));
            }
        }
        return now;
    }

    /// The code as it is written today.
    public static String now(String code) {
        String known = NOW.get(code);
        if (known != null) {
            return known;
        }
        if (code.length() > 6) {
            String district = NOW.get(code.substring(0, 6));
            return district == null ? code : district + code.substring(6);
        }
        return code;
    }

    /// Whether a code is one whose district changed between the editions; its parts may disagree.
    public static boolean changed(String code) {
        return code.length() >= 6 && (NOW.containsKey(code.substring(0, 6)) || NOW.containsValue(code.substring(0, 6))
                || code.startsWith("410371"));
    }
}
