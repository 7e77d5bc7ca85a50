package jingwei.geocoding.match;

import jingwei.geocoding.index.BuildingNumber;
import jingwei.geocoding.index.PlateNumber;
import jingwei.geocoding.match.Token.Part;
import jingwei.geocoding.text.Numeral;
import jingwei.geocoding.text.Written;
import org.jspecify.annotations.Nullable;

/// 关键词: the words between names: numbers, connectives, crossings, directions, distances, sides.
final class Keywords {

    private static final String[] CROSSINGS = {"交叉路口", "十字路口", "丁字路口", "三岔路口", "岔路口", "红绿灯路口", "交叉口", "交汇处", "交汇口",
        "交会处", "交会口", "相交处", "相交路口", "相交口", "交界处", "交界口", "交界", "交汇", "交会", "交叉处", "交叉点", "交叉", "相交", "交口", "十字口",
        "丁字口", "路口", "街口", "十字", "口", "jiaochalukou", "jiaochakou", "jiaohuichu", "jiaokou", "lukou"};
    private static final String[] JOINS = {"与", "和", "跟", "及", "同", "、", "/", "&", "+", "yu", "he"};
    private static final String[] TOS = {"一直到", "至", "到", "--", "-", "~"};
    private static final String[] FROMS = {"距离", "靠近", "临近", "紧邻", "紧挨", "从", "自", "由", "距", "离", "近", "邻", "临"};
    private static final String[] ALONGS = {"沿着", "沿", "顺着", "顺"};
    private static final String[] STRETCHES = {"路段之间", "之间路段", "之间", "中间", "区间", "区段", "路段", "全段", "段", "间"};
    private static final String[] NEARS = {"斜对面", "斜对过", "正对面", "对面", "对过", "附近", "周边", "周围", "旁边", "旁", "门口", "门前", "大门口", "正门",
        "院内", "楼下", "隔壁", "里面", "内", "后面", "前面", "背后", "处"};
    private static final String[] DIRECTIONS = {"东北", "东南", "西北", "西南", "东", "南", "西", "北", "dongbei", "dongnan", "xibei", "xinan",
        "dong", "nan", "xi", "bei"};
    private static final double[] ANGLES = {45, 135, 315, 225, 90, 180, 270, 0, 45, 135, 315, 225, 90, 180, 270, 0};
    private static final String[] LEADS = {"往", "向", "朝", "以", "偏", "正", "再", "约", "大约", "沿路", "xiang", "wang"};
    private static final String[] TRAILS = {"方向", "方", "侧", "边", "面", "行走", "行进", "行", "走", "部", "去", "大约", "约", "大概", "左右", "不到", "近", "的", "头"};
    private static final String[] ROUGH = {"大约", "约", "大概", "近", "不到", "差不多"};

    private Keywords() {
    }

    /// The word that begins at the index and ends before the limit; never null, OTHER takes one letter.
    static Token at(Written text, int from, int limit) {
        Token found = leg(text, from);
        if (found == null) {
            found = side(text, from);
        }
        if (found == null) {
            found = bareDistance(text, from);
        }
        if (found == null) {
            found = number(text, from);
        }
        if (found == null) {
            found = fixed(text, from);
        }
        return found == null || found.to() > limit ? Token.of(Part.OTHER, from, from + 1) : found;
    }

    private static @Nullable Token leg(Written text, int from) {
        int at = skip(LEADS, text, from);
        int direction = which(DIRECTIONS, text, at);
        if (direction < 0) {
            return null;
        }
        at += DIRECTIONS[direction].length();
        at = skip(TRAILS, text, at);
        Distance distance = distance(text, at);
        return distance == null ? null : Token.leg(from, distance.end, ANGLES[direction], distance.meters);
    }

    private static @Nullable Token bareDistance(Written text, int from) {
        Distance distance = distance(text, skip(ROUGH, text, from));
        if (distance == null) {
            return null;
        }
        int at = distance.end;
        // 50米处以东, 50米路北 with the direction behind: only 以东 and 东侧 say where the distance runs.
        int lead = text.startsWith("以", at) ? at + 1 : at;
        int direction = which(DIRECTIONS, text, lead);
        if (lead > at && direction >= 0) {
            return Token.leg(from, lead + DIRECTIONS[direction].length(), ANGLES[direction], distance.meters);
        }
        return Token.leg(from, at, Double.NaN, distance.meters);
    }

    private record Distance(double meters, int end) {
    }

