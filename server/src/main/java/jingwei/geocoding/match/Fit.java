package jingwei.geocoding.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jingwei.geocoding.Place;
import jingwei.geocoding.PlaceKind;
import jingwei.geocoding.index.Atlas;
import jingwei.geocoding.index.Codes;
import jingwei.geocoding.index.Line;
import jingwei.geocoding.index.Names;
import org.jspecify.annotations.Nullable;

/// 区域相符: whether a spot lies in the areas a text names: by codes, by outlines, else by what stands around it.
final class Fit {

    static final int IN = 3;
    static final int OPEN = 2;
    /// Nothing decides, but what little there is speaks against it.
    static final int DOUBT = 1;
    static final int OUT = 0;
    private static final double AROUND = 250;
    private static final double FAR = 3000;

    private final Atlas atlas;
    private final Map<String, List<Integer>> areasByCode = new HashMap<>();
    private final Map<PlaceKind, List<Integer>> outlined = new EnumMap<>(PlaceKind.class);
    private final List<Integer> middles = new ArrayList<>();

    Fit(Atlas atlas) {
        this.atlas = atlas;
        for (int i = 0; i < atlas.size(); i++) {
            Place place = atlas.place(i);
            if (place.kind().isArea() && !place.code().isEmpty()) {
                areasByCode.computeIfAbsent(place.kind() + Codes.now(own(place)), key -> new ArrayList<>()).add(i);
            }
            if (place.kind() == PlaceKind.DISTRICT && !Double.isNaN(atlas.x(i))) {
                middles.add(i);
            }
            if (place.kind().isArea() && place.geometry() != null && place.geometry().getDimension() == 2 && place.validTo() == null) {
                outlined.computeIfAbsent(place.kind(), key -> new ArrayList<>()).add(i);
            }
        }
    }

    /// The code an area stands for, at its own level.
    private static String own(Place area) {
        return switch (area.kind()) {
            case CITY -> area.regionCode().substring(0, Math.min(4, area.regionCode().length()));
            case DISTRICT -> area.regionCode();
            case STREET -> area.streetCode().isEmpty() ? "" : area.streetCode();
            case COMMUNITY -> area.communityCode();
            case ROAD, PLATE, QUARTER, BUILDING, LANDMARK, POI -> area.code();
        };
    }

    /// Areas meant by a name on that day: those in force, else what became of them or what they came from.
    List<Integer> areas(Element element, LocalDate day) {
        Set<Integer> named = new LinkedHashSet<>();
        int surest = 9;
        for (int entry : element.places()) {
            // The listed name of an area beats forms made by rule: 吉利 is the district before it is the subdistrict.
            int tier = Math.max(1, Names.use(entry).ordinal());
            if (atlas.place(entry >> 3).kind().isArea() && tier <= surest) {
                if (tier < surest) {
                    named.clear();
                    surest = tier;
                }
                named.add(entry >> 3);
            }
        }
        List<Integer> inForce = named.stream().filter(area -> atlas.place(area).inForce(day)).toList();
        if (!inForce.isEmpty()) {
            return inForce;
        }
        Set<Integer> other = new LinkedHashSet<>();
        for (int area : named) {
            Place place = atlas.place(area);
            Integer next = atlas.successor(area, day);
            if (next != null) {
                other.add(next);
                continue;
            }
            for (int same : areasByCode.getOrDefault(place.kind() + Codes.now(own(place)), List.of())) {
                if (atlas.place(same).inForce(day)) {
                    other.add(same);
                }
            }
        }
        return other.isEmpty() ? List.copyOf(named) : List.copyOf(other);
    }

    /// Name of the district a code lies in; blank where it is not known.
    String districtOf(String code) {
        if (code.length() < 6) {
            return "";
        }
        List<Integer> known = areasByCode.getOrDefault(PlaceKind.DISTRICT + Codes.now(code.substring(0, 6)), List.of());
        return known.stream().filter(area -> atlas.place(area).validTo() == null).findFirst().map(area -> atlas.place(area).name())
                .orElseGet(() -> known.isEmpty() ? "" : atlas.place(known.getFirst()).name());
    }

