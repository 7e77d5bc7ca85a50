package jingwei.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jingwei.grid.LandMap;
import jingwei.grid.UnitGrid;
import jingwei.standards.AreaClass;
import jingwei.standards.RegionCode;
import jingwei.standards.UnitGridCode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/// A jittered mesh of 250 by 200 cells with surveyed-looking outlines.
final class Mesh {

    private static final int COLUMNS = 250;
    private static final int ROWS = 200;

    private Mesh() {
    }

    static LandMap draw() {
        Random random = new Random(1);
        Coordinate[][] corners = new Coordinate[ROWS + 1][COLUMNS + 1];
        for (int r = 0; r <= ROWS; r++) {
            for (int c = 0; c <= COLUMNS; c++) {
                corners[r][c] = new Coordinate(112.3 + (c + random.nextDouble(-0.2, 0.2)) * 0.001,
                        34.5 + (r + random.nextDouble(-0.2, 0.2)) * 0.001);
            }
        }
        GeometryFactory factory = new GeometryFactory();
        List<UnitGrid> cells = new ArrayList<>();
        for (int r = 0; r < ROWS; r++) {
            for (int c = 0; c < COLUMNS; c++) {
                List<Coordinate> ring = new ArrayList<>();
                side(ring, corners[r][c], corners[r][c + 1]);
                side(ring, corners[r][c + 1], corners[r + 1][c + 1]);
                side(ring, corners[r + 1][c + 1], corners[r + 1][c]);
                side(ring, corners[r + 1][c], corners[r][c]);
                ring.add(corners[r][c]);
                int number = r * COLUMNS + c;
                RegionCode community = RegionCode.of("410303" + "%03d%03d".formatted(number / 99_000 + 1,
                        number / 500 + 1));
                cells.add(UnitGrid.of(UnitGridCode.of(community, number % 500 + 1, UnitGridCode.LENGTH_2013),
                        factory.createPolygon(ring.toArray(Coordinate[]::new)), AreaClass.A, "mesh",
                        LocalDate.of(2026, 1, 1)));
            }
        }
        return LandMap.of(List.of(), cells, List.of());
    }

    /// Three more points on every side, as surveyed outlines have.
    private static void side(List<Coordinate> ring, Coordinate from, Coordinate to) {
        for (double part : new double[] {0, 0.25, 0.5, 0.75}) {
            ring.add(new Coordinate(from.x + part * (to.x - from.x), from.y + part * (to.y - from.y)));
        }
    }
}
