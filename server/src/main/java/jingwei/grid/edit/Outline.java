package jingwei.grid.edit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Polygon;

/// The ring of a cell as an open list of corners, to be changed.
final class Outline {

    /// Nearer than this, in degrees, is the same corner: half a centimeter. A browser's projection there and back loses far less.
    private static final double SAME = 5e-8;

    private final List<Coordinate> corners;

    private Outline(List<Coordinate> corners) {
        this.corners = corners;
    }

    static Outline of(Polygon cell) {
        List<Coordinate> all = new ArrayList<>(List.of(cell.getExteriorRing().getCoordinates()));
        all.removeLast();
        return new Outline(all);
    }

    static boolean same(Coordinate a, Coordinate b) {
        return Math.abs(a.x - b.x) < SAME && Math.abs(a.y - b.y) < SAME;
    }

    /// Where the corner stands in the ring; -1 where it has none there.
    int find(Coordinate at) {
        for (int i = 0; i < corners.size(); i++) {
            if (same(corners.get(i), at)) {
                return i;
            }
        }
        return -1;
    }

    int size() {
        return corners.size();
    }

    Coordinate corner(int index) {
        return corners.get(Math.floorMod(index, corners.size()));
    }

    void set(int index, Coordinate to) {
        corners.set(index, to);
    }

    void remove(int index) {
        corners.remove(index);
    }

    /// Puts a corner on the edge between two corners; false where the ring has no such edge.
    boolean insert(Coordinate a, Coordinate b, Coordinate at) {
        for (int i = 0; i < corners.size(); i++) {
            Coordinate from = corners.get(i);
            Coordinate to = corner(i + 1);
            if (same(from, a) && same(to, b) || same(from, b) && same(to, a)) {
                corners.add(i + 1, at);
                return true;
            }
        }
        return false;
    }

    /// The edge a place is nearest to.
    LineSegment nearest(Coordinate at) {
        LineSegment best = new LineSegment(corners.getLast(), corners.getFirst());
        double least = Double.MAX_VALUE;
        for (int i = 0; i < corners.size(); i++) {
            double far = Distance.pointToSegment(at, corners.get(i), corner(i + 1));
            if (far < least) {
                least = far;
                best = new LineSegment(corners.get(i), corner(i + 1));
            }
        }
        return best;
    }

    /// The way along the ring from one corner to another, both with it.
    List<Coordinate> way(int from, int to) {
        List<Coordinate> way = new ArrayList<>();
        for (int i = from; ; i++) {
            way.add(corner(i));
            if (Math.floorMod(i, corners.size()) == to) {
                return way;
            }
        }
    }

    /// The cell again; null where three corners are not left.
    @Nullable Polygon polygon(Polygon like) {
        return polygon(corners, like);
    }

    static @Nullable Polygon polygon(List<Coordinate> open, Polygon like) {
        if (open.size() < 3) {
            return null;
        }
        List<Coordinate> ring = new ArrayList<>(open);
        ring.add(new Coordinate(ring.getFirst()));
        return like.getFactory().createPolygon(ring.toArray(Coordinate[]::new));
    }
}