    /// The area of a kind that holds the point: by outline where there is one, else by the code of what stands there.
    @Nullable Integer areaAt(PlaceKind kind, double x, double y, String code) {
        for (int area : outlined.getOrDefault(kind, List.of())) {
            if (Boolean.TRUE.equals(atlas.inside(area, x, y))) {
                return area;
            }
        }
        int length = kind == PlaceKind.COMMUNITY ? 12 : kind == PlaceKind.STREET ? 9 : 6;
        if (code.length() < length) {
            return null;
        }
        return areasByCode.getOrDefault(kind + Codes.now(code.substring(0, length)), List.of()).stream()
                .filter(area -> atlas.place(area).validTo() == null).findFirst().orElse(null);
    }

    int ofPlace(int place, List<List<Integer>> areas) {
        int fit = IN;
        for (List<Integer> alternatives : areas) {
            int best = OUT;
            for (int area : alternatives) {
                best = Math.max(best, atlas.place(place).kind() == PlaceKind.ROAD ? ofRoad(place, area) : ofSpot(place, area));
            }
            fit = Math.min(fit, best);
        }
        // A spot lies in one district only: of two that are named, nothing says which.
        return fit == OPEN && atlas.place(place).kind() != PlaceKind.ROAD && apart(areas) ? DOUBT : fit;
    }

    private int ofSpot(int number, int area) {
        Place place = atlas.place(number);
        String wanted = Codes.now(own(atlas.place(area)));
        if (number == area) {
            return IN;
        }
        int byCode = byCode(Codes.now(place.code()), wanted, place.code(), own(atlas.place(area)));
        if (byCode != OPEN || Double.isNaN(atlas.x(number))) {
            return byCode;
        }
        Boolean inside = atlas.inside(area, atlas.x(number), atlas.y(number));
        return inside == null ? bySurroundings(place, area, wanted, atlas.x(number), atlas.y(number)) : inside ? IN : nearOutline(area, atlas.x(number), atlas.y(number)) ? OPEN : OUT;
    }

    /// Where neither code nor outline decides: what stands around, else which district's middle is the nearest.
    private int bySurroundings(Place place, int area, String wanted, double x, double y) {
        if (elsewhere(area, x, y)) {
            return OUT;
        }
        int around = wanted.isEmpty() || !place.code().isEmpty() ? OPEN : around(x, y, wanted, AROUND);
        if (around == IN || atlas.place(area).kind() != PlaceKind.DISTRICT || !place.code().isEmpty()) {
            return around == OUT ? DOUBT : around;
        }
        double away = Math.hypot(atlas.x(area) - x, atlas.y(area) - y);
        boolean another = middles.stream().anyMatch(other -> !same(area, other) && Math.hypot(atlas.x(other) - x, atlas.y(other) - y) < away);
        return around == OUT || another ? DOUBT : OPEN;
    }

    /// Whether two of the areas named are different districts.
    private boolean apart(List<List<Integer>> areas) {
        List<List<Integer>> districts = areas.stream().filter(all -> all.stream().allMatch(area -> atlas.place(area).kind() == PlaceKind.DISTRICT)).toList();
        return districts.stream().anyMatch(one -> districts.stream().anyMatch(other -> one.stream().noneMatch(a -> other.stream().anyMatch(b -> same(a, b)))));
    }

    /// Whether a point for which nothing else speaks lies in the outline of another area of the kind, or right beside the point of
    /// another and far from that of the one asked for.
    private boolean elsewhere(int area, double x, double y) {
        PlaceKind kind = atlas.place(area).kind();
        for (int other : outlined.getOrDefault(kind, List.of())) {
            if (other != area && Boolean.TRUE.equals(atlas.inside(other, x, y))) {
                return true;
            }
        }
        double away = Math.hypot(atlas.x(area) - x, atlas.y(area) - y);
        return kind == PlaceKind.DISTRICT && away > FAR && middles.stream().anyMatch(other -> other != area
                && Math.hypot(atlas.x(other) - x, atlas.y(other) - y) * 4 < away && !same(area, other));
    }

