package jingwei.geocoding.town;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import jingwei.geocoding.Place;
import jingwei.geocoding.PlaceKind;
import jingwei.grid.GeoPoint;
import jingwei.grid.LocalPlane;
import jingwei.grid.Location;
import jingwei.grid.Region;
import jingwei.grid.UnitGrid;
import jingwei.grid.town.Town;
import jingwei.standards.RegionCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/// 示范地点: names every fourth street of a drawn town, sets plates along it, quarters and landmarks between; the same for the same
/// seed.
public final class TownPlaces {

    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final String SOURCE = "示范数据";
    private static final int ROW_STEP = 4;
    private static final int COLUMN_STEP = 3;
    private static final String[] CITY_ACROSS = {"建设路", "景华路", "中州西路,中州中路", "凯旋西路,凯旋东路", "九都西路,九都中路", "滨河北路"};
    private static final String[] CITY_DOWN = {"太原路", "长安路", "青岛路", "南昌路", "珠江路", "王城大道", "芳林路", "金谷园路", "解放路"};
    private static final String[] COUNTY_ACROSS = {"新安大道", "涧河路", "汉关路", "黛眉路"};
    private static final String[] COUNTY_DOWN = {"函谷路", "北京路", "文化路", "世纪路", "人民路"};
    private static final String[][] CITY_SIGHTS = {{"王城公园", ""}, {"上海市场", ""}, {"广州市场", ""}, {"周王城广场", "天子驾六"}, {"百货大楼", "百货楼"}, {"洛阳火车站", "火车站"},
        {"河南科技大学西苑校区", "河科大"}, {"第一拖拉机厂", "拖厂|一拖"}, {"洛阳轴承厂", "洛轴|轴承厂"}, {"洛阳正骨医院", "正骨院"}, {"牡丹广场", ""}, {"西工体育场", ""}, {"牡丹桥", ""}};
    private static final String[][] COUNTY_SIGHTS = {{"汉函谷关", "函谷关"}, {"新安县人民医院", "县医院"}, {"汉关广场", ""}, {"千唐志斋", ""}};

    private final Town town;
    private final Random random;
    private final List<Place> places = new ArrayList<>();
    private final String prefix;
    private int serial;

    private TownPlaces(long seed, Town town) {
        this.town = town;
        this.random = new Random(seed);
        this.prefix = (town.plan().top().digits() + "00").substring(0, 6);
    }

    public static List<Place> draw(long seed, Town town) {
        TownPlaces one = new TownPlaces(seed, town);
        one.areas();
        one.roads();
        one.quarters();
        one.sights();
        return List.copyOf(one.places);
    }

    private String id(PlaceKind kind) {
        return prefix + (kind.ordinal() < 9 ? "0" : "") + (kind.ordinal() + 1) + String.format("%08d", ++serial);
    }

    private Place place(PlaceKind kind, String name, List<String> aliases, String region, String street, String community, String road, String number,
            char side, @Nullable GeoPoint at, @Nullable Geometry shape, double width, @Nullable LocalDate from, @Nullable LocalDate to) {
        Place place = new Place(id(kind), kind, name, "", aliases, region, street, community, road, number, side,
                at == null ? Double.NaN : at.longitude(), at == null ? Double.NaN : at.latitude(), shape, width, from, to, SOURCE, "");
        places.add(place);
        return place;
    }

    /// Regions with the outline of their drawn cells; those that were not drawn stand at the town's corner without outline.
    private void areas() {
        Map<RegionCode, List<Geometry>> cells = new TreeMap<>();
        for (UnitGrid cell : town.map().cells()) {
            RegionCode community = cell.code().community();
            cells.computeIfAbsent(community, any -> new ArrayList<>()).add(cell.outline());
            cells.computeIfAbsent(community.at(RegionCode.Level.SUBDISTRICT), any -> new ArrayList<>()).add(cell.outline());
        }
        boolean city = false;
        for (Region region : town.draft().regions()) {
            String code = region.code().digits();
            if (code.length() == 12 && !region.inForce()) {
                continue;
            }
            List<Geometry> inside = cells.get(region.code());
            Geometry outline = inside == null ? null : UnaryUnionOp.union(inside);
            Coordinate centre = outline == null ? null : outline.getInteriorPoint().getCoordinate();
            GeoPoint at = centre == null ? null : new GeoPoint(centre.x, centre.y);
            PlaceKind kind = switch (code.length()) {
                case 4 -> PlaceKind.CITY;
                case 6 -> PlaceKind.DISTRICT;
                case 9 -> PlaceKind.STREET;
                default -> PlaceKind.COMMUNITY;
            };
            city |= kind == PlaceKind.CITY;
            String name = region.name().replaceFirst("街道办事处$", "街道").replaceFirst("社区居民委员会$", "社区").replaceFirst("村村民委员会$", "村")
                    .replaceFirst("居民委员会$", "社区").replaceFirst("村民委员会$", "村");
            place(kind, name, List.of(), code.length() >= 6 ? code.substring(0, 6) : code, code.length() >= 9 ? code.substring(0, 9) : "",
                    code.length() == 12 ? code : "", "", "", ' ', at, outline, Double.NaN, region.inForce() ? null : region.validFrom(), region.validTo());
        }
        if (!city) {
            place(PlaceKind.CITY, "洛阳市", List.of(), "410300", "", "", "", "", ' ', null, null, Double.NaN, null, null);
        }
    }

    private boolean isCity() {
        return town.plan().top().digits().length() == 4;
    }

