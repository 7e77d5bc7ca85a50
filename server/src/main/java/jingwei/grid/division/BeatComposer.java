package jingwei.grid.division;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jingwei.grid.UnitGrid;
import jingwei.grid.division.Division.Edge;
import jingwei.standards.RegionCode;
import jingwei.standards.UnitGridCode;
import org.locationtech.jts.geom.Coordinate;

/// 责任网格划分: composes beats of whole unit grids, each inside one subdistrict, hanging together, and of about the same load.
///
/// Cells are halved along the longer side of where they lie until there are as many parts as the load asks for; what does not hang
/// together goes to its neighbors, and then cells at borders change sides as long as that evens the load out.
public final class BeatComposer {

    private static final int ROUNDS = 4000;

    private final Map<UnitGridCode, Double> load;
    private final Map<UnitGridCode, Coordinate> middle = new HashMap<>();
    private final Map<UnitGridCode, Set<UnitGridCode>> beside = new HashMap<>();
    private final List<Set<UnitGridCode>> parts = new ArrayList<>();
    private final Map<UnitGridCode, Integer> partOf = new TreeMap<>();
    private double[] sums = {};

    private BeatComposer(Collection<UnitGrid> cells, Map<UnitGridCode, Double> load) {
        this.load = load;
        Map<Edge, UnitGridCode> edges = new HashMap<>();
        for (UnitGrid cell : cells) {
            middle.put(cell.code(), cell.outline().getCentroid().getCoordinate());
            beside.put(cell.code(), new TreeSet<>());
            Coordinate[] ring = cell.outline().getExteriorRing().getCoordinates();
            for (int i = 1; i < ring.length; i++) {
                UnitGridCode other = edges.put(Edge.of(ring[i - 1], ring[i]), cell.code());
                if (other != null) {
                    beside.get(cell.code()).add(other);
                    beside.get(other).add(cell.code());
                }
            }
        }
    }

    /// Beats in the order of subdistricts; together they hold every cell once.
    ///
    /// @param load   of each cell; a cell that is not named has none
    /// @param wanted load of one beat
    public static List<Set<UnitGridCode>> compose(Collection<UnitGrid> cells, Map<UnitGridCode, Double> load, double wanted) {
        Map<RegionCode, List<UnitGridCode>> inside = new TreeMap<>();
        cells.stream().map(UnitGrid::code).sorted().forEach(code -> inside
                .computeIfAbsent(code.community().at(RegionCode.Level.SUBDISTRICT), any -> new ArrayList<>()).add(code));
        BeatComposer composer = new BeatComposer(cells, load);
        List<Set<UnitGridCode>> beats = new ArrayList<>();
        inside.values().forEach(some -> beats.addAll(composer.compose(some, wanted)));
        return List.copyOf(beats);
    }

    private List<Set<UnitGridCode>> compose(List<UnitGridCode> cells, double wanted) {
        parts.clear();
        partOf.clear();
        halve(cells, (int) Math.clamp(Math.round(of(cells) / wanted), 1, cells.size()));
        sums = parts.stream().mapToDouble(this::of).toArray();
        for (int i = 0; i < parts.size(); i++) {
            for (UnitGridCode cell : parts.get(i)) {
                partOf.put(cell, i);
            }
        }
        gather();
        int rounds = 0;
        while (rounds++ < ROUNDS && even()) {
            // One cell a round; it ends when no move evens the load out any more.
        }
        return parts.stream().filter(part -> !part.isEmpty()).map(part -> (Set<UnitGridCode>) new TreeSet<>(part)).toList();
    }

    private double of(Collection<UnitGridCode> cells) {
        return cells.stream().mapToDouble(this::load).sum();
    }

    private double load(UnitGridCode cell) {
        return load.getOrDefault(cell, 0.0);
    }