    private boolean same(int one, int other) {
        String code = Codes.now(own(atlas.place(one)));
        return one == other || !code.isEmpty() && code.equals(Codes.now(own(atlas.place(other))));
    }

    private static int byCode(String code, String wanted, String rawCode, String rawWanted) {
        if (wanted.isEmpty() || code.isEmpty()) {
            return OPEN;
        }
        if (code.startsWith(wanted) || rawCode.startsWith(rawWanted)) {
            return IN;
        }
        return wanted.startsWith(code) ? OPEN : OUT;
    }

    int ofRoad(int road, int area) {
        Place place = atlas.place(road);
        String raw = own(atlas.place(area));
        String wanted = Codes.now(raw);
        if (atlas.place(area).kind() == PlaceKind.CITY) {
            return OPEN;
        }
        int best = place.code().isEmpty() ? OUT : byCode(Codes.now(place.code()), wanted, place.code(), raw);
        boolean evidence = !place.code().isEmpty();
        for (String code : atlas.codesAlong(road)) {
            evidence = true;
            best = Math.max(best, byCode(code, wanted, code, raw));
        }
        if (best == IN) {
            return IN;
        }
        for (Line line : atlas.lines(road)) {
            double step = Math.max(100, line.length() / 20);
            for (double along = 0; along <= line.length(); along += step) {
                double[] at = line.at(along);
                Boolean inside = atlas.inside(area, at[0], at[1]);
                if (inside != null && inside) {
                    return IN;
                }
                if (inside == null && !wanted.isEmpty() && around(at[0], at[1], wanted, 150) == IN) {
                    return OPEN;
                }
                evidence |= inside != null;
            }
        }
        if (!evidence && !Double.isNaN(atlas.x(road)) && elsewhere(area, atlas.x(road), atlas.y(road))) {
            return OUT;
        }
        return evidence ? best : OPEN;
    }

    int ofPoint(double x, double y, List<Integer> roads, List<List<Integer>> areas) {
        int fit = IN;
        for (List<Integer> alternatives : areas) {
            int best = OUT;
            for (int area : alternatives) {
                best = Math.max(best, ofPoint(x, y, roads, area));
            }
            fit = Math.min(fit, best);
        }
        return fit;
    }

    private int ofPoint(double x, double y, List<Integer> roads, int area) {
        String wanted = Codes.now(own(atlas.place(area)));
        if (atlas.place(area).kind() == PlaceKind.CITY) {
            return IN;
        }
        Boolean inside = atlas.inside(area, x, y);
        if (inside != null) {
            return inside ? IN : nearOutline(area, x, y) ? OPEN : OUT;
        }
        int around = wanted.isEmpty() ? OPEN : around(x, y, wanted, AROUND);
        if (around == IN) {
            return IN;
        }
        int roadsFit = IN;
        for (int road : roads) {
            roadsFit = Math.min(roadsFit, ofRoad(road, area));
        }
        boolean away = around == OUT && roadsFit == OUT || around != IN && elsewhere(area, x, y);
        return roadsFit == IN ? IN : away ? OUT : OPEN;
    }

    /// IN where something near lies in the area, OUT where all that is near lies elsewhere, OPEN where nothing near has a code.
    private int around(double x, double y, String wanted, double radius) {
        int[] seen = {OPEN};
        atlas.spots().around(x, y, radius, spot -> {
            if (seen[0] == IN || Math.hypot(atlas.x(spot) - x, atlas.y(spot) - y) > radius) {
                return;
            }
            String code = Codes.now(atlas.place(spot).code());
            if (!code.isEmpty() && code.length() >= wanted.length()) {
                seen[0] = code.startsWith(wanted) ? IN : OUT;
            }
        });
        return seen[0];
    }

    private boolean nearOutline(int area, double x, double y) {
        for (int angle = 0; angle < 360; angle += 45) {
            double radians = Math.toRadians(angle);
            if (Boolean.TRUE.equals(atlas.inside(area, x + 80 * Math.sin(radians), y + 80 * Math.cos(radians)))) {
                return true;
            }
        }
        return false;
    }
}