    private static @Nullable Distance distance(Written text, int from) {
        int at = from;
        double value;
        if (text.at(at) == '半' && (text.startsWith("公里", at + 1) || text.startsWith("里", at + 1))) {
            value = 0.5;
            at++;
        } else {
            Numeral number = Numeral.at(text, at);
            if (number == null) {
                return null;
            }
            value = number.value();
            at = number.end();
            boolean range = "-~至到".indexOf(text.at(at)) >= 0 && at < text.length();
            Numeral most = range ? Numeral.at(text, at + 1) : null;
            if (most != null && most.value() > value && most.value() <= 3 * value) {
                // 50-60米: the middle of what was said.
                value = (value + most.value()) / 2;
                at = most.end();
            }
        }
        if (text.at(at) == '多' || text.at(at) == '余' || text.at(at) == '来') {
            at++;
        }
        double unit;
        if (text.startsWith("公里", at) || text.startsWith("千米", at)) {
            unit = 1000;
            at += 2;
        } else if (text.startsWith("km", at)) {
            unit = 1000;
            at += 2;
        } else if (text.at(at) == '里' && text.at(at + 1) != '面') {
            unit = 500;
            at += 1;
        } else if (text.startsWith("米", at)) {
            unit = 1;
            at += 1;
        } else if (text.startsWith("mi", at) && !isLetter(text.at(at + 2))) {
            unit = 1;
            at += 2;
        } else if (text.at(at) == 'm' && !isLetter(text.at(at + 1))) {
            unit = 1;
            at += 1;
        } else {
            return null;
        }
        if (text.at(at) == '远') {
            at++;
        }
        if (text.startsWith("左右", at)) {
            at += 2;
        } else if (text.startsWith("多", at)) {
            at += 1;
        }
        if (text.startsWith("处", at) || text.startsWith("的", at)) {
            at += 1;
        }
        return value * unit > 20_000 ? null : new Distance(value * unit, at);
    }

    private static boolean isLetter(char it) {
        return it >= 'a' && it <= 'z';
    }

    private static @Nullable Token side(Written text, int from) {
        int at = from;
        boolean lead = false;
        for (String one : new String[] {"马路", "道路", "路", "道", "街", "桥", "院", "楼"}) {
            if (text.startsWith(one, at)) {
                at += one.length();
                lead = true;
                break;
            }
        }
        if (!lead && (text.at(at) == '往' || text.at(at) == '靠' || text.at(at) == '偏' || text.at(at) == '正' || text.at(at) == '以')) {
            at++;
        }
        int direction = which(DIRECTIONS, text, at);
        if (direction < 0 || direction > 7) {
            return null;
        }
        at += DIRECTIONS[direction].length();
        boolean trail = false;
        for (String one : new String[] {"侧", "边", "面", "角", "头", "拐角", "方向", "方", "半幅", "半边", "沿"}) {
            if (text.startsWith(one, at)) {
                at += one.length();
                trail = true;
                break;
            }
        }
        boolean diagonal = direction < 4;
        // 东50米北: a bare direction right behind a distance is the side of the road.
        boolean behind = at > from + 1 || diagonal || from > 0 && "米m处右".indexOf(text.at(from - 1)) >= 0;
        return lead || trail || behind && (at >= text.length() || text.breakBefore(at) != 0)
                ? Token.side(from, at, ANGLES[direction]) : null;
    }

    private static @Nullable Token number(Written text, int from) {
        BuildingNumber building = BuildingNumber.at(text, from);
        if (building != null) {
            return new Token(Part.BUILDING, from, building.end(), null, null, building, Double.NaN, Double.NaN);
        }
        PlateNumber plate = PlateNumber.at(text, from);
        return plate == null ? null
                : new Token(Part.PLATE, from, plate.end(), null, plate, null, Double.NaN, Double.NaN);
    }

    private static @Nullable Token fixed(Written text, int from) {
        Part[] parts = {Part.CROSSING, Part.STRETCH, Part.NEAR, Part.JOIN, Part.TO, Part.FROM, Part.ALONG};
        String[][] words = {CROSSINGS, STRETCHES, NEARS, JOINS, TOS, FROMS, ALONGS};
        for (int i = 0; i < parts.length; i++) {
            int which = which(words[i], text, from);
            if (which >= 0) {
                return Token.of(parts[i], from, from + words[i][which].length());
            }
        }
        return null;
    }

    private static int skip(String[] words, Written text, int from) {
        int at = from;
        for (boolean more = true; more;) {
            int which = which(words, text, at);
            more = which >= 0;
            at += more ? words[which].length() : 0;
        }
        return at;
    }

    private static int which(String[] words, Written text, int at) {
        for (int i = 0; i < words.length; i++) {
            if (text.startsWith(words[i], at)) {
                return i;
            }
        }
        return -1;
    }
}
