package jingwei.geocoding.index;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingwei.geocoding.Place;
import jingwei.geocoding.PlaceKind;
import jingwei.geocoding.Succession;
import jingwei.geocoding.text.Numeral;
import jingwei.geocoding.text.Written;

/// 名称变体: all words under which a place is looked for, each with the way it was come by.
///
/// 办事处 is 街道, 居委会 is 社区, 偃师市 is 偃师区; 中州路 is every 中州东/中/西路; 开元路 is 开元大道. Forms made by rule rank behind the
/// names the gazetteer lists.
public final class NameForms {

    private static final Pattern MEMBER = Pattern.compile("^(.{2,8})[东西南北中](大道|大街|路|街|巷)$");
    private static final List<String> SUBDISTRICT_ENDS = List.of("街道办事处", "办事处", "街道办", "街道");
    private static final List<String> COMMUNITY_ENDS = List.of("社区居民委员会", "社区居委会", "居民委员会", "居委会", "社区");
    private static final List<String> VILLAGE_ENDS = List.of("村村民委员会", "村民委员会", "村委会", "村");
    private static final List<String> DISTRICT_ENDS = List.of("回族区", "自治县", "新区", "区", "县", "市");

    private static final Pattern ROAD_LIKE = Pattern.compile("[路街道巷]$");

    /// What a branch adds behind the name of its firm: 郑州银行洛阳分行 is called 郑州银行.
    private static final Pattern BRANCH = Pattern.compile("(分行|支行|分公司|分店|分院|分校|店)$");
    /// What a shop may be called without: 北京华联超市 is 北京华联.
    private static final Pattern TRADE = Pattern.compile("(超市|购物中心|购物广场|商场|商城|大酒店|酒店|宾馆|饭店|有限公司|集团|公司)$");

    /// 名门世家二期 is called 名门世家.
    private static final Pattern PHASE = Pattern.compile("[一二三四五六1-6]期$");

    /// G310国道 is called G310, 310国道, 国道310.
    private static final Pattern HIGHWAY = Pattern.compile("^(?<letter>[gsxy])?(?<level>国道|省道|县道|乡道)?(?<number>\\d{3,4})(?<end>国道|省道|县道|乡道)?$");
    private static final Map<String, String> LEVELS = Map.of("g", "国道", "s", "省道", "x", "县道", "y", "乡道");

    /// 洛阳市第一中学 is 洛阳一中; shorter than three characters it would be found in every text.
    private static final Pattern ORDINAL = Pattern.compile("第(?<number>[一二三四五六七八九十百\\d]+)(?:高级)?(?<what>中|小)学");

    /// 郑州大学第一附属医院 is 第一附属医院, 一附院.
    private static final Pattern TEACHING = Pattern.compile("第(?<number>[一二三四五六七八九十\\d]+)附属医院$");

    /// What kinds of schools are called behind their name.
    private static final Map<String, String> SCHOOLS = Map.of("师范学院", "师院", "师范大学", "师大", "科技大学", "科大", "理工学院", "理工", "理工大学", "理工",
            "附属医院", "附院");

    /// What everybody calls the banks.
    private static final Map<String, String> BANKS = Map.of("建设银行", "建行", "工商银行", "工行", "农业银行", "农行", "中国银行", "中行", "交通银行", "交行",
            "招商银行", "招行", "邮政储蓄银行", "邮储银行");

    private NameForms() {
    }

    /// Names and aliases of a place, normalized, with their use.
    static Map<String, NameUse> of(Place place, String city) {
        Map<String, NameUse> forms = new LinkedHashMap<>();
        String name = Written.key(place.name());
        put(forms, name, NameUse.NAME);
        for (String alias : place.aliases()) {
            put(forms, Written.key(alias), NameUse.ALIAS);
        }
        for (Succession.FormerName former : place.succession().formerNames()) {
            put(forms, Written.key(former.name()), NameUse.ALIAS);
        }
        if (!place.standardName().isEmpty()) {
            put(forms, Written.key(place.standardName()), NameUse.NAME);
        }
        if (place.kind().isArea()) {
            areas(forms, place.kind(), name);
        } else if (place.kind() == PlaceKind.ROAD) {
            road(forms, name);
        } else {
            spot(forms, place, name, city);
        }
        numbered(forms);
        return forms;
    }

