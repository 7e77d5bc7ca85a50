package jingwei.demonstration.city;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import jingwei.basemap.MapFeature;
import jingwei.grid.Region;
import jingwei.grid.RegionHistory;
import jingwei.grid.division.DivisionInput;
import jingwei.standards.RegionCode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/// 合成洛阳: draws the layers of a city of a size, from a seed.
///
/// @param layers  features by layer: water, green, buildings, railways, roads, landmarks, community-borders
/// @param borders communities with their outlines
public record City(CitySize size, Map<String, List<MapFeature>> layers, Map<RegionCode, Geometry> borders) {

    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final double BLOCK = 900;
    private static final String[] DISTRICTS_NORTH = {"410305", "410303", "410302", "410304"};
    private static final String DISTRICT_SOUTH = "410311";
    private static final String[] ACROSS = {"牡丹大道", "开元大道", "古城路", "滨河南路", "滨河北路", "九都路", "凯旋路", "中州路", "建设路", "唐宫路",
        "春都路", "机场路", "邙岭大道", "周山大道", "太康路", "政和路", "学府街"};
    private static final String[] DOWN = {"西环路", "武汉路", "青岛路", "天津路", "长安路", "太原路", "南昌路", "珠江路", "王城大道", "芳林路", "金谷园路",
        "定鼎路", "解放路", "启明路", "瀍涧大道", "新街", "东环路", "龙门大道", "厚载门街", "长夏门街", "永泰街", "通济街", "景明街", "关林路", "洛宜路", "科技大道"};
    private static final String[] LANES = {"丽春", "景华", "康滇", "延川", "西苑", "黄河", "体育场", "汉宫", "唐宫", "道南", "纱厂", "健康", "行署", "史家屯",
        "共青团", "贴廓", "丽景", "敦志", "八角楼", "民主", "农校", "爽明", "启明", "夹马营", "九龙台", "北窑", "东花坛", "苗湾"};
    private static final String[][] SIGHTS = {{"王城公园", "公园"}, {"牡丹广场", "广场"}, {"上海市场", "商场"}, {"广州市场", "商场"}, {"周王城天子驾六博物馆", "博物馆"},
        {"百货大楼", "商场"}, {"洛阳站", "车站"}, {"洛阳龙门站", "车站"}, {"洛阳博物馆", "博物馆"}, {"丽景门", "古迹"}, {"定鼎门遗址", "古迹"}, {"应天门", "古迹"},
        {"第一拖拉机厂", "工厂"}, {"洛阳轴承厂", "工厂"}, {"河南科技大学第一附属医院", "医院"}, {"洛阳正骨医院", "医院"}, {"洛浦公园", "公园"}, {"隋唐城遗址植物园", "公园"},
        {"新区体育场", "体育"}, {"会展中心", "展馆"}, {"瀍河回族小学", "学校"}, {"洛阳师范学院", "学校"}, {"中州国际饭店", "宾馆"}, {"市民之家", "政务"}};

    public City {
        layers = new LinkedHashMap<>(layers);
        borders = new TreeMap<>(borders);
    }

    public static City draw(long seed, CitySize size) {
        return new Drawing(seed, size).draw();
    }

    /// What the division tool needs of it.
    public DivisionInput division() {
        List<DivisionInput.GuideLine> lines = new ArrayList<>();
        for (MapFeature road : layers.get("roads")) {
            lines(road.geometry(), !"支路".equals(road.attributes().get("class")), lines);
        }
        layers.get("railways").forEach(one -> lines(one.geometry(), true, lines));
        layers.get("water").forEach(one -> lines(one.geometry().getBoundary(), true, lines));
        return new DivisionInput(borders, lines, 10_000);
    }

