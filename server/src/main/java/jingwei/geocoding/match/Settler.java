package jingwei.geocoding.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import jingwei.geocoding.Grade;
import jingwei.geocoding.Place;
import jingwei.geocoding.PlaceKind;
import jingwei.geocoding.index.Atlas;
import jingwei.geocoding.index.NameUse;
import jingwei.geocoding.index.Names;
import jingwei.geocoding.match.Reading.Core;
import jingwei.geocoding.match.Reading.Tail;
import org.jspecify.annotations.Nullable;

/// 落点: settles a reading on the gazetteer: which places are meant, where they are, and how sure that is.
final class Settler {

    private static final int MOST_PAIRS = 600;
    private static final double SAME_SPOT = 100;

    private final Atlas atlas;
    private final Fit fit;
    private final Walk walk;
    private final Doors doors;
    private final Tails tails;

    Settler(Atlas atlas) {
        this.atlas = atlas;
        this.fit = new Fit(atlas);
        this.walk = new Walk(atlas);
        this.doors = new Doors(atlas, fit);
        this.tails = new Tails(atlas, walk);
    }

    /// What a reading came to: spots, or why there are none.
    record Outcome(List<Settled> spots, @Nullable String code, String reason, List<Integer> understood) {

        static Outcome of(List<Settled> spots) {
            return new Outcome(spots, null, "", List.of());
        }

        static Outcome nothing(String code, String reason, List<Integer> understood) {
            return new Outcome(List.of(), code, reason, understood);
        }

        boolean confident() {
            return !spots.isEmpty() && spots.getFirst().grade().confident();
        }
    }

    Fit fit() {
        return fit;
    }

    Outcome settle(Reading reading, LocalDate day) {
        List<List<Integer>> areas = reading.areas().stream().map(area -> fit.areas(area, day)).toList();
        Outcome outcome = switch (reading.core()) {
            case Core.AtPlate core -> doors.plate(core, candidates(core.road(), PlaceKind.ROAD, day), areas, day);
            case Core.AtCrossing core -> crossing(core, areas, day);
            case Core.AlongStretch core -> stretch(core, areas, day);
            case Core.AtBuilding core -> doors.building(core, spots(core.quarter(), day), areas, roadHints(reading, day));
            case Core.AtSpot core -> spot(core, reading, areas, day);
            case Core.OnRoad core -> road(core, areas, day);
            case Core.InArea core -> area(core, reading, day);
            case Core.Unknown core -> Outcome.nothing("not-in-the-gazetteer", "地名库中没有“" + core.name() + "”", firsts(areas));
        };
        if (outcome.spots().isEmpty()) {
            return outcome;
        }
        List<Settled> spots = outcome.spots();
        Tail tail = reading.tail();
        if (!tail.legs().isEmpty() || tail.hasSide()) {
            spots = tails.apply(spots, reading);
        }
        return new Outcome(similar(reading, spots), null, "", List.of());
    }

    /// Names that were not written as they stand lower the score, and say so.
    private static List<Settled> similar(Reading reading, List<Settled> spots) {
        StringBuilder corrected = new StringBuilder();
        for (Element element : elements(reading)) {
            if (element.way() != Element.Way.WRITTEN) {
                corrected.append(corrected.isEmpty() ? "" : "，").append(element.way().zh).append("为").append(element.word());
            }
        }
        return corrected.isEmpty() ? spots
                : spots.stream().map(spot -> spot.graded(spot.grade(), 0.85, corrected.toString())).toList();
    }

    static List<Element> elements(Reading reading) {
        List<Element> all = new ArrayList<>(reading.areas());
        switch (reading.core()) {
            case Core.AtPlate core -> all.add(core.road());
            case Core.AtCrossing core -> all.addAll(core.roads());
            case Core.AlongStretch core -> all.addAll(List.of(core.road(), core.from(), core.to()));
            case Core.AtBuilding core -> all.add(core.quarter());
            case Core.AtSpot core -> {
                all.add(core.spot());
                if (core.inside() != null) {
                    all.add(core.inside());
                }
            }
            case Core.OnRoad core -> all.add(core.road());
            case Core.InArea core -> all.add(core.area());
            case Core.Unknown core -> all.addAll(List.of());
        }
        return all.stream().distinct().toList();
    }

