package jingwei.benchmark.address;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import jingwei.geocoding.Place;
import jingwei.geocoding.PlaceKind;
import jingwei.standards.Divisions;
import jingwei.standards.RegionCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/// A drawn city with names of Luoyang: bending roads, plates with gaps, quarters, buildings, landmarks; the same for the same seed.
///
/// Variants of one drawing stand for gazetteers of other makers: with or without sides of plates, outlines of areas, codes.
final class DrawnCity {

    static final double WEST = 112.38;
    static final double SOUTH = 34.60;
    static final double PER_LATITUDE = 110_934;
    static final double PER_LONGITUDE = 91_590;
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final String[] EAST_WEST = {"关林路", "太康路", "开元大道", "展览路", "古城路", "滨河南路", "滨河北路", "九都西路,九都中路,九都东路", "西苑路", "凯旋西路,凯旋东路",
        "中州西路,中州中路,中州东路", "景华路", "唐宫西路,唐宫中路,唐宫东路", "建设路", "道南西路,道南路", "道北一路", "春都路", "纱厂北路", "邙岭大道", "洛浦街"};
    private static final String[] NORTH_SOUTH = {"武汉路", "太原路", "天津路", "长安路", "青岛路", "郑州路", "重庆路", "西环路", "南昌路", "珠江路", "嵩山路", "王城大道", "芳林路",
        "金谷园路", "行署路", "解放路", "定鼎路", "玻璃厂南路", "体育场路", "新都路", "金业路", "启明南路", "夹马营路", "龙门大道", "长夏门街", "学府街", "厚载门街", "永泰街"};
    private static final String[] DISTRICTS = {"410305", "410303", "410302", "410304", "410311"};
    private static final String[] FLOWERS = {"牡丹", "芳华", "金茂", "建业", "世纪", "阳光", "滨江", "翠云", "帝都", "龙泉", "锦绣", "安居", "丽春", "洛玻", "春晴", "凤凰", "河洛",
        "联盟", "明珠", "紫金", "中侨", "南苑", "银川", "天元", "万安", "隋唐", "洛浦", "香榭里", "国际", "西小屯"};
    private static final String[] QUARTER_ENDS = {"小区", "花园", "家园", "新村", "佳苑", "11号街坊"};
    private static final String[] POI_HEADS = {"丹尼斯", "大张", "新都汇", "正骨", "东方", "河科大", "中心", "妇幼", "第一", "第三", "第五", "实验", "外国语", "国花", "西霞", "王府井",
        "钢材", "花卉", "建材", "南关", "双语", "博物", "科技", "群艺", "图书"};
    private static final String[] POI_ENDS = {"百货", "医院", "小学", "中学", "超市", "农贸市场", "酒店", "大厦", "公园", "广场", "加油站", "派出所", "幼儿园"};

    final List<Place> places = new ArrayList<>();
    final List<Street> streets = new ArrayList<>();
    final List<Place> areas = new ArrayList<>();
    final List<Place> quarters = new ArrayList<>();
    final List<Place> buildings = new ArrayList<>();
    final List<Place> spots = new ArrayList<>();
    private final Random random;
    private final Shape shape;
    private int serial;

    /// How a maker fills the columns. @param sides of plates given; @param outlines of districts; @param codes on roads
    record Shape(boolean sides, boolean outlines, boolean codes, boolean joinedNames) {
    }

    DrawnCity(long seed, Shape shape, int atLeast) {
        this.random = new Random(seed);
        this.shape = shape;
        regions();
        grid(0, 0, EAST_WEST, NORTH_SOUTH, 620, 480, null);
        county("410308", 21_000, 18_000, "孟津");
        county("410307", 30_000, 4_000, "偃师");
        quartersAndSpots(160);
        int more = 0;
        while (places.size() < atLeast) {
            suburb(more++);
        }
    }

    static double longitude(double x) {
        return WEST + x / PER_LONGITUDE;
    }

    static double latitude(double y) {
        return SOUTH + y / PER_LATITUDE;
    }

    private String id(String kind) {
        return kind + String.format("%06d", ++serial);
    }

