package jingwei.geocoding.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jingwei.geocoding.Grade;
import jingwei.geocoding.Place;
import jingwei.geocoding.PlaceKind;
import jingwei.geocoding.index.Atlas;
import jingwei.geocoding.index.BuildingNumber;
import jingwei.geocoding.index.Line;
import jingwei.geocoding.index.PlateNumber;
import jingwei.geocoding.index.Plates;
import jingwei.geocoding.match.Reading.Core;
import jingwei.geocoding.match.Settler.Candidate;
import jingwei.geocoding.match.Settler.Outcome;
import org.jspecify.annotations.Nullable;

/// 门牌与楼牌: finds a door or a building, or says how much of it is known.
///
/// A plate is taken as it stands; a suffix that is not known falls to its number; a number that is missing is interpolated between
/// its neighbours of the same parity and side, never beyond them (GCF-03).
final class Doors {

    private final Atlas atlas;
    private final Fit fit;

    Doors(Atlas atlas, Fit fit) {
        this.atlas = atlas;
        this.fit = fit;
    }

    /// Standard description of a place: district, then name.
    String told(int number) {
        Place place = atlas.place(number);
        if (!place.standardName().isEmpty()) {
            return place.standardName();
        }
        String name = place.name();
        Integer parent = atlas.parent(number);
        if (parent != null && !name.startsWith(atlas.place(parent).name()) && place.kind() != PlaceKind.QUARTER) {
            name = atlas.place(parent).name() + name;
        }
        String district = place.kind() == PlaceKind.DISTRICT || place.kind() == PlaceKind.CITY ? "" : fit.districtOf(place.code());
        return name.startsWith(district) ? name : district + name;
    }

    Outcome plate(Core.AtPlate core, List<Candidate> roads, List<List<Integer>> areas, LocalDate day) {
        int lowest = roads.stream().mapToInt(Candidate::tier).min().orElse(0);
        Outcome last = null;
        for (int tier = lowest; tier <= 2; tier++) {
            int wanted = tier;
            List<Candidate> same = roads.stream().filter(road -> road.tier() == wanted).toList();
            if (same.isEmpty()) {
                continue;
            }
            Outcome outcome = plateOf(core, same, areas, day);
            if (outcome.confident() || last == null) {
                last = outcome.confident() || last == null ? outcome : last;
            }
            if (outcome.confident()) {
                return outcome;
            }
        }
        return last == null ? Outcome.nothing("not-in-the-gazetteer", "没有这条路", List.of()) : last;
    }

    private Outcome plateOf(Core.AtPlate core, List<Candidate> roads, List<List<Integer>> areas, LocalDate day) {
        PlateNumber number = core.number();
        List<Settled> exact = new ArrayList<>();
        List<Settled> main = new ArrayList<>();
        List<Settled> between = new ArrayList<>();
        List<Integer> fitting = new ArrayList<>();
        for (Candidate candidate : roads) {
            int road = candidate.place();
            int roadFit = areas.isEmpty() ? Fit.OPEN : fit.ofPlace(road, areas);
            if (roadFit > Fit.OUT) {
                fitting.add(road);
            }
            Plates plates = atlas.plates(road);
            if (plates == null) {
                continue;
            }
            for (Plates.Plate plate : plates.exact(number.key(), number.main())) {
                exact.add(spot(Grade.EXACT, 1, plate, road, areas, core, ""));
            }
            List<Plates.Plate> others = plates.range(number.main());
            if (!others.isEmpty() && others.stream().noneMatch(plate -> plate.key().equals(number.key()))) {
                main.add(spot(Grade.EXACT, 0.9, others.getFirst(), road, areas, core, "按主号 " + number.main() + " 号定位"));
            }
            if (others.isEmpty()) {
                Plates.Gap gap = plates.around(number.main(), atlas.width(road));
                if (gap != null) {
                    between.add(interpolated(gap, number.main(), road, areas));
                }
            }
        }
        for (List<Settled> tier : List.of(exact, main)) {
            // A door that has been renumbered stands behind the one that bears the number on that day.
            if (tier.stream().anyMatch(spot -> atlas.place(spot.places().getFirst()).inForce(day))) {
                tier.removeIf(spot -> !atlas.place(spot.places().getFirst()).inForce(day));
            }
        }
        for (List<Settled> tier : List.of(exact, main, between)) {
            List<Settled> in = tier.stream().filter(spot -> spot.fit() > Fit.OUT).toList();
            if (!in.isEmpty()) {
                return Outcome.of(Settler.settleAreas(in, ""));
            }
        }
        List<Settled> outside = exact.isEmpty() ? main.isEmpty() ? between : main : exact;
        if (!areas.isEmpty() && fitting.isEmpty()) {
            return Outcome.nothing("road-not-in-area", core.road().word() + "不经过所说的区域",
                    outside.stream().flatMap(spot -> spot.places().stream()).toList());
        }
        if (!outside.isEmpty()) {
            return Outcome.of(Settler.settleAreas(outside, "门牌不在所说的区域内"));
        }
        List<Settled> partial = fitting.stream().map(road -> onlyRoad(road, number)).toList();
        return Outcome.of(partial);
    }