    private static List<Integer> firsts(List<List<Integer>> areas) {
        return areas.stream().filter(one -> !one.isEmpty()).map(List::getFirst).toList();
    }

    /// Places of a kind a name may mean, best use first; ended ones only where nothing in force bears the name.
    List<Candidate> candidates(Element element, PlaceKind kind, LocalDate day) {
        return candidates(element, place -> place.kind() == kind, day);
    }

    private List<Candidate> candidates(Element element, Predicate<Place> wanted, LocalDate day) {
        List<Candidate> all = new ArrayList<>();
        for (int entry : element.places()) {
            if (wanted.test(atlas.place(entry >> 3))) {
                all.add(new Candidate(entry >> 3, Names.use(entry)));
            }
        }
        List<Candidate> inForce = all.stream().filter(one -> atlas.place(one.place()).inForce(day)).toList();
        List<Candidate> named = inForce.stream().filter(one -> NowCalled.former(atlas.place(one.place()), element, day) == null).toList();
        List<Candidate> kept = !named.isEmpty() ? named : inForce.isEmpty() ? withSuccessors(all, day) : inForce;
        return kept.stream().sorted(Comparator.comparing(Candidate::use)).toList();
    }

    /// Ended places and what took over from them.
    private List<Candidate> withSuccessors(List<Candidate> ended, LocalDate day) {
        List<Candidate> all = new ArrayList<>(ended);
        for (Candidate one : ended) {
            Integer next = atlas.successor(one.place(), day);
            if (next != null && atlas.place(next).kind() == atlas.place(one.place()).kind() && all.stream().noneMatch(other -> other.place() == next)) {
                all.add(new Candidate(next, one.use()));
            }
        }
        return all;
    }

    /// Of an ended place and its successor on the same spot the successor alone.
    private List<Settled> present(List<Settled> spots, LocalDate day) {
        return spots.stream().filter(spot -> {
            Integer next = atlas.successor(spot.places().getFirst(), day);
            return next == null || spots.stream().noneMatch(other -> other.places().getFirst().equals(next)
                    && (spot.kind().equals(PlaceKind.ROAD.word()) || Math.hypot(other.x() - spot.x(), other.y() - spot.y()) < SAME_SPOT));
        }).toList();
    }

    private List<Candidate> spots(Element element, LocalDate day) {
        return candidates(element, place -> !place.kind().isArea() && place.kind() != PlaceKind.ROAD, day);
    }

    /// A place a name may mean, and in what way it is its name.
    record Candidate(int place, NameUse use) {

        /// Names and aliases count alike; forms made by rule come after them.
        int tier() {
            return switch (use) {
                case NAME, ALIAS -> 0;
                case SHORT, GENERIC -> 1;
                case LOOSE -> 2;
            };
        }
    }

    private List<Integer> roadHints(Reading reading, LocalDate day) {
        return reading.hints().stream().flatMap(hint -> candidates(hint, PlaceKind.ROAD, day).stream()).map(Candidate::place).toList();
    }

    private Outcome crossing(Core.AtCrossing core, List<List<Integer>> areas, LocalDate day) {
        List<Candidate> firsts = candidates(core.roads().get(0), PlaceKind.ROAD, day);
        List<Candidate> seconds = candidates(core.roads().get(1), PlaceKind.ROAD, day);
        List<Integer> understood = List.of(firsts.getFirst().place(), seconds.getFirst().place());
        List<Settled> met = meet(firsts, seconds, areas);
        if (core.roads().size() > 2 && !met.isEmpty()) {
            List<Candidate> thirds = candidates(core.roads().get(2), PlaceKind.ROAD, day);
            List<Settled> all = met.stream().filter(spot -> thirds.stream()
                    .anyMatch(third -> atlas.away(third.place(), spot.x(), spot.y()) < 80)).toList();
            met = !all.isEmpty() ? all : met.stream().map(spot -> spot.graded(Grade.CONFLICT, 0.6, thirds.isEmpty() ? "第三条路不明"
                    : atlas.place(thirds.getFirst().place()).name() + "不经过此路口")).toList();
        }
        if (met.isEmpty()) {
            return Outcome.nothing("roads-do-not-meet", core.roads().get(0).word() + "与" + core.roads().get(1).word() + "不相交",
                    understood);
        }
        if (core.along() != null) {
            List<Integer> along = candidates(core.along(), PlaceKind.ROAD, day).stream().map(Candidate::place).toList();
            met = met.stream().map(spot -> {
                List<Integer> only = along.stream().filter(road -> atlas.away(road, spot.x(), spot.y()) < 45).toList();
                return only.isEmpty() ? spot : new Settled(spot.grade(), spot.score(), spot.kind(), spot.places(), spot.x(), spot.y(), spot.fit(),
                        only, spot.text(), spot.because(), spot.way(), spot.radius());
            }).toList();
        }
        return Outcome.of(settleAreas(met, "路口不在所说的区域内"));
    }

