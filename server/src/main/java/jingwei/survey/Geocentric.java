package jingwei.survey;

import org.locationtech.jts.geom.Coordinate;

/// 地心坐标: degrees of one ellipsoid to meters from the middle of the Earth, seven parameters, and back.
final class Geocentric {

    private Geocentric() {
    }

    static Coordinate step(Coordinate degrees, Datum from, Datum to, DatumStep.Seven by) {
        double[] at = toMeters(degrees, from);
        double k = 1 + by.ppm() * 1e-6;
        double rx = Math.toRadians(by.rx() / 3600);
        double ry = Math.toRadians(by.ry() / 3600);
        double rz = Math.toRadians(by.rz() / 3600);
        return toDegrees(by.dx() + k * (at[0] - rz * at[1] + ry * at[2]), by.dy() + k * (rz * at[0] + at[1] - rx * at[2]),
                by.dz() + k * (-ry * at[0] + rx * at[1] + at[2]), to);
    }

    private static double[] toMeters(Coordinate degrees, Datum datum) {
        double latitude = Math.toRadians(degrees.y);
        double longitude = Math.toRadians(degrees.x);
        double across = datum.semiMajor() / Math.sqrt(1 - squared(datum) * Math.pow(Math.sin(latitude), 2));
        return new double[] {across * Math.cos(latitude) * Math.cos(longitude),
            across * Math.cos(latitude) * Math.sin(longitude), across * (1 - squared(datum)) * Math.sin(latitude)};
    }

    private static Coordinate toDegrees(double x, double y, double z, Datum datum) {
        double away = Math.hypot(x, y);
        double latitude = Math.atan2(z, away * (1 - squared(datum)));
        for (int i = 0; i < 6; i++) {
            double sine = Math.sin(latitude);
            double across = datum.semiMajor() / Math.sqrt(1 - squared(datum) * sine * sine);
            latitude = Math.atan2(z + squared(datum) * across * sine, away);
        }
        return new Coordinate(Math.toDegrees(Math.atan2(y, x)), Math.toDegrees(latitude));
    }

    private static double squared(Datum datum) {
        double f = 1 / datum.inverseFlattening();
        return f * (2 - f);
    }
}