    private Settled onlyRoad(int road, PlateNumber number) {
        Plates plates = atlas.plates(road);
        Settled spot = Settled.of(Grade.AREA, 0.4, PlaceKind.ROAD.word(), List.of(road), atlas.x(road), atlas.y(road), Fit.OPEN, List.of(road), told(road));
        if (plates == null) {
            return spot.graded(Grade.AREA, 1, "该路没有已知门牌");
        }
        boolean beyond = number.main() < plates.lowest() || number.main() > plates.highest();
        return beyond
                ? spot.graded(Grade.CONFLICT, 0.8, "该路已知门牌为 " + plates.lowest() + " 至 " + plates.highest() + " 号，没有 " + number.main() + " 号")
                : spot.graded(Grade.AREA, 1, "没有 " + number.main() + " 号，同侧也没有可供内插的门牌");
    }

    private Settled spot(Grade grade, double score, Plates.Plate plate, int road, List<List<Integer>> areas, Core.AtPlate core, String because) {
        int place = plate.place();
        BuildingNumber building = core.building();
        if (building != null) {
            Integer known = atlas.buildings(place).get(building.key());
            place = known == null ? place : known;
        }
        int in = areas.isEmpty() ? Fit.OPEN : fit.ofPlace(place, areas);
        // A plate without a code lies where its road does.
        if ((in == Fit.OPEN || in == Fit.DOUBT) && !areas.isEmpty() && atlas.place(place).code().isEmpty()) {
            in = fit.ofPoint(plate.x(), plate.y(), List.of(road), areas);
        }
        Settled spot = Settled.of(grade, score, atlas.place(place).kind().word(), List.of(place), atlas.x(place), atlas.y(place), in, List.of(road),
                told(place));
        return because.isEmpty() ? spot : spot.graded(grade, 1, because);
    }

    private Settled interpolated(Plates.Gap gap, int number, int road, List<List<Integer>> areas) {
        Plates.Plate a = gap.below();
        Plates.Plate b = gap.above();
        double part = (number - a.number()) / (double) (b.number() - a.number());
        double x = a.x() + part * (b.x() - a.x());
        double y = a.y() + part * (b.y() - a.y());
        if (!Double.isNaN(a.along()) && !Double.isNaN(b.along()) && a.part() == b.part()) {
            Line line = atlas.lines(road)[a.part()];
            double along = a.along() + part * (b.along() - a.along());
            double aside = a.aside() + part * (b.aside() - a.aside());
            double[] at = line.at(along);
            double[] direction = line.direction(along);
            x = at[0] - direction[1] * aside;
            y = at[1] + direction[0] * aside;
        }
        int in = areas.isEmpty() ? Fit.OPEN : Math.max(fit.ofPoint(x, y, List.of(road), areas),
                Math.max(fit.ofPlace(a.place(), areas), fit.ofPlace(b.place(), areas)));
        Settled spot = Settled.of(Grade.INTERPOLATED, 0.85, PlaceKind.PLATE.word(), List.of(road, a.place(), b.place()), x, y, in, List.of(road),
                told(road) + number + "号");
        return spot.graded(Grade.INTERPOLATED, 1, "在 " + a.number() + " 号与 " + b.number() + " 号之间内插");
    }

    Outcome building(Core.AtBuilding core, List<Candidate> quarters, List<List<Integer>> areas, List<Integer> hints) {
        List<Settled> found = new ArrayList<>();
        List<Settled> only = new ArrayList<>();
        int tier = quarters.stream().mapToInt(Candidate::tier).min().orElse(0);
        for (Candidate candidate : quarters) {
            int quarter = candidate.place();
            Map<String, Integer> buildings = atlas.buildings(quarter);
            int in = areas.isEmpty() ? Fit.OPEN : fit.ofPlace(quarter, areas);
            if (!hints.isEmpty() && (in == Fit.OPEN || in == Fit.DOUBT) && hints.stream().anyMatch(road -> atlas.away(road, atlas.x(quarter), atlas.y(quarter)) < 300)) {
                in = Fit.IN;
            }
            Integer building = buildings.get(core.number());
            if (building != null) {
                found.add(Settled.of(Grade.EXACT, 1 - 0.05 * candidate.tier(), PlaceKind.BUILDING.word(), List.of(building), atlas.x(building), atlas.y(building), in, List.of(),
                        told(building)));
            } else if (candidate.tier() == tier) {
                only.add(Settled.of(Grade.AREA, 0.5, atlas.place(quarter).kind().word(), List.of(quarter), atlas.x(quarter), atlas.y(quarter), in,
                        List.of(), told(quarter)).graded(Grade.AREA, 1, "没有 " + core.number() + " 号楼的楼牌，只定位到小区"));
            }
        }
        @Nullable Settled fits = found.stream().filter(spot -> spot.fit() > Fit.OUT).findFirst().orElse(null);
        if (fits != null || only.isEmpty()) {
            return Outcome.of(Settler.settleAreas(found, "该楼不在所说的区域内"));
        }
        return Outcome.of(Settler.settleAreas(only, "该小区不在所说的区域内"));
    }
}