    /// Crossings of any of the ones with any of the others; the surest names that meet at all decide.
    private List<Settled> meet(List<Candidate> firsts, List<Candidate> seconds, List<List<Integer>> areas) {
        List<Settled> outside = List.of();
        for (int tier = 0; tier <= 4; tier++) {
            Map<String, Settled> found = new LinkedHashMap<>();
            List<Settled> spots = new ArrayList<>();
            int pairs = 0;
            for (Candidate first : firsts) {
                for (Candidate second : seconds) {
                    if (first.tier() + second.tier() != tier || first.place() == second.place() || pairs++ > MOST_PAIRS) {
                        continue;
                    }
                    for (double[] at : atlas.meetings(first.place(), second.place())) {
                        add(spots, first.place(), second.place(), at, areas, tier);
                    }
                }
            }
            spots.forEach(spot -> found.putIfAbsent(spot.x() + "/" + spot.y(), spot));
            if (spots.stream().anyMatch(spot -> spot.fit() > Fit.OUT)) {
                return List.copyOf(found.values());
            }
            outside = outside.isEmpty() ? List.copyOf(found.values()) : outside;
        }
        return outside;
    }

    private void add(List<Settled> spots, int first, int second, double[] at, List<List<Integer>> areas, int tier) {
        for (int i = 0; i < spots.size(); i++) {
            Settled known = spots.get(i);
            if (Math.hypot(known.x() - at[0], known.y() - at[1]) < 60) {
                // Both halves of a road meet the other one at the same point: one answer, and both may be walked.
                List<Integer> roads = new ArrayList<>(new LinkedHashSet<>(known.roads()));
                for (int road : new int[] {first, second}) {
                    if (!roads.contains(road)) {
                        roads.add(roads.indexOf(first) >= 0 || road == second ? roads.size() : 1, road);
                    }
                }
                spots.set(i, new Settled(known.grade(), known.score(), known.kind(), known.places(), known.x(), known.y(), known.fit(),
                        roads, known.text(), known.because(), known.way(), known.radius()));
                return;
            }
        }
        List<Integer> roads = List.of(first, second);
        spots.add(Settled.of(Grade.CROSSING, 1 - 0.02 * tier, "crossing", roads, at[0], at[1],
                areas.isEmpty() ? Fit.OPEN : fit.ofPoint(at[0], at[1], roads, areas), roads,
                atlas.place(first).name() + "与" + atlas.place(second).name() + "交叉口"));
    }

    private Outcome stretch(Core.AlongStretch core, List<List<Integer>> areas, LocalDate day) {
        List<Candidate> roads = candidates(core.road(), PlaceKind.ROAD, day);
        List<Candidate> froms = candidates(core.from(), PlaceKind.ROAD, day);
        List<Candidate> tos = candidates(core.to(), PlaceKind.ROAD, day);
        List<Settled> found = new ArrayList<>();
        for (Candidate road : roads) {
            List<Settled> begin = meet(List.of(road), froms, List.of());
            List<Settled> end = meet(List.of(road), tos, List.of());
            for (Settled a : begin) {
                for (Settled b : end) {
                    Settled part = Stretches.between(atlas, road.place(), a, b);
                    if (part != null) {
                        int in = areas.isEmpty() ? Fit.OPEN : fit.ofPoint(part.x(), part.y(), List.of(road.place()), areas);
                        found.add(new Settled(part.grade(), part.score() - 0.02 * road.tier(), part.kind(), part.places(), part.x(), part.y(), in,
                                part.roads(), part.text(), part.because(), part.way(), part.radius()));
                    }
                }
            }
        }
        if (found.isEmpty() && roads.size() > 1) {
            Settled across = Stretches.across(atlas, meet(roads, froms, List.of()), meet(roads, tos, List.of()));
            if (across != null) {
                found.add(across);
            }
        }
        if (found.isEmpty()) {
            return Outcome.nothing("roads-do-not-meet", core.road().word() + "与" + core.from().word() + "、" + core.to().word()
                    + "没有两个交叉口", List.of(roads.getFirst().place(), froms.getFirst().place(), tos.getFirst().place()));
        }
        List<Settled> shortest = found.stream().sorted(Comparator.comparingDouble(Settled::radius)).toList();
        boolean onePair = shortest.stream().allMatch(spot -> spot.places().equals(shortest.getFirst().places()));
        return Outcome.of(settleAreas(onePair ? List.of(shortest.getFirst()) : shortest, "路段不在所说的区域内"));
    }