    private Place place(PlaceKind kind, String name, String standard, List<String> aliases, String region, String street, String community, double x,
            double y, @Nullable Geometry geometry, @Nullable LocalDate from, @Nullable LocalDate to) {
        Place place = new Place(id(kind.word().substring(0, 1)), kind, name, standard, aliases, region, street, community, "", "", ' ',
                Double.isNaN(x) ? Double.NaN : longitude(x), Double.isNaN(y) ? Double.NaN : latitude(y), geometry, Double.NaN, from, to, "drawn", "");
        places.add(place);
        return place;
    }

    /// 区划: real names; five districts stand side by side, Yanshi and Mengjin have changed their codes.
    private void regions() {
        areas.add(place(PlaceKind.CITY, "洛阳市", "河南省洛阳市", List.of(), "410300", "", "", 8000, 6000, null, null, null));
        Divisions now = Divisions.load(Divisions.State.Y2023);
        for (RegionCode district : now.children(Divisions.LUOYANG).stream().map(Divisions.Division::code).toList()) {
            String code = district.digits();
            int band = Arrays.asList(DISTRICTS).indexOf(code);
            Geometry outline = shape.outlines && band >= 0 ? band(band) : null;
            double[] at = band >= 0 ? center(band) : new double[] {25_000 + Integer.parseInt(code.substring(4)) * 400.0, 20_000};
            areas.add(place(PlaceKind.DISTRICT, now.find(district).orElseThrow().name(), "", List.of(), code, "", "", at[0], at[1], outline,
                    List.of("410307", "410308").contains(code) ? LocalDate.of(2021, 3, 18) : null, null));
            int s = 0;
            for (Divisions.Division street : now.children(district)) {
                String name = street.name().replace("街道办事处", "街道");
                areas.add(place(PlaceKind.STREET, name, "", List.of(), code, street.code().digits(), "", at[0] + s * 120, at[1] + s * 90, null, null, null));
                int c = 0;
                for (Divisions.Division community : now.children(street.code()).stream().limit(6).toList()) {
                    String shorter = community.name().replace("社区居民委员会", "社区").replace("居民委员会", "社区").replace("村村民委员会", "村")
                            .replace("村民委员会", "村").replace("社区社区", "社区");
                    areas.add(place(PlaceKind.COMMUNITY, shorter, "", List.of(), code, street.code().digits(), community.code().digits(),
                            at[0] + s * 120 + c * 30, at[1] + s * 90 - c++ * 40, null, null, null));
                }
                s++;
            }
        }
        LocalDate end = LocalDate.of(2021, 3, 17);
        areas.add(place(PlaceKind.DISTRICT, "偃师市", "", List.of(), "410381", "", "", 30_000, 4000, null, null, end));
        areas.add(place(PlaceKind.DISTRICT, "孟津县", "", List.of(), "410322", "", "", 21_000, 18_000, null, null, end));
        areas.add(place(PlaceKind.DISTRICT, "吉利区", "", List.of(), "410306", "", "", 24_000, 26_000, null, null, end));
    }

    private static double[] center(int band) {
        return band == 4 ? new double[] {7000, 1500} : new double[] {1700 + band * 3300.0, 8500};
    }

    private static Geometry band(int band) {
        double west = band == 4 ? -600 : band == 0 ? -600 : band * 3360.0;
        double east = band == 4 ? 14_200 : band == 3 ? 14_200 : (band + 1) * 3360.0;
        double south = band == 4 ? -800 : 3300;
        double north = band == 4 ? 3300 : 12_800;
        Coordinate[] ring = {new Coordinate(longitude(west), latitude(south)), new Coordinate(longitude(east), latitude(south)),
            new Coordinate(longitude(east), latitude(north)), new Coordinate(longitude(west), latitude(north)), new Coordinate(longitude(west), latitude(south))};
        return SHAPES.createPolygon(ring);
    }

    static String district(double x, double y) {
        return y < 3300 ? DISTRICTS[4] : DISTRICTS[(int) Math.clamp(x / 3360, 0, 3)];
    }

