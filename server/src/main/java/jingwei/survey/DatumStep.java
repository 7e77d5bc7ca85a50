package jingwei.survey;

/// 基准转换参数: how a platform steps from a datum to CGCS2000; configured, never guessed (BDR-08).
public sealed interface DatumStep {

    /// Expected error in meters.
    double accuracyMeters();

    /// 四参数 in the plane of one central meridian: `X = dx + k(x cos a − y sin a)`, `Y = dy + k(x sin a + y cos a)`, reckoned from
    /// the middle of the control points so that no digit is lost.
    ///
    /// @param meridian       central meridian of both planes, degrees
    /// @param middleX        easting of the middle of the control points in the old plane
    /// @param scale          factor, near 1
    /// @param turn           angle in radians
    /// @param accuracyMeters largest residual of the control points that were kept
    record Plane(double meridian, double middleX, double middleY, double dx, double dy, double scale, double turn,
            double accuracyMeters) implements DatumStep {
    }

    /// 七参数 between geocentric coordinates (position vector): meters, arc seconds, parts per million.
    record Seven(double dx, double dy, double dz, double rx, double ry, double rz, double ppm, double accuracyMeters)
            implements DatumStep {
    }
}