    private void roads() {
        int columns = town.plan().stripColumns() * town.plan().subdistricts().size();
        int rows = town.plan().rows();
        String[] across = isCity() ? CITY_ACROSS : COUNTY_ACROSS;
        for (int r = 0, n = 0; r <= rows && n < across.length; r += ROW_STEP, n++) {
            String[] members = across[n].split(",");
            for (int m = 0; m < members.length; m++) {
                int from = columns * m / members.length;
                int to = columns * (m + 1) / members.length;
                List<GeoPoint> line = new ArrayList<>();
                for (int c = from; c < to; c++) {
                    join(line, town.streets().get(r * columns + c));
                }
                road(members[m], line, true);
            }
        }
        String[] down = isCity() ? CITY_DOWN : COUNTY_DOWN;
        for (int c = 0, n = 0; c <= columns && n < down.length; c += COLUMN_STEP, n++) {
            List<GeoPoint> line = new ArrayList<>();
            for (int r = 0; r < rows; r++) {
                join(line, town.streets().get((rows + 1) * columns + r * (columns + 1) + c));
            }
            road(down[n], line, false);
        }
    }

    private static void join(List<GeoPoint> line, List<GeoPoint> more) {
        line.addAll(line.isEmpty() ? more : more.subList(1, more.size()));
    }

    private void road(String name, List<GeoPoint> line, boolean east) {
        double width = 14 + 4 * random.nextInt(5);
        Coordinate[] corners = line.stream().map(at -> new Coordinate(at.longitude(), at.latitude())).toArray(Coordinate[]::new);
        Place road = place(PlaceKind.ROAD, name, List.of(), "", "", "", "", "", ' ', null, SHAPES.createLineString(corners), width, null, null);
        LocalPlane plane = LocalPlane.at(line.getFirst().latitude());
        for (int parity = 1; parity <= 2; parity++) {
            int number = parity;
            double wanted = 15 + 10 * random.nextDouble();
            double walked = 0;
            for (int i = 1; i < line.size(); i++) {
                Coordinate a = plane.toMeters(corners[i - 1]);
                Coordinate b = plane.toMeters(corners[i]);
                double length = a.distance(b);
                while (wanted < walked + length) {
                    double part = (wanted - walked) / length;
                    double aside = (parity == 1 ? 1 : -1) * (width / 2 + 4);
                    Coordinate at = plane.toDegrees(a.x + part * (b.x - a.x) - aside * (b.y - a.y) / length,
                            a.y + part * (b.y - a.y) + aside * (b.x - a.x) / length);
                    char side = east ? parity == 1 ? 'N' : 'S' : parity == 1 ? 'E' : 'W';
                    plate(road, number, side, new GeoPoint(at.x, at.y));
                    number += 2 * (1 + random.nextInt(2));
                    wanted += 18 + 14 * random.nextDouble();
                }
                walked += length;
            }
        }
    }

    private void plate(Place road, int number, char side, GeoPoint at) {
        Location where = town.map().locate(at).orElse(null);
        if (where != null && random.nextInt(6) > 0) {
            place(PlaceKind.PLATE, road.name() + number + "号", List.of(), where.district().code().digits(), where.subdistrict().code().digits(),
                    where.community().code().digits(), road.id(), String.valueOf(number), side, at, null, Double.NaN, null, null);
        }
    }

    /// One quarter in the middle of each drawn community, with its buildings.
    private void quarters() {
        Map<RegionCode, UnitGrid> middle = new TreeMap<>();
        Map<RegionCode, Integer> counts = new HashMap<>();
        for (UnitGrid cell : town.map().cells()) {
            if (counts.merge(cell.code().community(), 1, Integer::sum) % 9 == 5) {
                middle.putIfAbsent(cell.code().community(), cell);
            }
        }
        middle.forEach((community, cell) -> {
            String name = town.map().region(community).map(Region::name).orElse("").replaceFirst("(社区居民委员会|社区|居民委员会|村村民委员会|村民委员会)$", "") + "家园";
            Coordinate centre = cell.outline().getCentroid().getCoordinate();
            String district = community.at(RegionCode.Level.DISTRICT).digits();
            String street = community.at(RegionCode.Level.SUBDISTRICT).digits();
            Place quarter = place(PlaceKind.QUARTER, name, List.of(), district, street, community.digits(), "", "", ' ', new GeoPoint(centre.x, centre.y), null,
                    Double.NaN, null, null);
            for (int b = 1; b <= 4 + random.nextInt(5); b++) {
                place(PlaceKind.BUILDING, name + b + "号楼", List.of(), district, street, community.digits(), quarter.id(), "", ' ',
                        new GeoPoint(centre.x + (b % 3 - 1) * 0.0003, centre.y + (b / 3 - 1) * 0.00025), null, Double.NaN, null, null);
            }
        });
    }

    private void sights() {
        List<UnitGrid> cells = town.map().cells();
        String[][] sights = isCity() ? CITY_SIGHTS : COUNTY_SIGHTS;
        for (int i = 0; i < sights.length; i++) {
            UnitGrid cell = cells.get((i * 37 + 11) % cells.size());
            Coordinate centre = cell.outline().getCentroid().getCoordinate();
            RegionCode community = cell.code().community();
            place(PlaceKind.LANDMARK, sights[i][0], sights[i][1].isEmpty() ? List.of() : List.of(sights[i][1].split("\\|")),
                    community.at(RegionCode.Level.DISTRICT).digits(), community.at(RegionCode.Level.SUBDISTRICT).digits(), community.digits(), "", "", ' ',
                    new GeoPoint(centre.x, centre.y), null, Double.NaN, null, null);
        }
    }
}