    /// Roads as a bent grid; a name with commas is one line cut into its members.
    private void grid(double west, double south, String[] across, String[] along, double rowGap, double columnGap, @Nullable String region) {
        double wide = columnGap * (along.length - 1);
        double high = rowGap * (across.length - 1);
        for (int r = 0; r < across.length; r++) {
            String[] members = across[r].split(",");
            double phase = random.nextDouble() * 6;
            double y = south + r * rowGap;
            double joint = -250;
            for (int m = 0; m < members.length; m++) {
                double from = west + joint;
                joint = m == members.length - 1 ? wide + 250 : columnGap * Math.round(along.length * (m + 1.0) / members.length);
                Street street = new Street(id("r"), members[m], members[m].replaceFirst("[东西中]路$", "路"), 16 + random.nextInt(5) * 6, true);
                for (double x = from; x < west + joint; x += 160) {
                    street.corners.add(new double[] {x, y + 45 * Math.sin(x / 1100 + phase)});
                }
                street.corners.add(new double[] {west + joint, y + 45 * Math.sin((west + joint) / 1100 + phase)});
                add(street, region);
            }
        }
        for (int c = 0; c < along.length; c++) {
            double phase = random.nextDouble() * 6;
            double x = west + c * columnGap;
            Street street = new Street(id("r"), along[c], along[c], 12 + random.nextInt(5) * 6, false);
            // Some roads end in the middle of the town.
            double from = across.length > 12 && random.nextInt(4) == 0 ? rowGap * (1 + random.nextInt(4)) - 40 : -300;
            double to = across.length > 12 && random.nextInt(4) == 0 ? high - rowGap * (1 + random.nextInt(4)) + 40 : high + 300;
            for (double y = from; y < to; y += 150) {
                street.corners.add(new double[] {x + 40 * Math.sin(y / 900 + phase), south + y});
            }
            street.corners.add(new double[] {x + 40 * Math.sin(to / 900 + phase), south + to});
            add(street, region);
        }
    }

    private void county(String code, double x, double y, String name) {
        grid(x, y, new String[] {"人民路", name + "大道", "文化路", "兴业街"}, new String[] {"府前街", "建国路", "振兴路", "朝阳路", "西环路"}, 380, 420, code);
    }

    private void suburb(int n) {
        String[] firsts = "安平康乐永昌兴盛华丰瑞祥福源庆云鹤鸣松柏桃李梅兰竹菊玉金银铜铁锦绣丽景秀水青山白马龙凤麒麟".split("");
        String[] across = new String[10];
        String[] along = new String[10];
        for (int i = 0; i < 10; i++) {
            across[i] = firsts[(n * 7 + i * 3) % firsts.length] + firsts[(n * 5 + i * 11 + 4) % firsts.length] + firsts[(n / 3 + i) % firsts.length] + "街";
            along[i] = firsts[(n * 3 + i * 5 + 9) % firsts.length] + firsts[(n * 11 + i * 7 + 2) % firsts.length] + firsts[(n / 5 + i * 2) % firsts.length] + "路";
        }
        grid(40_000 + n % 20 * 6000, n / 20 * 5000, across, along, 400, 420, "410323");
    }

    private void add(Street street, @Nullable String region) {
        streets.add(street);
        double[] middle = street.at(street.length() / 2);
        street.region = region == null ? district(middle[0], middle[1]) : region;
        Coordinate[] line = street.corners.stream().map(at -> new Coordinate(longitude(at[0]), latitude(at[1]))).toArray(Coordinate[]::new);
        boolean several = region == null && street.length() > 3000;
        places.add(new Place(street.id, PlaceKind.ROAD, street.name, "", aliases(street.name), shape.codes && !several ? street.region : "", "", "", "", "", ' ',
                Double.NaN, Double.NaN, SHAPES.createLineString(line), street.width, null, null, "drawn", ""));
        doors(street, region);
    }

    private static List<String> aliases(String road) {
        return switch (road) {
            case "长夏门街" -> List.of("长厦街");
            case "邙岭大道" -> List.of("机场快速路");
            case "建设路" -> List.of("拖厂大路");
            default -> List.of();
        };
    }

