package jingwei.grid.town;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jingwei.grid.LocalPlane;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/// 街块: a bent net of streets, drawn once, so that two neighboring blocks have the very same points on their shared side.
final class Blocks {

    private static final double SIDE_METERS = 100;
    private static final double TURN = Math.toRadians(3);
    private static final double DEGREE_GRAIN = 1e8;

    private final int columns;
    private final int rows;
    /// Streets along row lines: `across[r][c]` runs east from corner (r, c).
    private final Coordinate[][][] across;
    /// Streets along column lines: `down[r][c]` runs south from corner (r, c).
    private final Coordinate[][][] down;

    Blocks(TownPlan plan, Random random) {
        columns = plan.columns();
        rows = plan.rows();
        LocalPlane plane = LocalPlane.at(plan.north());
        Coordinate corner = plane.toMeters(new Coordinate(plan.west(), plan.north()));
        double[] east = steps(columns, random);
        double[] south = steps(rows, random);
        Coordinate[][] corners = new Coordinate[rows + 1][columns + 1];
        for (int r = 0; r <= rows; r++) {
            for (int c = 0; c <= columns; c++) {
                double x = east[c] + random.nextDouble(-7, 7);
                double y = -south[r] + random.nextDouble(-7, 7);
                corners[r][c] = new Coordinate(corner.x + x * Math.cos(TURN) - y * Math.sin(TURN),
                        corner.y + x * Math.sin(TURN) + y * Math.cos(TURN));
            }
        }
        across = new Coordinate[rows + 1][columns][];
        down = new Coordinate[rows][columns + 1][];
        for (int r = 0; r <= rows; r++) {
            for (int c = 0; c <= columns; c++) {
                if (c < columns) {
                    across[r][c] = street(corners[r][c], corners[r][c + 1], plane, random);
                }
                if (r < rows) {
                    down[r][c] = street(corners[r][c], corners[r + 1][c], plane, random);
                }
            }
        }
    }

    Polygon outline(int row, int column, GeometryFactory factory) {
        CoordinateList ring = new CoordinateList();
        ring.add(across[row][column], false, true);
        ring.add(down[row][column + 1], false, true);
        ring.add(across[row + 1][column], false, false);
        ring.add(down[row][column], false, false);
        ring.closeRing();
        return factory.createPolygon(ring.toCoordinateArray());
    }

    /// All streets, from corner to corner.
    List<Coordinate[]> streets() {
        List<Coordinate[]> all = new ArrayList<>();
        for (Coordinate[][] line : across) {
            all.addAll(List.of(line));
        }
        for (Coordinate[][] line : down) {
            all.addAll(List.of(line));
        }
        return all;
    }

    private static double[] steps(int count, Random random) {
        double[] at = new double[count + 1];
        for (int i = 1; i <= count; i++) {
            at[i] = at[i - 1] + SIDE_METERS + random.nextDouble(-12, 12);
        }
        return at;
    }

    private static Coordinate[] street(Coordinate from, Coordinate to, LocalPlane plane, Random random) {
        double dx = to.x - from.x;
        double dy = to.y - from.y;
        double length = Math.hypot(dx, dy);
        double part = random.nextDouble(0.35, 0.65);
        double aside = random.nextDouble(-2.5, 2.5);
        return new Coordinate[] {degrees(plane, from.x, from.y),
            degrees(plane, from.x + part * dx - aside * dy / length, from.y + part * dy + aside * dx / length),
            degrees(plane, to.x, to.y)};
    }

    /// Rounded to 1e-8 degree (about 1 mm), so that a point survives any file format.
    private static Coordinate degrees(LocalPlane plane, double x, double y) {
        Coordinate exact = plane.toDegrees(x, y);
        return new Coordinate(Math.round(exact.x * DEGREE_GRAIN) / DEGREE_GRAIN,
                Math.round(exact.y * DEGREE_GRAIN) / DEGREE_GRAIN);
    }
}
