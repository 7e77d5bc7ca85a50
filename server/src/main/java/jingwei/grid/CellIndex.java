package jingwei.grid;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/// 网格查找: finds the cell of a point by a hash of squares the size of an average cell and a ring test.
///
/// The ring test takes every edge from its lower to its upper end, so two cells compute the very same number for the edge
/// they share: a point on it belongs to exactly one of them. Points on the outer border belong to the cell they touch.
final class CellIndex {

    /// 0.1 mm: how near to the outer border a point still belongs to the cell, in degrees.
    private static final double TOUCH = 1e-9;
    private static final int NONE = -1;
    /// A cell over more squares than this is looked at for every point instead.
    private static final int WIDE = 4096;

    private final double[][] rings;
    private final double originX;
    private final double originY;
    private final double perX;
    private final double perY;
    private final long[] keys;
    private final int[][] slots;
    private final int[] wide;

    CellIndex(List<UnitGrid> cells) {
        rings = new double[cells.size()][];
        Envelope all = new Envelope();
        double width = 0;
        double height = 0;
        for (int i = 0; i < rings.length; i++) {
            rings[i] = flat(cells.get(i).outline().getExteriorRing().getCoordinates());
            Envelope one = cells.get(i).outline().getEnvelopeInternal();
            all.expandToInclude(one);
            width += one.getWidth();
            height += one.getHeight();
        }
        originX = rings.length == 0 ? 0 : all.getMinX() - 2 * TOUCH;
        originY = rings.length == 0 ? 0 : all.getMinY() - 2 * TOUCH;
        perX = rings.length == 0 ? 1 : 1.5 * rings.length / width;
        perY = rings.length == 0 ? 1 : 1.5 * rings.length / height;
        Map<Long, int[]> squares = new HashMap<>();
        int[] large = new int[0];
        for (int i = 0; i < rings.length; i++) {
            Envelope one = cells.get(i).outline().getEnvelopeInternal();
            int west = column(one.getMinX() - TOUCH);
            int east = column(one.getMaxX() + TOUCH);
            int south = row(one.getMinY() - TOUCH);
            int north = row(one.getMaxY() + TOUCH);
            if ((east - west + 1L) * (north - south + 1L) > WIDE) {
                large = with(large, i);
                continue;
            }
            for (int x = west; x <= east; x++) {
                for (int y = south; y <= north; y++) {
                    squares.merge(key(x, y), new int[] {i}, (known, more) -> with(known, more[0]));
                }
            }
        }
        int size = Integer.highestOneBit(Math.max(4, squares.size())) * 4;
        keys = new long[size];
        slots = new int[size][];
        squares.forEach((key, content) -> {
            int at = slot(keys, slots, key);
            keys[at] = key;
            slots[at] = content;
        });
        wide = large;
    }

    /// Position of the cell in the list the index was made from, or -1.
    int find(double x, double y) {
        double cx = (x - originX) * perX;
        double cy = (y - originY) * perY;
        if (!(cx >= 0 && cy >= 0 && cx < Integer.MAX_VALUE && cy < Integer.MAX_VALUE)) {
            return NONE;
        }
        long key = key((int) cx, (int) cy);
        int[] near = slots[slot(keys, slots, key)];
        int found = near == null ? NONE : inside(near, x, y);
        if (found == NONE) {
            found = inside(wide, x, y);
        }
        if (found == NONE && near != null) {
            found = touching(near, x, y);
        }
        return found == NONE ? touching(wide, x, y) : found;
    }

    private int inside(int[] candidates, double x, double y) {
        for (int candidate : candidates) {
            if (inside(rings[candidate], x, y)) {
                return candidate;
            }
        }
        return NONE;
    }

    private int touching(int[] candidates, double x, double y) {
        for (int candidate : candidates) {
            if (touches(rings[candidate], x, y)) {
                return candidate;
            }
        }
        return NONE;
    }

    private static boolean inside(double[] ring, double x, double y) {
        boolean inside = false;
        for (int i = 0; i + 3 < ring.length; i += 2) {
            double ay = ring[i + 1];
            double by = ring[i + 3];
            if (ay > y != by > y) {
                double ax = ring[i];
                double bx = ring[i + 2];
                double crossing = ay < by
                        ? (bx - ax) * (y - ay) / (by - ay) + ax
                        : (ax - bx) * (y - by) / (ay - by) + bx;
                if (x < crossing) {
                    inside = !inside;
                }
            }
        }
        return inside;
    }

    private static boolean touches(double[] ring, double x, double y) {
        for (int i = 0; i + 3 < ring.length; i += 2) {
            double dx = ring[i + 2] - ring[i];
            double dy = ring[i + 3] - ring[i + 1];
            double length = dx * dx + dy * dy;
            double along = length == 0 ? 0
                    : Math.clamp(((x - ring[i]) * dx + (y - ring[i + 1]) * dy) / length, 0.0, 1.0);
            double awayX = ring[i] + along * dx - x;
            double awayY = ring[i + 1] + along * dy - y;
            if (awayX * awayX + awayY * awayY <= TOUCH * TOUCH) {
                return true;
            }
        }
        return false;
    }

    private int column(double x) {
        return (int) ((x - originX) * perX);
    }

    private int row(double y) {
        return (int) ((y - originY) * perY);
    }

    private static long key(int column, int row) {
        return (long) column << 32 | row;
    }

    private static int slot(long[] keys, int[][] slots, long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> 32) & keys.length - 1;
        while (slots[at] != null && keys[at] != key) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }

    private static int[] with(int[] list, int more) {
        int[] longer = Arrays.copyOf(list, list.length + 1);
        longer[list.length] = more;
        return longer;
    }

    private static double[] flat(Coordinate[] ring) {
        double[] flat = new double[ring.length * 2];
        for (int i = 0; i < ring.length; i++) {
            flat[2 * i] = ring[i].x;
            flat[2 * i + 1] = ring[i].y;
        }
        return flat;
    }
}