    /// Doors on both sides: odd ones on one, even ones on the other; numbers jump, and some doors are not in the gazetteer.
    private void doors(Street street, @Nullable String region) {
        boolean oddLeft = random.nextBoolean();
        boolean reversed = random.nextInt(3) == 0;
        double length = street.length();
        for (int parity = 0; parity < 2; parity++) {
            int number = parity == 0 ? 2 : 1;
            double along = 30;
            while (along < length - 25) {
                double[] at = street.at(reversed ? length - along : along);
                double ux = reversed ? -at[2] : at[2];
                double uy = reversed ? -at[3] : at[3];
                double aside = (parity == 1) == oddLeft ? street.width / 2 + 8 : -(street.width / 2 + 8);
                double x = at[0] - uy * aside;
                double y = at[1] + ux * aside;
                char side = street.eastward ? (ux * aside > 0 ? 'N' : 'S') : -uy * aside > 0 ? 'E' : 'W';
                String in = region == null ? district(at[0], at[1]) : region;
                boolean shown = random.nextInt(5) != 0;
                Street.Door door = new Street.Door(id("p"), number, x, y, side, in, "", "", shown, reversed ? length - along : along);
                street.doors.add(door);
                if (shown) {
                    places.add(new Place(door.id(), PlaceKind.PLATE, shape.joinedNames ? street.name + number + "号" : number + "号", "", List.of(), in, "", "",
                            street.id, shape.joinedNames ? number + "号" : String.valueOf(number), shape.sides ? side : ' ', longitude(x), latitude(y), null,
                            Double.NaN, null, null, "drawn", ""));
                }
                int jump = 2 * (1 + random.nextInt(3));
                along += jump * (6 + random.nextInt(4));
                number += jump;
            }
        }
    }

    private void quartersAndSpots(int count) {
        for (int i = 0; i < count; i++) {
            double x = random.nextDouble() * 12_500;
            double y = random.nextDouble() * 11_500;
            String name = FLOWERS[i % FLOWERS.length] + (i >= FLOWERS.length ? POI_HEADS[i / FLOWERS.length] : "") + QUARTER_ENDS[random.nextInt(QUARTER_ENDS.length)];
            Place quarter = place(PlaceKind.QUARTER, name, "", i % 9 == 0 ? List.of(name.replace("小区", "") + "家属院") : List.of(), district(x, y), "", "", x, y, null,
                    null, null);
            quarters.add(quarter);
            for (int b = 1; b <= 2 + random.nextInt(9); b++) {
                Place building = new Place(id("b"), PlaceKind.BUILDING, shape.joinedNames ? name + b + "号楼" : b + "号楼", shape.joinedNames ? "" : name + b + "号楼", List.of(),
                        district(x, y), "", "", "", "", ' ', longitude(x + b % 3 * 45), latitude(y + b / 3 * 50), null, Double.NaN, null, null, "drawn", "");
                places.add(building);
                buildings.add(building);
            }
        }
        for (int i = 0; i < POI_HEADS.length * POI_ENDS.length; i++) {
            double x = random.nextDouble() * 12_500;
            double y = random.nextDouble() * 11_500;
            String name = POI_HEADS[i % POI_HEADS.length] + POI_ENDS[i / POI_HEADS.length];
            List<String> aliases = i % 11 == 0 ? List.of(name.charAt(0) + "记" + POI_ENDS[i / POI_HEADS.length]) : List.of();
            spots.add(place(i % 6 == 0 ? PlaceKind.LANDMARK : PlaceKind.POI, (i % 7 == 0 ? "洛阳" : "") + name, "", aliases, district(x, y), "", "", x, y, null, null, null));
        }
        String[][] known = {{"第一拖拉机厂", "拖厂,一拖"}, {"洛阳轴承厂", "洛轴,轴承厂"}, {"矿山机器厂", "矿山厂,中信重工"}, {"河南科技大学", "河科大"}, {"龙门高铁站", "高铁站"}, {"洛阳火车站", "火车站,洛阳站"},
            {"百货大楼", "百货楼"}, {"上海市场", ""}, {"广州市场", ""}, {"丽景门", ""}, {"周王城广场", "天子驾六"}, {"王城公园", ""}, {"牡丹桥", ""}, {"长安路地铁站", "长安路站"}, {"关林庙", "关林"}};
        for (String[] one : known) {
            double x = random.nextDouble() * 12_500;
            double y = random.nextDouble() * 11_500;
            spots.add(place(PlaceKind.LANDMARK, one[0], "", one[1].isEmpty() ? List.of() : List.of(one[1].split(",")), district(x, y), "", "", x, y, null, null, null));
        }
    }
}
