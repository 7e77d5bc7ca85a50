package jingwei.benchmark.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jingwei.geocoding.Place;
import jingwei.geocoding.PlaceKind;
import org.jspecify.annotations.Nullable;

/// Makes questions by the grammar of addresses over a drawn city, with the answers the drawing gives.
final class Asker {

    private static final String[] JOINS = {"与", "和", "跟", "、", "/", "&", " ", "", "与"};
    private static final String[] ENDS = {"交叉口", "路口", "口", "交汇处", "交界", "十字", "丁字路口", "", "十字路口", "交叉口"};
    private static final String[] WINDS = {"北", "东", "南", "西"};
    private static final double[][] STEPS = {{0, 1}, {1, 0}, {0, -1}, {-1, 0}};
    private static final String[] BEFORE = {"市民反映：", "有人举报，", "您好，在", "位于", "来电称", "", "热线转来，", "网友反映在"};
    private static final String[] BEHIND = {"有井盖破损", "垃圾无人清运，请尽快处理", "占道经营", "路灯不亮", "有人乱贴小广告", "污水外溢，气味很大", "共享单车乱停放", "，请派人核实"};

    private final DrawnCity city;
    private final Random random;
    private final List<Asked> asked = new ArrayList<>();

    Asker(DrawnCity city, long seed) {
        this.city = city;
        this.random = new Random(seed);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String any(String... list) {
        return list[random.nextInt(list.length)];
    }

    List<Asked> ask(int each) {
        for (int i = 0; i < each; i++) {
            area();
            road();
            plate();
            between();
            sub();
            quarter();
            building();
            spot();
            crossing(false);
            crossing(true);
            offset();
            offset();
            offset();
            walked();
            segment();
            typo();
            spelled();
            trap();
            narrative();
        }
        return asked;
    }

    private String district(String region) {
        Place place = city.areas.stream().filter(area -> area.kind() == PlaceKind.DISTRICT && area.regionCode().equals(region) && area.validTo() == null).findFirst()
                .orElseThrow();
        return place.name();
    }

    /// Area words in front: none, the city, the district, both, short, old or misspelt.
    private String front(String region) {
        String name = district(region);
        return switch (random.nextInt(9)) {
            case 0 -> "洛阳市" + name;
            case 1 -> "河南省洛阳市" + name;
            case 2, 3 -> name;
            case 4 -> "洛阳" + (name.length() > 2 && !name.startsWith("瀍") ? name.substring(0, name.length() - 1) : name);
            case 5 -> name.contains("瀍") ? "廛河区" : name.equals("偃师区") ? "偃师市" : name.equals("孟津区") ? "孟津县" : name + name;
            default -> "";
        };
    }

    private List<Street> main() {
        return city.streets.stream().filter(street -> street.region.compareTo("410306") < 0 || street.region.equals("410311")).toList();
    }

    private List<Street> named(String name) {
        return city.streets.stream().filter(street -> street.name.equals(name)).toList();
    }

    private void area() {
        Place area = any(city.areas);
        String name = area.name();
        if (area.kind() == PlaceKind.CITY) {
            asked.add(Asked.id("area", any("洛阳市", "河南省洛阳市", "洛阳"), area.id()));
            return;
        }
        List<Place> same = city.areas.stream().filter(other -> other.name().equals(name) && other.kind() == area.kind()).toList();
        String front = area.kind() == PlaceKind.DISTRICT ? any("", "洛阳市") : district(area.regionCode());
        if (area.validTo() != null) {
            asked.add(new Asked("area", name, "2015-06-01", new Asked.Wanted.Id(List.of(area.id()))));
            return;
        }
        String said = switch (area.kind()) {
            case STREET -> name.endsWith("街道") ? any(name, name + "办事处", name.substring(0, name.length() - 2) + "办事处", name) : name;
            case COMMUNITY -> name.endsWith("社区") ? any(name, name + "居委会", name) : any(name, name + "委会");
            default -> name;
        };
        boolean unsure = same.stream().filter(other -> other.regionCode().equals(area.regionCode())).count() > 1;
        if (!unsure) {
            asked.add(Asked.id("area", front + said, area.id()));
        }
        if (same.size() > 1 && area.kind() != PlaceKind.DISTRICT) {
            asked.add(new Asked("trap", name, "", new Asked.Wanted.All(same.stream().map(Place::id).toList())));
        }
    }

    private void road() {
        Street street = any(city.streets);
        List<Street> same = named(street.name);
        if (same.size() > 1) {
            asked.add(new Asked("trap", street.name, "", new Asked.Wanted.All(same.stream().map(one -> one.id).toList())));
            asked.add(Asked.id("road", district(street.region) + street.name, street.id));
        } else {
            asked.add(Asked.id("road", any("", "洛阳市") + street.name, street.id));
        }
        Street member = any(main());
        if (!member.family.equals(member.name) && named(member.family).isEmpty()) {
            asked.add(new Asked("trap", member.family, "", new Asked.Wanted.All(city.streets.stream().filter(one -> one.family.equals(member.family)).map(one -> one.id).toList())));
        }
    }

    private String number(int number) {
        return switch (random.nextInt(7)) {
            case 0 -> wide(String.valueOf(number)) + "号";
            case 1 -> chinese(number) + "号";
            case 2 -> number + "#";
            case 3 -> number + "好";
            case 4 -> String.valueOf(number);
            case 5 -> number + "号院";
            default -> number + "号";
        };
    }

    private static String wide(String digits) {
        StringBuilder out = new StringBuilder();
        digits.chars().forEach(it -> out.append((char) (it - '0' + '０')));
        return out.toString();
    }

    static String chinese(int number) {
        String figures = "零一二三四五六七八九";
        if (number >= 1000) {
            return String.valueOf(number);
        }
        String out = "";
        if (number >= 100) {
            out = figures.charAt(number / 100) + "百" + (number % 100 > 0 && number % 100 < 10 ? "零" : "");
        }
        int tens = number / 10 % 10;
        if (tens > 0) {
            out += (tens == 1 && number < 20 ? "" : String.valueOf(figures.charAt(tens))) + "十";
        }
        return number % 10 > 0 ? out + figures.charAt(number % 10) : out;
    }

    private Street.@Nullable Door door(Street street, boolean shown) {
        List<Street.Door> doors = street.doors.stream().filter(door -> door.shown() == shown).toList();
        return doors.isEmpty() ? null : any(doors);
    }

    private void plate() {
        Street street = any(city.streets);
        Street.Door door = door(street, true);
        if (door == null) {
            return;
        }
        boolean several = named(street.name).size() > 1;
        String text = (several ? district(street.region) : front(door.region())) + street.name + number(door.number());
        asked.add(Asked.spot("plate", text, new double[] {door.x(), door.y()}, 5));
    }

    private void sub() {
        Street street = any(main());
        Street.Door door = door(street, true);
        if (door != null && named(street.name).size() == 1) {
            String tail = any("-2号", "号附3号", "号院2号楼3单元501室", "号之1", "-1", "号院1栋", "附2号");
            asked.add(Asked.spot("plate", front(door.region()) + street.name + door.number() + tail, new double[] {door.x(), door.y()}, 5));
        }
    }

    private void between() {
        Street street = any(main());
        if (named(street.name).size() > 1) {
            return;
        }
        List<Street.Door> hidden = street.doors.stream().filter(door -> !door.shown()).toList();
        Street.Door door = hidden.isEmpty() ? null : any(hidden);
        if (door == null) {
            return;
        }
        boolean low = street.doors.stream().anyMatch(other -> other.shown() && other.number() % 2 == door.number() % 2 && other.number() < door.number());
        boolean high = street.doors.stream().anyMatch(other -> other.shown() && other.number() % 2 == door.number() % 2 && other.number() > door.number());
        if (low && high) {
            asked.add(Asked.spot("interpolated", front(door.region()) + street.name + number(door.number()), new double[] {door.x(), door.y()}, 30));
        }
    }

    private static double[] at(Place place) {
        return new double[] {(place.longitude() - DrawnCity.WEST) * DrawnCity.PER_LONGITUDE, (place.latitude() - DrawnCity.SOUTH) * DrawnCity.PER_LATITUDE};
    }

    private void quarter() {
        Place quarter = any(city.quarters);
        if (city.quarters.stream().filter(other -> other.name().equals(quarter.name())).count() == 1) {
            String name = quarter.aliases().isEmpty() || random.nextBoolean() ? quarter.name() : quarter.aliases().getFirst();
            asked.add(Asked.spot("quarter", front(quarter.regionCode()) + name + any("", "门口", "附近", "对面", "内"), at(quarter), 10));
        }
    }

    private void building() {
        Place quarter = any(city.quarters);
        if (city.quarters.stream().filter(other -> other.name().equals(quarter.name())).count() > 1) {
            return;
        }
        for (Place building : city.buildings) {
            String full = building.name().startsWith(quarter.name()) ? building.name() : building.standardName();
            String rest = full.startsWith(quarter.name()) ? full.substring(quarter.name().length()) : "";
            if (rest.matches("\\d+号楼") && random.nextInt(3) == 0) {
                String number = rest.replace("号楼", "");
                String said = quarter.name() + number + any("号楼", "栋", "幢", "#楼", "号楼") + any("", "", "2单元", "3单元502", "1单元301室");
                asked.add(Asked.spot("building", front(quarter.regionCode()) + said, at(building), 10));
                return;
            }
        }
    }

    private void spot() {
        Place place = any(city.spots);
        if (city.spots.stream().filter(other -> other.name().equals(place.name())).count() == 1) {
            String name = place.aliases().isEmpty() || random.nextInt(3) == 0 ? place.name() : any(place.aliases());
            if (city.spots.stream().filter(other -> other.aliases().contains(name)).count() < 2) {
                asked.add(Asked.spot("landmark", front(place.regionCode()) + name + any("", "门口", "附近", "对面", "旁", "门前", "隔壁", ""), at(place), 10));
            }
        }
    }

    /// Two roads that meet once, with the crossing; null after many tries.
    private @Nullable Meeting meeting() {
        for (int i = 0; i < 200; i++) {
            Street a = any(main());
            Street b = any(main());
            if (a == b || a.family.equals(b.family) || named(a.name).size() > 1 || named(b.name).size() > 1) {
                continue;
            }
            Double along = a.crossing(b);
            Double other = b.crossing(a);
            if (along != null && other != null) {
                double[] at = a.at(along);
                return new Meeting(a, b, along, other, at[0], at[1]);
            }
        }
        return null;
    }

    private record Meeting(Street a, Street b, double alongA, double alongB, double x, double y) {
    }

    private String phrase(Meeting at, boolean family) {
        String a = family ? at.a.family : at.a.name;
        String b = family ? at.b.family : at.b.name;
        String join = any(JOINS);
        String end = any(ENDS);
        return front(DrawnCity.district(at.x, at.y)) + a + join + b + (random.nextInt(8) == 0 ? join : "") + end;
    }

    private boolean familyMeetsOnce(Meeting at) {
        int points = 0;
        double[] first = null;
        for (Street a : city.streets) {
            for (Street b : city.streets) {
                if (a.family.equals(at.a.family) && b.family.equals(at.b.family)) {
                    Double along = a.crossing(b);
                    if (along != null && (first == null || Street.gap(first, a.at(along)) > 60)) {
                        points++;
                        first = a.at(along);
                    }
                }
            }
        }
        return points == 1;
    }

    private void crossing(boolean family) {
        Meeting at = meeting();
        if (at == null || family && !familyMeetsOnce(at)) {
            return;
        }
        asked.add(Asked.spot("crossing", phrase(at, family), new double[] {at.x, at.y}, 20));
    }

    private String distance(int meters) {
        return switch (random.nextInt(7)) {
            case 0 -> meters + "m";
            case 1 -> chinese(meters) + "米";
            case 2 -> "约" + meters + "米";
            case 3 -> meters + "米左右";
            case 4 -> wide(String.valueOf(meters)) + "米";
            case 5 -> meters + "米处";
            default -> meters + "米";
        };
    }

    private String toward(int wind) {
        return any("向", "往", "", "", "向正", "以") + WINDS[wind] + any("", "行", "走", "侧", "边", "方向", "");
    }

    /// Walk from a crossing along the road that leads in the direction; then the side.
    private void offset() {
        Meeting at = meeting();
        if (at == null) {
            return;
        }
        int wind = random.nextInt(4);
        boolean horizontal = wind % 2 == 1;
        Street walked = at.a.eastward == horizontal ? at.a : at.b.eastward == horizontal ? at.b : null;
        if (walked == null) {
            return;
        }
        double along = walked == at.a ? at.alongA : at.alongB;
        double sense = horizontal == (wind == 1) && (horizontal || wind != 0) ? 1 : -1;
        if (!horizontal) {
            sense = wind == 0 ? 1 : -1;
        } else {
            sense = wind == 1 ? 1 : -1;
        }
        int meters = 10 * (2 + random.nextInt(22));
        double to = along + sense * meters;
        if (to < 0 || to > walked.length()) {
            return;
        }
        double[] end = walked.at(to);
        String base = phrase(at, false);
        String text = any("", "", "距") + base + any("", "", "，") + toward(wind) + distance(meters);
        double x = end[0];
        double y = end[1];
        if (random.nextInt(3) > 0) {
            int side = horizontal ? 2 * random.nextInt(2) : 1 + 2 * random.nextInt(2);
            text += any("", "", "，") + any("路" + WINDS[side], "道" + WINDS[side], WINDS[side] + "侧", "路" + WINDS[side] + "侧");
            double step = walked.width / 2 + 5;
            double nx = -end[3];
            double ny = end[2];
            double sign = nx * STEPS[side][0] + ny * STEPS[side][1] > 0 ? 1 : -1;
            x += nx * step * sign;
            y += ny * step * sign;
        }
        if (random.nextInt(4) == 0) {
            text += any(BEHIND);
        }
        asked.add(Asked.spot("crossing+offset", text, new double[] {x, y}, 20));
    }

    /// Corners of crossings, and walks from doors and landmarks.
    private void walked() {
        Meeting at = meeting();
        if (at != null && at.a.eastward != at.b.eastward) {
            int corner = random.nextInt(4);
            String[] corners = {"东北角", "东南角", "西南角", "西北角"};
            double[][] signs = {{1, 1}, {1, -1}, {-1, -1}, {-1, 1}};
            Street horizontal = at.a.eastward ? at.a : at.b;
            Street vertical = at.a.eastward ? at.b : at.a;
            asked.add(Asked.spot("crossing+offset", phrase(at, false) + corners[corner],
                    new double[] {at.x + signs[corner][0] * (vertical.width / 2 + 5), at.y + signs[corner][1] * (horizontal.width / 2 + 5)}, 25));
        }
        Place place = any(city.spots);
        if (city.spots.stream().filter(other -> other.name().equals(place.name())).count() == 1) {
            int wind = random.nextInt(4);
            int meters = 10 * (2 + random.nextInt(15));
            double[] from = at(place);
            asked.add(Asked.spot("landmark+offset", front(place.regionCode()) + place.name() + toward(wind) + distance(meters),
                    new double[] {from[0] + STEPS[wind][0] * meters, from[1] + STEPS[wind][1] * meters}, 25));
        }
        Street street = any(main());
        Street.Door door = door(street, true);
        if (door != null && named(street.name).size() == 1) {
            int wind = street.eastward ? 1 + 2 * random.nextInt(2) : 2 * random.nextInt(2);
            int meters = 10 * (2 + random.nextInt(12));
            double sense = wind == 0 || wind == 1 ? 1 : -1;
            double to = door.along() + sense * meters;
            if (to > 0 && to < street.length()) {
                double[] a = street.at(door.along());
                double[] b = street.at(to);
                asked.add(Asked.spot("plate+offset", front(door.region()) + street.name + door.number() + "号" + toward(wind) + distance(meters),
                        new double[] {door.x() + b[0] - a[0], door.y() + b[1] - a[1]}, 25));
            }
        }
    }

    private void segment() {
        Meeting first = meeting();
        if (first == null) {
            return;
        }
        for (int i = 0; i < 100; i++) {
            Street other = any(main());
            Double along = first.a.crossing(other);
            if (other == first.b || other == first.a || along == null || named(other.name).size() > 1 || Math.abs(along - first.alongA) < 100 || other.family.equals(first.b.family)) {
                continue;
            }
            double[] middle = first.a.at((along + first.alongA) / 2);
            String a = first.a.name;
            String b = first.b.name;
            String c = other.name;
            String text = switch (random.nextInt(6)) {
                case 0 -> a + "（" + b + "至" + c + "段）";
                case 1 -> a + "从" + b + "到" + c;
                case 2 -> a + "(" + b + "—" + c + ")";
                case 3 -> a + b + "至" + c + "段";
                case 4 -> a + b + "与" + c + "之间";
                default -> a + "（" + b + "到" + c + "）";
            };
            asked.add(Asked.spot("segment", front(DrawnCity.district(middle[0], middle[1])) + text, middle, Math.abs(along - first.alongA) * 0.25 + 20));
            return;
        }
    }

    private static final String[] SOUNDS = {"州洲", "都督", "景井", "苑院", "丽利", "凯开", "解届", "武五", "太泰", "青清", "长常", "建健", "周舟", "滨宾", "园元", "定订", "体提", "关官", "新辛", "启起",
        "龙隆", "府腐", "宫公", "王汪", "门们", "谷古", "场厂", "业叶", "芳方", "林琳", "津巾", "津金", "珠朱", "嵩松", "昌常", "展斩"};

    private void typo() {
        Street street = any(main());
        String wrong = misspelt(street.name);
        Street.Door door = door(street, true);
        if (wrong == null || named(street.name).size() > 1 || door == null || !named(wrong).isEmpty() || wrong.length() < 3) {
            return;
        }
        switch (random.nextInt(3)) {
            case 0 -> asked.add(Asked.spot("typo", front(door.region()) + wrong + door.number() + "号", new double[] {door.x(), door.y()}, 5));
            case 1 -> asked.add(Asked.id("typo", wrong, street.id));
            default -> {
                for (int i = 0; i < 60; i++) {
                    Street other = any(main());
                    Double along = street.crossing(other);
                    if (along != null && named(other.name).size() == 1 && !other.family.equals(street.family)) {
                        asked.add(Asked.spot("typo", wrong + "与" + other.name + "交叉口", street.at(along), 20));
                        return;
                    }
                }
            }
        }
    }

    private @Nullable String misspelt(String name) {
        for (int i = 0; i < 40; i++) {
            String pair = SOUNDS[random.nextInt(SOUNDS.length)];
            int at = name.indexOf(pair.charAt(0));
            if (at >= 0) {
                return name.substring(0, at) + pair.charAt(1) + name.substring(at + 1);
            }
        }
        return null;
    }

    private static final String[][] SPELLINGS = {{"中州中路", "zhongzhou zhonglu", "zhongzhouzhonglu", "zzzl"}, {"王城大道", "wangcheng dadao", "wangchengdadao", "wcdd"}, {"解放路", "jiefanglu", "jiefang lu", "jfl"},
        {"长安路", "changanlu", "chang an lu", "cal"}, {"重庆路", "chongqinglu", "chongqing lu", "cql"}, {"行署路", "xingshulu", "xingshu lu", "xsl"}, {"开元大道", "kaiyuan dadao", "kaiyuandadao", "kydd"},
        {"龙门大道", "longmendadao", "nongmendadao", "lmdd"}, {"景华路", "jinghualu", "jinhualu", "jhl"}, {"太康路", "taikanglu", "taikang lu", "tkl"}};

    private void spelled() {
        String[] one = SPELLINGS[random.nextInt(SPELLINGS.length)];
        List<Street> streets = named(one[0]);
        if (streets.size() != 1) {
            return;
        }
        Street street = streets.getFirst();
        Street.Door door = door(street, true);
        switch (random.nextInt(4)) {
            case 0 -> asked.add(Asked.id("pinyin", one[1], street.id));
            case 1 -> asked.add(Asked.id("pinyin", one[2], street.id));
            case 2 -> asked.add(Asked.id("pinyin", one[3], street.id));
            default -> {
                if (door != null) {
                    asked.add(Asked.spot("pinyin", one[1 + random.nextInt(2)] + door.number() + any("号", "hao"), new double[] {door.x(), door.y()}, 5));
                }
            }
        }
    }

    private void trap() {
        Street street = any(main());
        Street other = any(main());
        switch (random.nextInt(12)) {
            case 0 -> asked.add(Asked.none("trap", any("幸福大街88号", "西工区光荣路12号", "涧西区胜利大道100号", "红旗渠路与中州中路交叉口", "中州中路与东方红大道交叉口", "中州北路18号", "解放东路5号")));
            case 1 -> asked.add(Asked.none("trap", any("郑州市金水区花园路10号", "西安市雁塔区长安路3号", "开封市鼓楼区", "北京市朝阳区建国路88号", "新郑市人民路12号", "洛阳市郑州市中州中路1号")));
            case 2 -> {
                if (street != other && street.crossing(other) == null && named(street.name).size() == 1 && named(other.name).size() == 1
                        && street.eastward == other.eastward && !street.family.equals(other.family)) {
                    asked.add(Asked.none("trap", street.name + "与" + other.name + "交叉口"));
                }
            }
            case 3 -> {
                Street.Door door = door(street, true);
                String wrong = any("老城区", "涧西区", "新安县", "嵩县");
                if (door != null && named(street.name).size() == 1 && !wrong.equals(district(door.region()))
                        && street.doors.stream().noneMatch(one -> district(one.region()).equals(wrong))) {
                    asked.add(Asked.none("trap", wrong + street.name + door.number() + "号"));
                }
            }
            case 4 -> {
                if (named(street.name).size() == 1) {
                    asked.add(Asked.id("trap", street.name + "99" + (80 + random.nextInt(19)) + "号", street.id));
                }
            }
            case 5 -> asked.add(Asked.id("trap", "洛阳市" + any("上海市场", "广州市场"), city.spots.get(city.spots.size() - (random.nextBoolean() ? 8 : 7)).id()));
            case 6 -> asked.add(Asked.none("trap", any("", "。。。！！", "abc def xyzq", "😀😀", "1234567", "SELECT * FROM places", "在那边", "нет адреса", "112.43,34.67")));
            case 7 -> asked.add(new Asked("trap", "偃师市", "", new Asked.Wanted.Id(ids("偃师区"))));
            case 8 -> asked.add(new Asked("trap", "偃师区", "2015-03-01", new Asked.Wanted.Id(ids("偃师市"))));
            case 9 -> asked.add(new Asked("trap", "吉利区", "", new Asked.Wanted.Id(ids("孟津区"))));
            case 10 -> {
                Meeting at = meeting();
                if (at != null && named(at.a.name).size() == 1) {
                    String far = any("宜阳县", "栾川县");
                    asked.add(Asked.none("trap", far + at.a.name + "与" + at.b.name + "交叉口"));
                }
            }
            default -> asked.add(Asked.none("trap", any("不夜城小区5号楼", "涧西区月亮湾花园3号楼", "老城区大明宫广场")));
        }
        int last = asked.size() - 1;
        if (asked.get(last).wanted() instanceof Asked.Wanted.Id id && id.any().size() == 1
                && city.spots.stream().anyMatch(spot -> spot.id().equals(id.any().getFirst()) && !asked.get(last).text().contains(spot.name()))) {
            asked.removeLast();
        }
    }

    private List<String> ids(String area) {
        return city.areas.stream().filter(place -> place.name().equals(area)).map(Place::id).toList();
    }

    private void narrative() {
        String behind = any(BEHIND);
        String before = any(BEFORE);
        switch (random.nextInt(4)) {
            case 0 -> {
                Meeting at = meeting();
                if (at != null) {
                    asked.add(Asked.spot("narrative", before + front(DrawnCity.district(at.x, at.y)) + at.a.name + "与" + at.b.name + any("交叉口", "路口") + any("附近", "处", "") + behind,
                            new double[] {at.x, at.y}, 20));
                }
            }
            case 1 -> {
                Street street = any(main());
                Street.Door door = door(street, true);
                if (door != null && named(street.name).size() == 1) {
                    asked.add(Asked.spot("narrative", before + front(door.region()) + street.name + door.number() + "号门口" + behind, new double[] {door.x(), door.y()}, 5));
                }
            }
            case 2 -> {
                Place place = any(city.spots);
                if (city.spots.stream().filter(other -> other.name().equals(place.name())).count() == 1) {
                    asked.add(Asked.spot("narrative", before + front(place.regionCode()) + place.name() + any("对面", "门口", "附近") + behind, at(place), 10));
                }
            }
            default -> {
                Place quarter = any(city.quarters);
                if (city.quarters.stream().filter(other -> other.name().equals(quarter.name())).count() == 1) {
                    asked.add(Asked.spot("narrative", before + front(quarter.regionCode()) + quarter.name() + any("内", "门口", "") + behind, at(quarter), 10));
                }
            }
        }
    }
}
