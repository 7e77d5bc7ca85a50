package jingwei.geocoding.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jingwei.geocoding.Found;
import jingwei.geocoding.Grade;
import jingwei.geocoding.Place;
import jingwei.geocoding.PlaceKind;
import jingwei.geocoding.index.Atlas;
import jingwei.geocoding.index.Codes;
import jingwei.geocoding.index.Line;
import jingwei.grid.GeoPoint;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/// 地点描述: says where a point is, by the order of the standard: a plate within 30 m, else a crossing within 150 m with direction
/// and distance, else a landmark within 200 m, else the road and its side (GCF-05).
///
/// Distances are rounded to five meters, directions to eight winds; a place that has ended is never used.
public final class Describer {

    private static final double PLATE = 30;
    private static final double CROSSING = 150;
    private static final double LANDMARK = 200;
    private static final double ROAD = 100;

    private final Atlas atlas;
    private final Fit fit;
    private final Doors doors;

    public Describer(Atlas atlas) {
        this.atlas = atlas;
        this.fit = new Fit(atlas);
        this.doors = new Doors(atlas, fit);
    }

    private record Near(int place, int other, double away, double x, double y) {
    }

    public List<Found> describe(GeoPoint point, LocalDate day) {
        return new Describing(day).describe(point);
    }

    /// One description, for one day.
    private final class Describing {

        private final LocalDate day;

        Describing(LocalDate day) {
            this.day = day;
        }

        List<Found> describe(GeoPoint point) {
            Coordinate at = atlas.plane().toMeters(new Coordinate(point.longitude(), point.latitude()));
            List<Integer> areas = areas(at.x, at.y);
            List<Found> found = new ArrayList<>();
            Near plate = spot(at, PLATE, PlaceKind.PLATE, PlaceKind.BUILDING);
            Near crossing = plate == null ? crossing(at) : null;
            Near landmark = plate == null && crossing == null ? spot(at, LANDMARK, PlaceKind.LANDMARK, PlaceKind.POI, PlaceKind.QUARTER) : null;
            Near road = plate == null && crossing == null && landmark == null ? road(at) : null;
            String prefix = prefix(areas, plate, crossing, landmark, road);
            if (plate != null) {
                found.add(found(List.of(plate.place), atlas.place(plate.place).kind().word(), at, full(plate.place, prefix), plate.away));
            } else if (crossing != null) {
                String name = prefix + atlas.place(crossing.place).name() + "与" + atlas.place(crossing.other).name() + "交叉口";
                found.add(found(List.of(crossing.place, crossing.other), "crossing", at, name + away(at, crossing, true), crossing.away));
            } else if (landmark != null) {
                found.add(found(List.of(landmark.place), atlas.place(landmark.place).kind().word(), at, full(landmark.place, prefix) + away(at, landmark, false),
                        landmark.away));
            } else if (road != null) {
                found.add(found(List.of(road.place), PlaceKind.ROAD.word(), at, prefix + atlas.place(road.place).name() + side(at, road), road.away));
            }
            for (int area : areas) {
                found.add(new Found(Grade.AREA, 0.5, atlas.place(area).kind().word(), List.of(atlas.place(area).id()), degrees(at)[0], degrees(at)[1],
                        doors.told(area), List.of(), List.of(), 0));
            }
            return found;
        }

        private Found found(List<Integer> places, String kind, Coordinate at, String text, double away) {
            return new Found(Grade.EXACT, 1, kind, places.stream().map(place -> atlas.place(place).id()).toList(), degrees(at)[0], degrees(at)[1],
                    text, List.of(), List.of(), away);
        }

        private double[] degrees(Coordinate meters) {
            Coordinate degrees = atlas.plane().toDegrees(meters.x, meters.y);
            return new double[] {Math.round(degrees.x * 1e7) / 1e7, Math.round(degrees.y * 1e7) / 1e7};
        }

        private String full(int place, String prefix) {
            String told = doors.told(place);
            return told.startsWith(prefix) || !atlas.place(place).standardName().isEmpty() ? told : prefix + told;
        }

        private static String away(Coordinate at, Near near, boolean crossing) {
            long rounded = Math.round(near.away / 5) * 5;
            if (rounded == 0) {
                return "";
            }
            String wind = Tails.wind(Math.toDegrees(Math.atan2(at.x - near.x, at.y - near.y)));
            return crossing ? wind + rounded + "米" : wind + "侧约" + rounded + "米";
        }

