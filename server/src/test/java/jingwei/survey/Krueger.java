package jingwei.survey;

import org.locationtech.jts.geom.Coordinate;

/// The transverse Mercator projection by Krüger's series to the fourth order in n: an oracle of its own.
final class Krueger {

    private static final double A = 6_378_137.0;
    private static final double F = 1 / 298.257222101;

    private Krueger() {
    }

    static Coordinate project(Coordinate degrees, double meridian) {
        double n = F / (2 - F);
        double radius = A / (1 + n) * (1 + n * n / 4 + Math.pow(n, 4) / 64);
        double[] alpha = {n / 2 - 2 * n * n / 3 + 5 * Math.pow(n, 3) / 16 + 41 * Math.pow(n, 4) / 180,
            13 * n * n / 48 - 3 * Math.pow(n, 3) / 5 + 557 * Math.pow(n, 4) / 1440,
            61 * Math.pow(n, 3) / 240 - 103 * Math.pow(n, 4) / 140, 49561 * Math.pow(n, 4) / 161280};
        double e = Math.sqrt(F * (2 - F));
        double sine = Math.sin(Math.toRadians(degrees.y));
        double t = Math.sinh(atanh(sine) - e * atanh(e * sine));
        double away = Math.toRadians(degrees.x - meridian);
        double xi = Math.atan2(t, Math.cos(away));
        double eta = asinh(Math.sin(away) / Math.hypot(t, Math.cos(away)));
        double north = xi;
        double east = eta;
        for (int j = 1; j <= alpha.length; j++) {
            north += alpha[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
            east += alpha[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
        }
        return new Coordinate(500_000 + radius * east, radius * north);
    }

    private static double atanh(double x) {
        return Math.log((1 + x) / (1 - x)) / 2;
    }

    private static double asinh(double x) {
        return Math.log(x + Math.sqrt(x * x + 1));
    }
}