    private Outcome spot(Core.AtSpot core, Reading reading, List<List<Integer>> areas, LocalDate day) {
        List<Candidate> all = inside(core, spots(core.spot(), day), day);
        int tier = all.getFirst().tier();
        List<Settled> found = new ArrayList<>();
        for (Candidate one : all) {
            // Forms made by rule stand behind names the gazetteer lists.
            if (one.tier() == tier && !Double.isNaN(atlas.x(one.place()))) {
                Place place = atlas.place(one.place());
                int in = areas.isEmpty() ? Fit.OPEN : fit.ofPlace(one.place(), areas);
                double score = switch (one.use()) {
                    case NAME -> 1;
                    case ALIAS -> 0.97;
                    case SHORT, GENERIC, LOOSE -> 0.9;
                };
                Settled spot = Settled.of(Grade.EXACT, score, place.kind().word(), List.of(one.place()), atlas.x(one.place()),
                        atlas.y(one.place()), in, List.of(), doors.told(one.place()));
                // An old name is still understood, but nobody is sent there unasked.
                found.add(place.inForce(day) ? spot : spot.graded(Grade.AREA, 0.9, "该地点在所问日期不在用"));
            }
        }
        if (found.isEmpty()) {
            return Outcome.nothing("no-position", core.spot().word() + "没有坐标", all.stream().map(Candidate::place).toList());
        }
        found = new ArrayList<>(present(found, day));
        List<Integer> hints = roadHints(reading, day);
        if (found.size() > 1 && !hints.isEmpty()) {
            List<Settled> near = found.stream().filter(one -> hints.stream().anyMatch(road -> atlas.away(road, one.x(), one.y()) < 200)).toList();
            found = near.isEmpty() ? found : new ArrayList<>(near);
        }
        List<Settled> settled = settleAreas(found, "该地点不在所说的区域内");
        return Outcome.of(core.part() ? settled.stream().map(spot -> spot.graded(spot.grade().confident() ? Grade.AREA : spot.grade(), 0.8,
                "只认出“" + core.spot().word() + "”，其后的名称不在地名库中")).toList() : settled);
    }

    /// Of several of one name those that stand in the other place named.
    private List<Candidate> inside(Core.AtSpot core, List<Candidate> all, LocalDate day) {
        Element outer = core.inside();
        if (outer == null) {
            return all;
        }
        List<Candidate> around = spots(outer, day);
        List<Candidate> kept = all.stream().filter(one -> around.stream().anyMatch(other -> atlas.within(one.place(), other.place()))).toList();
        return kept.isEmpty() ? all : kept;
    }

