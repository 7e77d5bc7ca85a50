package jingwei.geocoding.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jingwei.geocoding.Place;
import jingwei.geocoding.PlaceKind;
import jingwei.geocoding.text.Written;
import jingwei.grid.LocalPlane;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.linemerge.LineMerger;

/// 地点图集: all places of a version with their names, lines, plates, buildings and neighbours; immutable after it is made.
///
/// Places are numbered in the order of the file; everything else refers to these numbers. Lengths are meters in a plane at the
/// middle latitude of the places.
public final class Atlas {

    private static final double DEFAULT_WIDTH = 20;
    private static final double NARROW = 6;
    /// A door stands some meters behind the edge of its road.
    private static final double FRONT = 5;
    private static final double MOST_ASIDE = 60;
    private static final double QUARTER = 150;
    private static final int ENOUGH_PLATES = 3;
    private static final int MOST_STEPS = 8;
    private static final Line[] NO_LINES = {};

    private final List<Place> places;
    private final Map<String, Integer> byId = new HashMap<>();
    private final Names names = new Names();
    private final LocalPlane plane;
    private final double[] x;
    private final double[] y;
    private final Line[][] lines;
    private final Map<Integer, Plates> plates = new HashMap<>();
    private final Map<Integer, Map<String, Integer>> buildings = new HashMap<>();
    private final Map<Integer, Integer> parents = new HashMap<>();
    private final Map<Integer, Set<String>> codesOfRoads = new HashMap<>();
    private final Map<Integer, IndexedPointInAreaLocator> outlines = new HashMap<>();
    private final Nearby spots = new Nearby();
    private final Nearby roads = new Nearby();
    private final String city;