        private String side(Coordinate at, Near road) {
            double[] best = null;
            for (Line line : atlas.lines(road.place)) {
                Line.Foot foot = line.foot(at.x, at.y);
                if (best == null || foot.away() < best[0]) {
                    double[] on = line.at(foot.along());
                    best = new double[] {foot.away(), on[0], on[1]};
                }
            }
            if (best == null || best[0] < 1) {
                return "";
            }
            double angle = Math.toDegrees(Math.atan2(at.x - best[1], at.y - best[2]));
            return "路" + Tails.wind(Math.round(angle / 90) * 90.0);
        }

        private boolean usable(int place) {
            return atlas.place(place).inForce(day);
        }

        private @Nullable Near spot(Coordinate at, double radius, PlaceKind... kinds) {
            Near[] best = {null};
            Set<PlaceKind> wanted = Set.of(kinds);
            atlas.spots().around(at.x, at.y, radius, place -> {
                double away = Math.hypot(atlas.x(place) - at.x, atlas.y(place) - at.y);
                if (away <= radius && wanted.contains(atlas.place(place).kind()) && usable(place)
                        && (best[0] == null || rank(place, away) < rank(best[0].place, best[0].away))) {
                    best[0] = new Near(place, -1, away, atlas.x(place), atlas.y(place));
                }
            });
            return best[0];
        }

        /// A landmark is preferred to a shop a little nearer.
        private double rank(int place, double away) {
            return switch (atlas.place(place).kind()) {
                case LANDMARK, PLATE -> away;
                case QUARTER -> away + 40;
                case POI -> away + 60;
                case BUILDING -> away + 5;
                case CITY, DISTRICT, STREET, COMMUNITY, ROAD -> away + 1000;
            };
        }

        private @Nullable Near crossing(Coordinate at) {
            Set<Integer> roads = new LinkedHashSet<>();
            atlas.roads().around(at.x, at.y, CROSSING, road -> {
                if (usable(road)) {
                    roads.add(road);
                }
            });
            List<Integer> near = roads.stream().filter(road -> atlas.away(road, at.x, at.y) <= CROSSING)
                    .sorted(Comparator.comparingDouble(road -> atlas.away(road, at.x, at.y))).limit(12).toList();
            Near best = null;
            for (int i = 0; i < near.size(); i++) {
                for (int j = i + 1; j < near.size(); j++) {
                    if (sameFamily(near.get(i), near.get(j))) {
                        continue;
                    }
                    for (double[] point : atlas.meetings(near.get(i), near.get(j))) {
                        double away = Math.hypot(point[0] - at.x, point[1] - at.y);
                        if (away <= CROSSING && (best == null || away < best.away - 0.5)) {
                            best = new Near(near.get(i), near.get(j), away, point[0], point[1]);
                        }
                    }
                }
            }
            return best;
        }

        private boolean sameFamily(int one, int other) {
            String tail = "[东西南北中](大道|大街|路|街|巷)$";
            return atlas.place(one).name().replaceFirst(tail, "").equals(atlas.place(other).name().replaceFirst(tail, ""));
        }

        private @Nullable Near road(Coordinate at) {
            Near[] best = {null};
            atlas.roads().around(at.x, at.y, ROAD, road -> {
                double away = atlas.away(road, at.x, at.y);
                if (away <= ROAD && usable(road) && (best[0] == null || away < best[0].away)) {
                    best[0] = new Near(road, -1, away, at.x, at.y);
                }
            });
            return best[0];
        }

        /// Community, subdistrict and district of the point: by outline, else by the codes of what stands nearest.
        private List<Integer> areas(double x, double y) {
            List<Integer> found = new ArrayList<>();
            String code = nearestCode(x, y);
            for (PlaceKind kind : List.of(PlaceKind.COMMUNITY, PlaceKind.STREET, PlaceKind.DISTRICT)) {
                Integer area = fit.areaAt(kind, x, y, code);
                if (area != null) {
                    found.add(area);
                }
            }
            return found;
        }

        private String nearestCode(double x, double y) {
            double[] least = {300};
            String[] code = {""};
            atlas.spots().around(x, y, 300, spot -> {
                double away = Math.hypot(atlas.x(spot) - x, atlas.y(spot) - y);
                if (away < least[0] && !atlas.place(spot).code().isEmpty() && usable(spot)) {
                    least[0] = away;
                    code[0] = Codes.now(atlas.place(spot).code());
                }
            });
            return code[0];
        }

        private String prefix(List<Integer> areas, @Nullable Near... uses) {
            for (int area : areas) {
                if (atlas.place(area).kind() == PlaceKind.DISTRICT) {
                    return atlas.place(area).name();
                }
            }
            for (Near use : uses) {
                if (use != null) {
                    Place place = atlas.place(use.place);
                    return fit.districtOf(place.code());
                }
            }
            return "";
        }
    }
}