    private static void lines(Geometry shape, boolean main, List<DivisionInput.GuideLine> lines) {
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof LineString line && line.getNumPoints() > 1) {
                lines.add(new DivisionInput.GuideLine(line, main));
            }
        }
    }

    /// One drawing, from the arterials to the houses.
    private static final class Drawing {

        private final CitySize size;
        private final Random random;
        private final double[] us;
        private final double[] vs;
        private final Map<String, List<MapFeature>> layers = new LinkedHashMap<>();
        private int serial;

        Drawing(long seed, CitySize size) {
            this.size = size;
            this.random = new Random(seed);
            us = steps(size.columns());
            vs = steps(size.rows());
            for (String layer : List.of("water", "green", "buildings", "railways", "roads", "landmarks", "community-borders")) {
                layers.put(layer, new ArrayList<>());
            }
        }

        private double[] steps(int count) {
            double[] at = new double[count + 1];
            for (int i = 1; i <= count; i++) {
                at[i] = at[i - 1] + BLOCK + random.nextDouble(-120, 120);
            }
            double middle = at[count] / 2;
            return Arrays.stream(at).map(one -> one - middle).toArray();
        }

        City draw() {
            arterials();
            Geometry river = river();
            railway();
            for (int c = 0; c < size.columns(); c++) {
                for (int r = 0; r < size.rows(); r++) {
                    block(c, r, river);
                }
            }
            landmarks();
            Map<RegionCode, Geometry> borders = communities();
            return new City(size, layers, borders);
        }

        private void add(String layer, String prefix, Geometry shape, Map<String, Object> about) {
            layers.get(layer).add(new MapFeature(prefix + String.format("%06d", ++serial), shape, about));
        }

        private void arterials() {
            for (int r = 0; r <= size.rows(); r++) {
                double v = vs[r];
                add("roads", "R", line(us[0] - 300, us[size.columns()] + 300, u -> Warp.place(u, v), breaks(us)), Map.of("name",
                        ACROSS[r % ACROSS.length], "class", "主干路", "width", r % 3 == 0 ? 50 : 40));
            }
            for (int c = 0; c <= size.columns(); c++) {
                double u = us[c];
                add("roads", "R", line(vs[0] - 300, vs[size.rows()] + 300, v -> Warp.place(u, v), breaks(vs)), Map.of("name",
                        DOWN[c % DOWN.length], "class", "主干路", "width", c % 4 == 0 ? 60 : 40));
            }
        }

        /// The river runs through the third row from the south, a brook comes down from the north.
        private Geometry river() {
            double bed = vs[Math.min(size.rows() - 1, Math.max(1, size.rows() / 3))] + BLOCK * 0.45;
            List<Coordinate> north = new ArrayList<>();
            List<Coordinate> south = new ArrayList<>();
            for (double u = us[0] - 300; u <= us[size.columns()] + 300; u += 60) {
                double middle = bed + 120 * Math.sin(u / 1700) + 40 * Math.sin(u / 480);
                double half = 105 + 30 * Math.sin(u / 900);
                north.add(Warp.place(u, middle + half));
                south.add(Warp.place(u, middle - half));
            }
            Geometry river = ring(north, south);
            double mouth = us[size.columns() / 2] + BLOCK * 0.4;
            List<Coordinate> west = new ArrayList<>();
            List<Coordinate> east = new ArrayList<>();
            for (double v = bed; v <= vs[size.rows()] + 300; v += 40) {
                double middle = mouth + 170 * Math.sin((v - bed) / 900) + 35 * Math.sin(v / 230);
                west.add(Warp.place(middle - 18, v));
                east.add(Warp.place(middle + 18, v));
            }
            Geometry brook = OverlayNGRobust.overlay(ring(east, west), river, OverlayNG.DIFFERENCE);
            add("water", "W", river, Map.of("name", "洛河"));
            add("water", "W", brook, Map.of("name", "涧河"));
            return UnaryUnionOp.union(List.of(river, brook));
        }

        private static Geometry ring(List<Coordinate> there, List<Coordinate> back) {
            List<Coordinate> ring = new ArrayList<>(there);
            ring.addAll(back.reversed());
            ring.add(ring.getFirst());
            return SHAPES.createPolygon(ring.toArray(Coordinate[]::new));
        }

        private void railway() {
            double v = vs[size.rows()] - BLOCK * 0.5;
            add("railways", "T", line(us[0] - 300, us[size.columns()] + 300, u -> Warp.place(u, v + 60 * Math.sin(u / 2500)),
                    new double[0]), Map.of("name", "陇海铁路"));
        }

        /// One block between arterials: secondary roads, lanes, and what stands between them.
        private void block(int c, int r, Geometry river) {
            double west = us[c];
            double east = us[c + 1];
            double south = vs[r];
            double north = vs[r + 1];
            double middleU = west + (east - west) * random.nextDouble(0.42, 0.58);
            double middleV = south + (north - south) * random.nextDouble(0.42, 0.58);
            int sort = random.nextInt(12);
            boolean crossing = random.nextInt(7) > 0;
            if (crossing) {
                street(middleU, south, middleU, north, "次干路", LANES[(c * 7 + r * 3) % LANES.length] + "路", river);
            }
            street(west, middleV, east, middleV, "次干路", LANES[(c * 5 + r * 11 + 1) % LANES.length] + "街", river);
            double[][] quarters = {{west, south, middleU, middleV}, {middleU, south, east, middleV}, {west, middleV, middleU, north},
                {middleU, middleV, east, north}};
            for (int i = 0; i < 4; i++) {
                quarter(quarters[i], sort, i, c, r, river);
            }
        }

        private void quarter(double[] box, int sort, int number, int c, int r, Geometry river) {
            double width = box[2] - box[0];
            double height = box[3] - box[1];
            if (sort == 0 && number < 2 || sort == 1 && number == 3) {
                Geometry park = OverlayNGRobust.overlay(rectangle(box[0] + 30, box[1] + 30, box[2] - 30, box[3] - 30), river, OverlayNG.DIFFERENCE);
                if (!park.isEmpty()) {
                    add("green", "G", park, Map.of("name", LANES[(c + r * 13 + number) % LANES.length] + "公园"));
                }
                return;
            }
            int lanes = 1 + random.nextInt(3);
            double[] at = new double[lanes];
            for (int i = 0; i < lanes; i++) {
                at[i] = box[1] + height * (i + 1) / (lanes + 1) + random.nextDouble(-15, 15);
                double bend = random.nextDouble(-14, 14);
                boolean dead = random.nextInt(4) == 0;
                double from = box[0];
                double to = dead ? box[2] - width * 0.3 : box[2];
                double v = at[i];
                lane(from, to, v, bend, LANES[(c * 3 + r * 5 + number * 2 + i) % LANES.length] + (i + 1) + "巷", river);
            }
            houses(box, at, sort, river);
        }

        private void street(double u0, double v0, double u1, double v1, String sort, String name, Geometry river) {
            LineString line = line(0, 1, t -> Warp.place(u0 + (u1 - u0) * t, v0 + (v1 - v0) * t), new double[] {0.5});
            dry(line, sort, name, 24, river);
        }

        private void lane(double from, double to, double v, double bend, String name, Geometry river) {
            LineString line = line(from, to, u -> Warp.place(u, v + bend * Math.sin((u - from) / (to - from) * 2 * Math.PI)), new double[0]);
            dry(line, "支路", name, 9, river);
        }

        /// Smaller streets end at the bank.
        private void dry(LineString line, String sort, String name, int width, Geometry river) {
            Geometry left = line.intersects(river) ? OverlayNGRobust.overlay(line, river.buffer(0.0003), OverlayNG.DIFFERENCE) : line;
            if (!left.isEmpty()) {
                add("roads", "R", left, Map.of("name", name, "class", sort, "width", width));
            }
        }

        private void houses(double[] box, double[] lanes, int sort, Geometry river) {
            boolean works = sort > 9;
            double deep = works ? 46 : 13;
            double pitch = works ? 75 : sort > 5 ? 30 : 38;
            double front = works ? 90 : sort > 5 ? 34 : 52;
            for (double v = box[1] + 38; v < box[3] - 38; v += pitch) {
                double here = v;
                if (Arrays.stream(lanes).anyMatch(lane -> Math.abs(lane - here) < deep / 2 + 24)) {
                    continue;
                }
                for (double u = box[0] + 36 + random.nextDouble(10); u + front < box[2] - 30; u += front + random.nextDouble(12, 24)) {
                    if (random.nextInt(9) == 0) {
                        continue;
                    }
                    Geometry house = rectangle(u, v - deep / 2, u + front - random.nextDouble(8), v + deep / 2);
                    if (!house.intersects(river)) {
                        add("buildings", "B", house, Map.of("floors", works ? 1 : sort > 5 ? 2 + random.nextInt(3) : 6 + random.nextInt(20)));
                    }
                }
            }
        }

        private static Geometry rectangle(double west, double south, double east, double north) {
            return SHAPES.createPolygon(new Coordinate[] {Warp.place(west, south), Warp.place(east, south), Warp.place(east, north),
                Warp.place(west, north), Warp.place(west, south)});
        }

        private void landmarks() {
            for (int i = 0; i < SIGHTS.length; i++) {
                double u = us[0] + (us[size.columns()] - us[0]) * ((i * 0.381966) % 1 * 0.9 + 0.05);
                double v = vs[0] + (vs[size.rows()] - vs[0]) * ((i * 0.618034 + 0.3) % 1 * 0.9 + 0.05);
                add("landmarks", "L", SHAPES.createPoint(Warp.place(u, v)), Map.of("name", SIGHTS[i][0], "kind", SIGHTS[i][1]));
            }
        }

        /// Blocks in the order of a snake, shared out to the communities of each district, whose codes are the real ones.
        private Map<RegionCode, Geometry> communities() {
            List<Region> regions = RegionHistory.of(RegionCode.of("4103")).regions();
            int south = Math.max(1, size.rows() / 3);
            Map<RegionCode, Geometry> borders = new TreeMap<>();
            share(regions, DISTRICT_SOUTH, 0, size.columns(), 0, south, borders);
            for (int d = 0; d < DISTRICTS_NORTH.length; d++) {
                share(regions, DISTRICTS_NORTH[d], size.columns() * d / 4, size.columns() * (d + 1) / 4, south, size.rows(), borders);
            }
            Map<RegionCode, String> names = new TreeMap<>();
            regions.forEach(region -> names.put(region.code(), region.name()));
            borders.forEach((code, shape) -> layers.get("community-borders").add(new MapFeature(code.digits(), shape,
                    Map.of("code", code.digits(), "name", names.get(code)))));
            return borders;
        }

        private void share(List<Region> regions, String district, int fromColumn, int toColumn, int fromRow, int toRow,
                Map<RegionCode, Geometry> borders) {
            List<RegionCode> codes = regions.stream().filter(Region::inForce).map(Region::code)
                    .filter(code -> code.level() == RegionCode.Level.COMMUNITY && code.digits().startsWith(district)).sorted().toList();
            List<int[]> blocks = new ArrayList<>();
            for (int r = toRow - 1; r >= fromRow; r--) {
                for (int i = fromColumn; i < toColumn; i++) {
                    blocks.add(new int[] {(toRow - 1 - r) % 2 == 0 ? i : toColumn - 1 - (i - fromColumn), r});
                }
            }
            int count = Math.min(codes.size(), blocks.size());
            for (int k = 0; k < count; k++) {
                List<Geometry> parts = new ArrayList<>();
                for (int[] block : blocks.subList(k * blocks.size() / count, (k + 1) * blocks.size() / count)) {
                    parts.add(outline(block[0], block[1]));
                }
                borders.put(codes.get(k * codes.size() / count), parts.size() == 1 ? parts.getFirst()
                        : org.locationtech.jts.coverage.CoverageUnion.union(parts.toArray(Geometry[]::new)));
            }
        }

        /// Along the arterials, with the very same corners as they have.
        private Geometry outline(int c, int r) {
            List<Coordinate> ring = new ArrayList<>();
            side(ring, us[c], us[c + 1], u -> Warp.place(u, vs[r]));
            side(ring, vs[r], vs[r + 1], v -> Warp.place(us[c + 1], v));
            side(ring, us[c + 1], us[c], u -> Warp.place(u, vs[r + 1]));
            side(ring, vs[r + 1], vs[r], v -> Warp.place(us[c], v));
            ring.add(ring.getFirst());
            return SHAPES.createPolygon(ring.toArray(Coordinate[]::new));
        }

        private static void side(List<Coordinate> ring, double from, double to, java.util.function.DoubleFunction<Coordinate> place) {
            double low = Math.min(from, to);
            double high = Math.max(from, to);
            for (int i = 0; i < PIECES; i++) {
                int step = from < to ? i : PIECES - i;
                ring.add(place.apply(step == 0 ? low : step == PIECES ? high : low + (high - low) * step / PIECES));
            }
        }

        private static final int PIECES = 12;

        private static double[] breaks(double[] at) {
            double[] all = new double[(at.length - 1) * PIECES + 1];
            for (int i = 0; i + 1 < at.length; i++) {
                for (int j = 0; j < PIECES; j++) {
                    all[i * PIECES + j] = j == 0 ? at[i] : at[i] + (at[i + 1] - at[i]) * j / PIECES;
                }
            }
            all[all.length - 1] = at[at.length - 1];
            return all;
        }

        private static LineString line(double from, double to, java.util.function.DoubleFunction<Coordinate> place, double[] breaks) {
            List<Coordinate> line = new ArrayList<>();
            line.add(place.apply(from));
            if (breaks.length == 0) {
                for (int i = 1; i < PIECES; i++) {
                    line.add(place.apply(from + (to - from) * i / PIECES));
                }
            }
            for (double at : breaks) {
                line.add(place.apply(at));
            }
            line.add(place.apply(to));
            return SHAPES.createLineString(line.toArray(Coordinate[]::new));
        }
    }
}