    private void halve(List<UnitGridCode> cells, int count) {
        if (count == 1) {
            parts.add(new LinkedHashSet<>(cells));
            return;
        }
        double wide = spread(cells, true);
        double high = spread(cells, false);
        List<UnitGridCode> sorted = new ArrayList<>(cells);
        sorted.sort(Comparator.comparingDouble((UnitGridCode cell) -> wide > high ? middle.get(cell).x : -middle.get(cell).y)
                .thenComparing(Comparator.naturalOrder()));
        int first = count / 2;
        double goal = of(cells) * first / count;
        double sum = 0;
        int at = 0;
        while (at < sorted.size() - (count - first) && (at < first || sum + load(sorted.get(at)) / 2 < goal)) {
            sum += load(sorted.get(at++));
        }
        halve(sorted.subList(0, at), first);
        halve(sorted.subList(at, sorted.size()), count - first);
    }

    private double spread(List<UnitGridCode> cells, boolean east) {
        double[] all = cells.stream().mapToDouble(cell -> east ? middle.get(cell).x * Math.cos(Math.toRadians(middle.get(cell).y)) : middle.get(cell).y)
                .sorted().toArray();
        return all[all.length - 1] - all[0];
    }

    /// What does not hang together with most of its part goes to the neighbor of the least load.
    private void gather() {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int i = 0; i < parts.size(); i++) {
                List<Set<UnitGridCode>> pieces = pieces(parts.get(i), null);
                pieces.sort(Comparator.comparingDouble((Set<UnitGridCode> piece) -> -of(piece)));
                for (Set<UnitGridCode> piece : pieces.subList(Math.min(1, pieces.size()), pieces.size())) {
                    int from = i;
                    Integer to = piece.stream().flatMap(cell -> beside.get(cell).stream()).map(partOf::get)
                            .filter(part -> part != null && part != from).distinct()
                            .min(Comparator.comparingDouble((Integer part) -> sums[part]).thenComparing(Comparator.naturalOrder())).orElse(null);
                    if (to != null) {
                        piece.forEach(cell -> move(cell, to));
                        moved = true;
                    }
                }
            }
        }
    }

    /// Moves the one cell that evens two neighboring parts out most; false where none does.
    private boolean even() {
        UnitGridCode best = null;
        int goal = 0;
        double most = 1e-9;
        for (Map.Entry<UnitGridCode, Integer> one : partOf.entrySet()) {
            UnitGridCode cell = one.getKey();
            double from = sums[one.getValue()];
            for (int to : new TreeSet<>(beside.get(cell).stream().map(partOf::get).filter(part -> part != null && !part.equals(one.getValue())).toList())) {
                double gain = (from - sums[to] - load(cell)) * load(cell);
                if (gain > most && parts.get(one.getValue()).size() > 1 && pieces(parts.get(one.getValue()), cell).size() <= 1) {
                    best = cell;
                    goal = to;
                    most = gain;
                }
            }
        }
        if (best != null) {
            move(best, goal);
        }
        return best != null;
    }

    private void move(UnitGridCode cell, int to) {
        sums[partOf.get(cell)] -= load(cell);
        sums[to] += load(cell);
        parts.get(partOf.get(cell)).remove(cell);
        parts.get(to).add(cell);
        partOf.put(cell, to);
    }

    /// What hangs together of a part, without one cell.
    private List<Set<UnitGridCode>> pieces(Set<UnitGridCode> part, @org.jspecify.annotations.Nullable UnitGridCode without) {
        Set<UnitGridCode> open = new TreeSet<>(part);
        if (without != null) {
            open.remove(without);
        }
        List<Set<UnitGridCode>> pieces = new ArrayList<>();
        while (!open.isEmpty()) {
            Set<UnitGridCode> piece = new HashSet<>();
            Deque<UnitGridCode> todo = new ArrayDeque<>(List.of(open.iterator().next()));
            open.remove(todo.peek());
            while (!todo.isEmpty()) {
                UnitGridCode cell = todo.pop();
                piece.add(cell);
                beside.get(cell).stream().filter(open::remove).forEach(todo::push);
            }
            pieces.add(piece);
        }
        return pieces;
    }
}