    /// 十一号街坊 is 11号街坊, 道北五路 is 道北5路: a number in a name is written either way.
    private static void numbered(Map<String, NameUse> forms) {
        for (Map.Entry<String, NameUse> form : List.copyOf(forms.entrySet())) {
            for (String other : List.of(Numeral.otherwise(form.getKey()), Numeral.readOut(form.getKey()))) {
                if (!other.equals(form.getKey())) {
                    put(forms, other, form.getValue() == NameUse.LOOSE ? NameUse.LOOSE : NameUse.SHORT);
                }
            }
        }
    }

    private static void areas(Map<String, NameUse> forms, PlaceKind kind, String name) {
        if (kind == PlaceKind.CITY || kind == PlaceKind.DISTRICT) {
            String bare = without(name, DISTRICT_ENDS);
            if (bare.length() >= 2 && !bare.equals(name)) {
                put(forms, bare, NameUse.SHORT);
                if (kind == PlaceKind.DISTRICT) {
                    for (String end : List.of("区", "县", "市")) {
                        put(forms, bare + end, NameUse.SHORT);
                    }
                }
            } else if (name.length() == 2 && kind == PlaceKind.DISTRICT) {
                put(forms, name.charAt(0) + "区", NameUse.LOOSE);
            }
        } else if (kind == PlaceKind.STREET) {
            String bare = without(name, SUBDISTRICT_ENDS);
            if (!bare.equals(name)) {
                SUBDISTRICT_ENDS.forEach(end -> put(forms, bare + end, NameUse.SHORT));
                put(forms, bare + "街办", NameUse.SHORT);
                put(forms, bare + "办", NameUse.SHORT);
                if (bare.length() >= 2) {
                    put(forms, bare, NameUse.LOOSE);
                }
            } else if (name.endsWith("镇") || name.endsWith("乡")) {
                String town = name.substring(0, name.length() - 1);
                put(forms, town + "镇", NameUse.SHORT);
                put(forms, town + "乡", NameUse.SHORT);
                put(forms, name + "政府", NameUse.LOOSE);
                if (town.length() >= 2) {
                    put(forms, town, NameUse.LOOSE);
                }
            }
        } else {
            String bare = without(name, COMMUNITY_ENDS);
            if (!bare.equals(name)) {
                COMMUNITY_ENDS.forEach(end -> put(forms, bare + end, NameUse.SHORT));
                if (bare.length() >= 3 && !ROAD_LIKE.matcher(bare).find()) {
                    put(forms, bare, NameUse.LOOSE);
                }
            } else {
                String village = without(name, VILLAGE_ENDS);
                VILLAGE_ENDS.forEach(end -> put(forms, village + end, NameUse.SHORT));
                put(forms, village + "社区", NameUse.LOOSE);
                if (village.length() >= 2) {
                    put(forms, village, NameUse.LOOSE);
                }
            }
        }
    }

    private static void road(Map<String, NameUse> forms, String name) {
        highway(forms, name);
        Matcher member = MEMBER.matcher(name);
        if (member.matches()) {
            put(forms, member.group(1) + member.group(2), NameUse.GENERIC);
            if (member.group(2).equals("大道") || member.group(2).equals("大街")) {
                put(forms, member.group(1) + member.group(2).charAt(1), NameUse.LOOSE);
            }
        }
        if (name.endsWith("大道") && name.length() > 3) {
            put(forms, name.substring(0, name.length() - 2) + "路", NameUse.LOOSE);
            put(forms, name.substring(0, name.length() - 2) + "大街", NameUse.LOOSE);
            put(forms, name.substring(0, name.length() - 2) + "大路", NameUse.LOOSE);
        } else if (name.endsWith("大街") && name.length() > 3) {
            put(forms, name.substring(0, name.length() - 2) + "街", NameUse.LOOSE);
            put(forms, name.substring(0, name.length() - 2) + "大道", NameUse.LOOSE);
        } else if (name.endsWith("路") && name.length() >= 3) {
            put(forms, name.substring(0, name.length() - 1) + "大道", NameUse.LOOSE);
        } else if (name.endsWith("街") && name.length() >= 3) {
            put(forms, name.substring(0, name.length() - 1) + "大街", NameUse.LOOSE);
        } else if (name.endsWith("胡同") && name.length() > 3) {
            put(forms, name.substring(0, name.length() - 2) + "巷", NameUse.LOOSE);
        }
    }