    private Outcome road(Core.OnRoad core, List<List<Integer>> areas, LocalDate day) {
        List<Candidate> all = candidates(core.road(), PlaceKind.ROAD, day);
        int tier = all.getFirst().tier();
        List<Settled> found = new ArrayList<>();
        for (Candidate one : all) {
            if (one.tier() == tier) {
                int in = areas.isEmpty() ? Fit.OPEN : fit.ofPlace(one.place(), areas);
                found.add(Settled.of(Grade.AREA, 0.6, PlaceKind.ROAD.word(), List.of(one.place()), atlas.x(one.place()), atlas.y(one.place()), in,
                        List.of(one.place()), doors.told(one.place())));
            }
        }
        List<Settled> fitting = present(found, day).stream().filter(spot -> spot.fit() > Fit.OUT).toList();
        if (fitting.isEmpty()) {
            return Outcome.nothing("road-not-in-area", core.road().word() + "不经过所说的区域", found.stream().map(spot -> spot.places().getFirst()).toList());
        }
        List<Settled> settled = settleAreas(fitting, "");
        if (tier == 0 && settled.size() == 1) {
            // 长安路 is also a subdistrict and a station: they follow, the road leads.
            List<Settled> more = new ArrayList<>(settled);
            List<Integer> others = new ArrayList<>();
            for (int entry : core.road().places()) {
                others.add(entry);
            }
            for (String end : List.of("站", "地铁站", "公交站")) {
                int known = atlas.names().exact(Names.key(core.road().word() + end));
                if (known >= 0) {
                    Arrays.stream(atlas.names().places(known)).forEach(others::add);
                }
            }
            for (int entry : others) {
                Place other = atlas.place(entry >> 3);
                if (other.kind() != PlaceKind.ROAD && areas.isEmpty() && other.inForce(day)) {
                    more.add(Settled.of(Grade.AMBIGUOUS, 0.5, other.kind().word(), List.of(entry >> 3), atlas.x(entry >> 3), atlas.y(entry >> 3),
                            Fit.OPEN, List.of(), doors.told(entry >> 3)));
                }
            }
            settled = more;
        }
        return Outcome.of(core.corner() ? settled.stream().map(spot -> spot.graded(spot.grade(), 0.9, "只说了一条路的路口")).toList() : settled);
    }

    private Outcome area(Core.InArea core, Reading reading, LocalDate day) {
        List<Integer> meant = fit.areas(core.area(), day);
        List<List<Integer>> parents = reading.areas().stream().filter(other -> other != core.area()).map(other -> fit.areas(other, day)).toList();
        int lowest = meant.stream().mapToInt(area -> atlas.place(area).kind().ordinal()).max().orElse(0);
        List<Settled> found = new ArrayList<>();
        for (int area : meant) {
            if (atlas.place(area).kind().ordinal() == lowest) {
                int in = parents.isEmpty() ? Fit.OPEN : fit.ofPlace(area, parents);
                Settled spot = Settled.of(Grade.AREA, 0.5, atlas.place(area).kind().word(), List.of(area), atlas.x(area), atlas.y(area), in, List.of(),
                        doors.told(area));
                found.add(atlas.place(area).inForce(day) ? spot : spot.graded(Grade.AREA, 0.9, "该区划在所问日期已撤销或更名"));
            }
        }
        return Outcome.of(settleAreas(found, "该区域不在所说的上级区域内"));
    }

    /// Those in the areas named, else those not known to be outside, else all of them as a contradiction; several left are ambiguous.
    static List<Settled> settleAreas(List<Settled> spots, String contradiction) {
        int best = spots.stream().mapToInt(Settled::fit).max().orElse(Fit.OPEN);
        List<Settled> kept = spots.stream().filter(spot -> spot.fit() == best)
                .sorted(Comparator.comparingDouble(Settled::score).reversed()).toList();
        if (best == Fit.OUT) {
            return kept.stream().map(spot -> spot.graded(Grade.CONFLICT, 0.5, contradiction)).toList();
        }
        if (best == Fit.DOUBT) {
            return kept.stream().map(spot -> spot.graded(Grade.AMBIGUOUS, 0.7, "不能确认它在所说的区域内")).toList();
        }
        if (kept.size() < 2) {
            return kept;
        }
        Settled first = kept.getFirst();
        boolean together = first.grade() != Grade.AREA && kept.stream().allMatch(spot -> Math.hypot(spot.x() - first.x(), spot.y() - first.y()) < 60);
        if (together) {
            return kept;
        }
        Set<String> seen = new LinkedHashSet<>();
        return kept.stream().filter(spot -> seen.add(Objects.toString(spot.places()) + Math.round(spot.x() / 10) + "/" + Math.round(spot.y() / 10)))
                .map(spot -> spot.grade() == Grade.CONFLICT ? spot : spot.graded(Grade.AMBIGUOUS, 0.7, "有" + kept.size() + "处同样符合")).toList();
    }
}