    public Atlas(Collection<Place> all) {
        places = List.copyOf(all);
        x = new double[places.size()];
        y = new double[places.size()];
        lines = new Line[places.size()][];
        plane = LocalPlane.at(middleLatitude(places));
        city = places.stream().filter(place -> place.kind() == PlaceKind.CITY).map(place -> Written.key(place.name()))
                .map(name -> name.endsWith("市") ? name.substring(0, name.length() - 1) : name).findFirst().orElse("");
        for (int i = 0; i < places.size(); i++) {
            byId.put(places.get(i).id(), i);
            geometry(i);
        }
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).kind() != PlaceKind.PLATE && places.get(i).kind() != PlaceKind.BUILDING) {
                name(i);
            }
        }
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).kind() == PlaceKind.PLATE) {
                plate(i);
            } else if (places.get(i).kind() == PlaceKind.BUILDING) {
                building(i);
            }
        }
        for (int i = 0; i < places.size(); i++) {
            Integer parent = byId.get(places.get(i).parentId());
            if (parent != null && parent != i) {
                parents.putIfAbsent(i, parent);
            }
        }
        plates.values().forEach(Plates::done);
        codes();
        names.done();
    }

    private static double middleLatitude(List<Place> places) {
        double low = 90;
        double high = -90;
        for (Place place : places) {
            if (place.hasPoint()) {
                low = Math.min(low, place.latitude());
                high = Math.max(high, place.latitude());
            } else if (place.geometry() != null) {
                low = Math.min(low, place.geometry().getEnvelopeInternal().getMinY());
                high = Math.max(high, place.geometry().getEnvelopeInternal().getMaxY());
            }
        }
        return low > high ? 34.66 : (low + high) / 2;
    }

    private void geometry(int i) {
        Place place = places.get(i);
        Geometry geometry = place.geometry();
        lines[i] = NO_LINES;
        x[i] = Double.NaN;
        y[i] = Double.NaN;
        if (geometry != null && geometry.getDimension() == 1) {
            lines[i] = lines(geometry);
            for (Line line : lines[i]) {
                for (int c = 0; c + 1 < line.corners(); c++) {
                    roads.add(Math.min(line.x(c), line.x(c + 1)), Math.min(line.y(c), line.y(c + 1)),
                            Math.max(line.x(c), line.x(c + 1)), Math.max(line.y(c), line.y(c + 1)), i);
                }
            }
        } else if (geometry instanceof Polygonal) {
            outlines.put(i, new IndexedPointInAreaLocator(geometry));
        }
        if (place.hasPoint()) {
            at(i, new Coordinate(place.longitude(), place.latitude()));
        } else if (lines[i].length > 0) {
            Line longest = lines[i][0];
            for (Line line : lines[i]) {
                longest = line.length() > longest.length() ? line : longest;
            }
            double[] middle = longest.at(longest.length() / 2);
            x[i] = middle[0];
            y[i] = middle[1];
        } else if (geometry != null && !geometry.isEmpty()) {
            at(i, geometry.getInteriorPoint().getCoordinate());
        }
        if (!place.kind().isArea() && place.kind() != PlaceKind.ROAD && !Double.isNaN(x[i])) {
            spots.add(x[i], y[i], i);
        }
    }

    private void at(int i, Coordinate degrees) {
        Coordinate meters = plane.toMeters(degrees);
        x[i] = meters.x;
        y[i] = meters.y;
    }

    private Line[] lines(Geometry geometry) {
        LineMerger merger = new LineMerger();
        merger.add(geometry);
        Collection<?> merged = geometry.getNumGeometries() == 1 ? List.of(geometry.getGeometryN(0)) : merger.getMergedLineStrings();
        List<Line> found = new ArrayList<>();
        for (Object one : merged) {
            Coordinate[] corners = ((LineString) one).getCoordinates();
            double[] xs = new double[corners.length];
            double[] ys = new double[corners.length];
            for (int c = 0; c < corners.length; c++) {
                Coordinate meters = plane.toMeters(corners[c]);
                xs[c] = meters.x;
                ys[c] = meters.y;
            }
            if (corners.length > 1) {
                found.add(new Line(xs, ys));
            }
        }
        return found.toArray(Line[]::new);
    }

    private void name(int i) {
        NameForms.of(places.get(i), city).forEach((word, use) -> names.add(word, i, use, true));
    }

    private void plate(int i) {
        Place place = places.get(i);
        PlateNumber number = PlateNumber.of(place.plateNumber());
        Integer road = byId.get(place.roadId());
        Written name = Written.of(place.name());
        PlateNumber bare = PlateNumber.at(name, 0);
        boolean onlyNumber = bare != null && bare.end() >= name.length();
        Integer said = null;
        for (String text : List.of(place.name(), place.standardName())) {
            Written words = Written.of(text);
            for (int cut = words.length() - 1; cut >= 2 && said == null; cut--) {
                for (int start = 0; start <= cut - 2 && said == null && (start == 0 || text.equals(place.standardName())); start++) {
                    int known = names.exact(Names.key(words.text(start, cut)));
                    PlateNumber rest = known < 0 ? null : PlateNumber.at(words, cut);
                    said = rest == null ? null : nearestRoad(known, i);
                    number = number == null && said != null ? rest : number;
                }
            }
        }
        road = road == null ? said : road;
        number = number == null && onlyNumber ? bare : number;
        if (road == null || number == null) {
            // A number without a road is no name: 3号 would be found in every address.
            if (!onlyNumber) {
                name(i);
            }
            return;
        }
        for (String alias : place.aliases()) {
            Written other = Written.of(alias);
            if (other.length() > 0 && !Character.isDigit(other.at(other.length() - 1)) && !other.toString().endsWith("号")) {
                names.add(other.toString(), i, NameUse.ALIAS, true);
            }
        }
        String word = name.toString();
        if (!word.endsWith("号") && !word.contains(String.valueOf(number.main()))) {
            names.add(word, i, NameUse.NAME, true);
        }
        parents.put(i, road);
        hang(i, number, road);
        // 中州中路439号 entered under 中州路 is found under both.
        if (said != null && !said.equals(road) && !places.get(said).name().equals(places.get(road).name())) {
            hang(i, number, said);
        }
    }

    private void hang(int i, PlateNumber number, int road) {
        double along = Double.NaN;
        double aside = Double.NaN;
        int part = 0;
        double best = Double.MAX_VALUE;
        for (int p = 0; p < lines[road].length && !Double.isNaN(x[i]); p++) {
            Line.Foot foot = lines[road][p].foot(x[i], y[i]);
            if (foot.away() < best) {
                best = foot.away();
                along = foot.along();
                aside = foot.aside();
                part = p;
            }
        }
        if (best > MOST_ASIDE) {
            // The line does not reach the door: where it would stand along it is not known.
            along = Double.NaN;
            aside = Double.NaN;
        }
        plates.computeIfAbsent(road, key -> new Plates()).add(new Plates.Plate(i, number.main(), number.key(), part, along, aside,
                x[i], y[i], places.get(i).plateSide()));
    }

    private @Nullable Integer nearestRoad(int word, int plate) {
        Integer best = null;
        double least = Double.MAX_VALUE;
        for (int entry : names.places(word)) {
            int road = entry >> 3;
            if (places.get(road).kind() == PlaceKind.ROAD) {
                double away = Double.isNaN(x[plate]) ? 0 : away(road, x[plate], y[plate]);
                if (away < least) {
                    least = away;
                    best = road;
                }
            }
        }
        return best;
    }

    private void building(int i) {
        Place place = places.get(i);
        Integer parent = byId.get(place.roadId().isEmpty() ? place.parentId() : place.roadId());
        String key = null;
        boolean plain = false;
        for (String text : List.of(place.name(), place.standardName())) {
            Written name = Written.of(text);
            for (int cut = name.length() - 1; cut >= 0 && key == null; cut--) {
                boolean figure = cut > 0 && Character.isDigit(name.at(cut)) && Character.isDigit(name.at(cut - 1));
                // The letter belongs to the number: the building B2 is not the second one.
                boolean lettered = cut > 0 && name.at(cut - 1) >= 'a' && name.at(cut - 1) <= 'z';
                BuildingNumber number = figure || lettered ? null : BuildingNumber.at(name, cut);
                if (number == null || number.end() < name.length()) {
                    continue;
                }
                int from = Math.max(0, cut - Names.LONGEST);
                for (int start = from; start < cut && parent == null; start++) {
                    int known = names.exact(Names.key(name.text(start, cut)));
                    parent = known < 0 ? null : nearestSpot(known, i);
                }
                if (parent != null) {
                    key = number.key();
                    // 阳光花园2号楼 is found by its quarter and number, so that quarters of one name are not told apart by chance.
                    plain = cut == 0 || names.exact(Names.key(name.text(0, cut))) >= 0;
                }
            }
        }
        if (parent == null && key == null) {
            BuildingNumber lone = BuildingNumber.at(Written.of(place.name()), 0);
            parent = lone == null ? null : quarterAround(i);
            key = parent == null ? null : lone.key();
        }
        if (parent != null && key != null) {
            parents.put(i, parent);
            buildings.computeIfAbsent(parent, any -> new HashMap<>()).putIfAbsent(key, i);
            for (String alias : place.aliases()) {
                names.add(Written.key(alias), i, NameUse.ALIAS, true);
            }
        }
        BuildingNumber whole = BuildingNumber.at(Written.of(place.name()), 0);
        boolean onlyNumber = whole != null && whole.end() >= Written.of(place.name()).length();
        if (!plain && !onlyNumber) {
            String word = Written.key(place.name());
            if (parent == null || word.length() > 4) {
                name(i);
            }
        }
    }

    /// The quarter a building stands in, where only one is near.
    private @Nullable Integer quarterAround(int building) {
        Integer best = null;
        double least = QUARTER;
        double second = 2 * QUARTER;
        for (int i = 0; i < places.size() && !Double.isNaN(x[building]); i++) {
            double away = places.get(i).kind() == PlaceKind.QUARTER ? Math.hypot(x[i] - x[building], y[i] - y[building]) : Double.NaN;
            if (away < least) {
                second = best == null ? second : least;
                least = away;
                best = i;
            } else if (away < second) {
                second = away;
            }
        }
        return second < 2 * least ? null : best;
    }

    private @Nullable Integer nearestSpot(int word, int from) {
        Integer best = null;
        double least = Double.MAX_VALUE;
        for (int entry : names.places(word)) {
            int spot = entry >> 3;
            PlaceKind kind = places.get(spot).kind();
            if (kind == PlaceKind.QUARTER || kind == PlaceKind.LANDMARK || kind == PlaceKind.POI) {
                double away = Double.isNaN(x[from]) || Double.isNaN(x[spot]) ? 1e6 : Math.hypot(x[from] - x[spot], y[from] - y[spot]);
                away -= kind == PlaceKind.QUARTER ? 1000 : 0;
                if (away < least) {
                    least = away;
                    best = spot;
                }
            }
        }
        return best;
    }

    private void codes() {
        plates.forEach((road, along) -> {
            Set<String> codes = new LinkedHashSet<>();
            for (Plates.Plate plate : along.all()) {
                String code = places.get(plate.place()).code();
                if (!code.isEmpty()) {
                    codes.add(Codes.now(code));
                }
            }
            codesOfRoads.put(road, codes);
        });
    }

    public int size() {
        return places.size();
    }

    public Place place(int number) {
        return places.get(number);
    }

    public List<Place> places() {
        return places;
    }

    public @Nullable Integer number(String id) {
        return byId.get(id);
    }

    /// 后继: what took over from a place that ended before the day, and is in force on it; null where nothing did.
    public @Nullable Integer successor(int place, LocalDate day) {
        Integer now = place;
        for (int step = 0; step < MOST_STEPS && now != null; step++) {
            Place old = places.get(now);
            if (old.validTo() == null || !day.isAfter(old.validTo())) {
                return now == place ? null : now;
            }
            now = byId.get(old.succession().successor());
        }
        return null;
    }

    public Names names() {
        return names;
    }

    /// The city's name without 市; blank where the places name no city.
    public String city() {
        return city;
    }

    public LocalPlane plane() {
        return plane;
    }

    public double x(int number) {
        return x[number];
    }

    public double y(int number) {
        return y[number];
    }

    public Line[] lines(int road) {
        return lines[road];
    }

    /// Width in meters; where the gazetteer does not say, what the doors along the road leave for it.
    public double width(int road) {
        double width = places.get(road).width();
        if (!Double.isNaN(width) && width > 0) {
            return width;
        }
        Plates along = plates.get(road);
        double[] asides = along == null ? new double[0] : along.all().stream().mapToDouble(plate -> Math.abs(plate.aside()))
                .filter(aside -> aside < MOST_ASIDE).sorted().toArray();
        return asides.length < ENOUGH_PLATES ? DEFAULT_WIDTH : Math.max(NARROW, 2 * (asides[asides.length / 2] - FRONT));
    }

    public @Nullable Plates plates(int road) {
        return plates.get(road);
    }

    public Map<String, Integer> buildings(int quarter) {
        return buildings.getOrDefault(quarter, Map.of());
    }

    /// Road of a plate, quarter of a building, what a shop or landmark stands in.
    public @Nullable Integer parent(int place) {
        return parents.get(place);
    }

    /// Whether a place stands in another, be it some steps up.
    public boolean within(int place, int outer) {
        Integer now = parents.get(place);
        for (int step = 0; step < MOST_STEPS && now != null; step++) {
            if (now == outer) {
                return true;
            }
            now = parents.get(now);
        }
        return false;
    }

    /// Codes of the plates along a road, as of today.
    public Set<String> codesAlong(int road) {
        return codesOfRoads.getOrDefault(road, Set.of());
    }

    public Nearby spots() {
        return spots;
    }

    public Nearby roads() {
        return roads;
    }

    /// Whether an outline is known and holds the point; null where none is known.
    public @Nullable Boolean inside(int area, double px, double py) {
        IndexedPointInAreaLocator outline = outlines.get(area);
        if (outline == null) {
            return null;
        }
        Coordinate degrees = plane.toDegrees(px, py);
        synchronized (outline) {
            return outline.locate(degrees) != Location.EXTERIOR;
        }
    }

    /// Meters from a point to a road.
    public double away(int road, double px, double py) {
        double least = Double.MAX_VALUE;
        for (Line line : lines[road]) {
            least = Math.min(least, line.foot(px, py).away());
        }
        return least == Double.MAX_VALUE && !Double.isNaN(x[road]) ? Math.hypot(px - x[road], py - y[road]) : least;
    }

    /// 交叉点: where two roads meet; meetings closer than 60 m to each other are one (divided roads).
    public List<double[]> meetings(int one, int other) {
        List<double[]> raw = new ArrayList<>();
        for (Line a : lines[one]) {
            for (Line b : lines[other]) {
                raw.addAll(a.meetings(b, 30));
            }
        }
        List<double[]> found = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (double[] point : raw) {
            int same = -1;
            for (int i = 0; i < found.size(); i++) {
                if (Math.hypot(found.get(i)[0] - point[0], found.get(i)[1] - point[1]) < 60) {
                    same = i;
                }
            }
            if (same < 0) {
                found.add(point.clone());
                counts.add(1);
            } else {
                int n = counts.get(same);
                double[] middle = found.get(same);
                middle[0] = (middle[0] * n + point[0]) / (n + 1);
                middle[1] = (middle[1] * n + point[1]) / (n + 1);
                counts.set(same, n + 1);
            }
        }
        return found;
    }
}