    /// 公路编号: every way to write the number of a highway.
    private static void highway(Map<String, NameUse> forms, String name) {
        Matcher number = HIGHWAY.matcher(name);
        if (!number.matches()) {
            return;
        }
        String level = number.group("end") != null ? number.group("end") : number.group("level") != null ? number.group("level")
                : LEVELS.get(number.group("letter"));
        if (level != null) {
            String digits = number.group("number");
            String letter = LEVELS.entrySet().stream().filter(one -> one.getValue().equals(level)).map(Map.Entry::getKey).findFirst().orElse("");
            for (String form : List.of(letter + digits, digits + level, level + digits, letter + digits + level)) {
                put(forms, form, NameUse.SHORT);
            }
        }
    }

    private static void shortened(Map<String, NameUse> forms, String name, String city) {
        Matcher school = ORDINAL.matcher(name);
        if (school.find()) {
            String shorter = school.replaceFirst("${number}${what}");
            String bare = city.length() > 1 && shorter.startsWith(city + "市") ? shorter.substring(city.length() + 1) : shorter;
            for (String form : List.of(shorter, bare, city + bare, "市" + bare)) {
                if (form.length() >= 3) {
                    put(forms, form, NameUse.LOOSE);
                }
            }
        }
        Matcher teaching = TEACHING.matcher(name);
        if (teaching.find() && teaching.start() > 0) {
            put(forms, teaching.group(), NameUse.LOOSE);
            put(forms, teaching.group("number") + "附院", NameUse.LOOSE);
        }
        SCHOOLS.forEach((kind, called) -> {
            int at = name.indexOf(kind);
            if (at >= 2) {
                put(forms, name.substring(0, at) + called + name.substring(at + kind.length()), NameUse.LOOSE);
            }
        });
        BANKS.forEach((bank, called) -> {
            if (name.contains(bank) && name.length() > bank.length()) {
                String rest = name.substring(name.indexOf(bank) + bank.length());
                put(forms, called + rest, NameUse.LOOSE);
            }
        });
    }

    private static void spot(Map<String, NameUse> forms, Place place, String name, String city) {
        shortened(forms, name, city);
        if (city.length() > 1 && name.startsWith(city)) {
            String rest = name.substring(city.length());
            rest = rest.startsWith("市") && rest.length() > 3 ? rest.substring(1) : rest;
            if (rest.length() >= 3) {
                put(forms, rest, NameUse.LOOSE);
            }
        } else if (city.length() > 1) {
            put(forms, city + name, NameUse.LOOSE);
        }
        int bracket = Math.max(place.name().indexOf('('), place.name().indexOf('（'));
        if (bracket >= 2) {
            String base = Written.key(place.name().substring(0, bracket));
            if (base.length() >= 3) {
                put(forms, base, NameUse.LOOSE);
            }
        }
        int inside = city.length() > 1 ? name.indexOf(city) : -1;
        if (inside >= 3 && BRANCH.matcher(name).find()) {
            put(forms, name.substring(0, inside), NameUse.LOOSE);
        }
        String bare = TRADE.matcher(name).replaceFirst("");
        if (bare.length() >= 4 && !bare.equals(name)) {
            put(forms, bare, NameUse.LOOSE);
        }
        if (name.endsWith("号街坊")) {
            put(forms, name.replace("号街坊", "街坊"), NameUse.LOOSE);
        }
        String estate = PHASE.matcher(name).replaceFirst("");
        if (estate.length() >= 3 && !estate.equals(name)) {
            put(forms, estate, NameUse.LOOSE);
        }
        if (name.endsWith("住宅小区") && name.length() > 6) {
            put(forms, name.substring(0, name.length() - 4) + "小区", NameUse.LOOSE);
        } else if (name.endsWith("小区") && name.length() > 3) {
            put(forms, name.substring(0, name.length() - 2), NameUse.LOOSE);
        } else if (place.kind() == PlaceKind.QUARTER && name.length() >= 3) {
            put(forms, name + "小区", NameUse.LOOSE);
        }
    }

    private static String without(String name, List<String> ends) {
        for (String end : ends) {
            if (name.endsWith(end) && name.length() > end.length()) {
                return name.substring(0, name.length() - end.length());
            }
        }
        return name;
    }

    private static void put(Map<String, NameUse> forms, String word, NameUse use) {
        forms.putIfAbsent(word, use);
    }
}
