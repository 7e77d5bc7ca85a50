package jingwei.demonstration.city;

import jingwei.grid.LocalPlane;
import org.locationtech.jts.geom.Coordinate;

/// 弯曲: bends a plane of straight streets as a grown city bends, a little turned, and places it at Luoyang.
final class Warp {

    private static final LocalPlane PLANE = LocalPlane.at(34.66);
    private static final double LONGITUDE = 112.442;
    private static final double TURN = Math.toRadians(3.5);

    private Warp() {
    }

    /// Meters of the straight plane to degrees, rounded to about a tenth of a millimeter.
    static Coordinate place(double u, double v) {
        double x = u + 130 * Math.sin(v / 2100 + 0.7) + 55 * Math.sin(u / 1500) + 22 * Math.sin((u + v) / 620);
        double y = v + 150 * Math.sin(u / 2600) + 48 * Math.sin(v / 1300 + 1.1) + 18 * Math.sin((u - v) / 540);
        double east = x * Math.cos(TURN) - y * Math.sin(TURN);
        double north = x * Math.sin(TURN) + y * Math.cos(TURN);
        return new Coordinate(Math.rint((LONGITUDE + east / PLANE.metersPerLongitude()) * 1e9) / 1e9,
                Math.rint((34.66 + north / PLANE.metersPerLatitude()) * 1e9) / 1e9);
    }
}
