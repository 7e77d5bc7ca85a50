package jingwei.grid.division;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import jingwei.grid.division.Division.Cell;
import jingwei.grid.division.Division.Edge;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/// Merges cells that are too small, the smallest first, over the longest border that may be crossed.
final class CellMerger {

    private final Map<Integer, Cell> cells = new TreeMap<>();
    /// Kept when a cell is gone, for the order of the queue.
    private final Map<Integer, Double> areas = new HashMap<>();
    private final Map<Edge, List<Integer>> beside = new HashMap<>();
    private final Set<Edge> closed;
    private final double small;
    private final double most;
    private int next;

    CellMerger(List<Cell> cells, Set<Edge> closed, double small, double most) {
        this.closed = closed;
        this.small = small;
        this.most = most;
        cells.forEach(this::add);
    }

    private int add(Cell cell) {
        int id = next++;
        cells.put(id, cell);
        areas.put(id, cell.area());
        edges(cell).forEach(edge -> beside.computeIfAbsent(edge, any -> new ArrayList<>(2)).add(id));
        return id;
    }

    private static List<Edge> edges(Cell cell) {
        List<Edge> edges = new ArrayList<>();
        ring(cell.shape().getExteriorRing().getCoordinates(), edges);
        for (int i = 0; i < cell.shape().getNumInteriorRing(); i++) {
            ring(cell.shape().getInteriorRingN(i).getCoordinates(), edges);
        }
        return edges;
    }

    private static void ring(Coordinate[] ring, List<Edge> edges) {
        for (int i = 1; i < ring.length; i++) {
            edges.add(Edge.of(ring[i - 1], ring[i]));
        }
    }

    List<Cell> merge() {
        PriorityQueue<Integer> queue = new PriorityQueue<>(Comparator.comparingDouble((Integer id) -> areas.get(id))
                .thenComparingInt(id -> id));
        Set<Integer> tried = new HashSet<>();
        cells.forEach((id, cell) -> {
            if (cell.area() < small || cell.shape().getNumInteriorRing() > 0) {
                queue.add(id);
            }
        });
        while (!queue.isEmpty()) {
            int id = queue.poll();
            if (!cells.containsKey(id) || !tried.add(id)) {
                continue;
            }
            Integer with = partner(id);
            if (with == null) {
                continue;
            }
            Cell one = cells.get(id);
            Cell two = cells.get(with);
            Geometry union = CoverageUnion.union(new Geometry[] {one.shape(), two.shape()});
            if (!(union instanceof Polygon polygon)) {
                continue;
            }
            remove(id);
            remove(with);
            int fresh = add(new Cell(one.community(), polygon));
            if (cells.get(fresh).area() < small) {
                queue.add(fresh);
            }
        }
        return new ArrayList<>(cells.values());
    }

    private void remove(int id) {
        Cell cell = cells.get(id);
        edges(cell).forEach(edge -> beside.get(edge).remove((Integer) id));
        cells.remove(id);
    }

    private @Nullable Integer partner(int id) {
        Cell cell = cells.get(id);
        Map<Integer, Double> shared = new HashMap<>();
        for (Edge edge : edges(cell)) {
            if (closed.contains(edge)) {
                continue;
            }
            for (int other : beside.get(edge)) {
                if (other != id) {
                    shared.merge(other, edge.length(), Double::sum);
                }
            }
        }
        return shared.entrySet().stream().filter(one -> {
            Cell other = cells.get(one.getKey());
            return other.community().equals(cell.community()) && other.area() + cell.area() < most;
        }).max(Comparator.comparingDouble((Map.Entry<Integer, Double> one) -> one.getValue())
                .thenComparingInt(Map.Entry::getKey)).map(Map.Entry::getKey).orElse(null);
    }
}
