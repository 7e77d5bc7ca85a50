package jingwei.grid;

/// An independent oracle for distances: the inverse geodesic on the CGCS2000 ellipsoid after Vincenty's series.
final class Vincenty {

    private static final double A = 6_378_137.0;
    private static final double F = 1 / 298.257222101;
    private static final double B = A * (1 - F);

    private Vincenty() {
    }

    static double meters(GeoPoint from, GeoPoint to) {
        double l = Math.toRadians(to.longitude() - from.longitude());
        double u1 = Math.atan((1 - F) * Math.tan(Math.toRadians(from.latitude())));
        double u2 = Math.atan((1 - F) * Math.tan(Math.toRadians(to.latitude())));
        double lambda = l;
        double sinSigma = 0;
        double cosSigma = 1;
        double sigma = 0;
        double cosSquared = 1;
        double cosMiddle = 0;
        for (int i = 0; i < 100; i++) {
            double x = Math.cos(u2) * Math.sin(lambda);
            double y = Math.cos(u1) * Math.sin(u2) - Math.sin(u1) * Math.cos(u2) * Math.cos(lambda);
            sinSigma = Math.hypot(x, y);
            if (sinSigma == 0) {
                return 0;
            }
            cosSigma = Math.sin(u1) * Math.sin(u2) + Math.cos(u1) * Math.cos(u2) * Math.cos(lambda);
            sigma = Math.atan2(sinSigma, cosSigma);
            double sinAlpha = Math.cos(u1) * Math.cos(u2) * Math.sin(lambda) / sinSigma;
            cosSquared = 1 - sinAlpha * sinAlpha;
            cosMiddle = cosSigma - 2 * Math.sin(u1) * Math.sin(u2) / cosSquared;
            double c = F / 16 * cosSquared * (4 + F * (4 - 3 * cosSquared));
            double next = l + (1 - c) * F * sinAlpha * (sigma + c * sinSigma
                    * (cosMiddle + c * cosSigma * (2 * cosMiddle * cosMiddle - 1)));
            if (Math.abs(next - lambda) < 1e-15) {
                break;
            }
            lambda = next;
        }
        double u = cosSquared * (A * A - B * B) / (B * B);
        double ca = 1 + u / 16384 * (4096 + u * (-768 + u * (320 - 175 * u)));
        double cb = u / 1024 * (256 + u * (-128 + u * (74 - 47 * u)));
        double delta = cb * sinSigma * (cosMiddle + cb / 4 * (cosSigma * (2 * cosMiddle * cosMiddle - 1)
                - cb / 6 * cosMiddle * (4 * sinSigma * sinSigma - 3) * (4 * cosMiddle * cosMiddle - 3)));
        return B * ca * (sigma - delta);
    }
}
