package jingwei.basemap.tile;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/// Turns one shape into the commands of a tile: placed, cut to the square with a margin, rounded, and told relative to the
/// last point.
final class TileShape {

    private static final int EXTENT = TileWriter.EXTENT;
    private static final double MARGIN = 64;

    private final TileAddress tile;
    private final Bytes commands = new Bytes();
    private int x;
    private int y;

    TileShape(TileAddress tile) {
        this.tile = tile;
    }

    /// The commands; empty where nothing of the shape is seen in the square.
    Bytes draw(Geometry shape) {
        switch (shape.getDimension()) {
            case 0 -> points(shape);
            case 1 -> each(shape, part -> line(((LineString) part).getCoordinates()));
            default -> each(shape, part -> polygon((Polygon) part));
        }
        return commands;
    }

    private static void each(Geometry shape, java.util.function.Consumer<Geometry> part) {
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            part.accept(shape.getGeometryN(i));
        }
    }

    private void points(Geometry shape) {
        List<double[]> seen = new ArrayList<>();
        for (Coordinate at : shape.getCoordinates()) {
            double[] here = place(at);
            // A point belongs to one square only: with a margin it would be drawn twice.
            if (here[0] >= 0 && here[0] < EXTENT && here[1] >= 0 && here[1] < EXTENT) {
                seen.add(here);
            }
        }
        if (!seen.isEmpty()) {
            command(1, seen.size());
            seen.forEach(at -> move((int) Math.round(at[0]), (int) Math.round(at[1])));
        }
    }

    private void line(Coordinate[] line) {
        List<int[]> run = new ArrayList<>();
        double[] from = place(line[0]);
        for (int i = 1; i < line.length; i++) {
            double[] to = place(line[i]);
            double[] part = cut(from, to);
            if (part == null) {
                finish(run);
            } else {
                add(run, part[0], part[1], true);
                add(run, part[2], part[3], false);
                if (part[2] != to[0] || part[3] != to[1]) {
                    finish(run);
                }
            }
            from = to;
        }
        finish(run);
    }

    private void add(List<int[]> run, double px, double py, boolean begins) {
        int[] at = {(int) Math.round(px), (int) Math.round(py)};
        if (run.isEmpty() || run.getLast()[0] != at[0] || run.getLast()[1] != at[1]) {
            if (begins && !run.isEmpty()) {
                finish(run);
            }
            run.add(at);
        }
    }

    private void finish(List<int[]> run) {
        if (run.size() > 1) {
            command(1, 1);
            move(run.getFirst()[0], run.getFirst()[1]);
            command(2, run.size() - 1);
            run.stream().skip(1).forEach(at -> move(at[0], at[1]));
        }
        run.clear();
    }

    /// Liang and Barsky: the part of a stretch that lies in the square, or null.
    private static double @org.jspecify.annotations.Nullable [] cut(double[] from, double[] to) {
        double enters = 0;
        double leaves = 1;
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double[] p = {-dx, dx, -dy, dy};
        double[] q = {from[0] + MARGIN, EXTENT + MARGIN - from[0], from[1] + MARGIN, EXTENT + MARGIN - from[1]};
        for (int i = 0; i < 4; i++) {
            if (p[i] == 0) {
                if (q[i] < 0) {
                    return null;
                }
            } else if (p[i] < 0) {
                enters = Math.max(enters, q[i] / p[i]);
            } else {
                leaves = Math.min(leaves, q[i] / p[i]);
            }
        }
        if (enters > leaves) {
            return null;
        }
        return new double[] {enters == 0 ? from[0] : from[0] + enters * dx, enters == 0 ? from[1] : from[1] + enters * dy,
            leaves == 1 ? to[0] : from[0] + leaves * dx, leaves == 1 ? to[1] : from[1] + leaves * dy};
    }

    private void polygon(Polygon polygon) {
        if (polygon.isEmpty() || !ring(polygon.getExteriorRing().getCoordinates(), true)) {
            return;
        }
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            ring(polygon.getInteriorRingN(i).getCoordinates(), false);
        }
    }

    /// Sutherland and Hodgman: cuts a ring at the four sides. False where nothing is left.
    private boolean ring(Coordinate[] ring, boolean outer) {
        List<double[]> left = new ArrayList<>(ring.length);
        for (int i = 0; i < ring.length - 1; i++) {
            left.add(place(ring[i]));
        }
        for (int side = 0; side < 4 && !left.isEmpty(); side++) {
            left = clip(left, side);
        }
        List<int[]> grid = new ArrayList<>(left.size());
        for (double[] at : left) {
            int[] rounded = {(int) Math.round(at[0]), (int) Math.round(at[1])};
            if (grid.isEmpty() || grid.getLast()[0] != rounded[0] || grid.getLast()[1] != rounded[1]) {
                grid.add(rounded);
            }
        }
        while (grid.size() > 1 && grid.getLast()[0] == grid.getFirst()[0] && grid.getLast()[1] == grid.getFirst()[1]) {
            grid.removeLast();
        }
        long area = area(grid);
        if (grid.size() < 3 || area == 0) {
            return false;
        }
        // Outer rings turn clockwise on the screen, holes the other way.
        List<int[]> turned = area > 0 == outer ? grid : grid.reversed();
        command(1, 1);
        move(turned.getFirst()[0], turned.getFirst()[1]);
        command(2, turned.size() - 1);
        turned.stream().skip(1).forEach(at -> move(at[0], at[1]));
        command(7, 1);
        return true;
    }

    private static List<double[]> clip(List<double[]> ring, int side) {
        List<double[]> left = new ArrayList<>(ring.size() + 4);
        double[] from = ring.getLast();
        for (double[] to : ring) {
            double a = inside(from, side);
            double b = inside(to, side);
            if (a >= 0 != b >= 0) {
                double part = a / (a - b);
                left.add(new double[] {from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])});
            }
            if (b >= 0) {
                left.add(to);
            }
            from = to;
        }
        return left;
    }

    private static double inside(double[] at, int side) {
        return switch (side) {
            case 0 -> at[0] + MARGIN;
            case 1 -> EXTENT + MARGIN - at[0];
            case 2 -> at[1] + MARGIN;
            default -> EXTENT + MARGIN - at[1];
        };
    }

    /// Twice the signed area, positive for clockwise on a screen whose y runs down.
    private static long area(List<int[]> ring) {
        long sum = 0;
        for (int i = 0; i < ring.size(); i++) {
            int[] a = ring.get(i);
            int[] b = ring.get((i + 1) % ring.size());
            sum += (long) a[0] * b[1] - (long) b[0] * a[1];
        }
        return sum;
    }

    private double[] place(Coordinate at) {
        return new double[] {tile.x(at.x) * EXTENT, tile.y(at.y) * EXTENT};
    }

    private void command(int which, int count) {
        commands.plain((long) count << 3 | which);
    }

    private void move(int toX, int toY) {
        commands.zigzag(toX - x);
        commands.zigzag(toY - y);
        x = toX;
        y = toY;
    }
}
