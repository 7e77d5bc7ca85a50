package jingwei.grid;

import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;

/// 坐标点: a point in CGCS2000 degrees, longitude first.
///
/// @param longitude degrees east, -180 to 180
/// @param latitude  degrees north, -90 to 90
public record GeoPoint(double longitude, double latitude) {

    /// Refuses what is no point: `coordinates-swapped` where a place in China was written latitude first,
    /// `point-malformed` for anything that is no number or lies off the globe.
    public GeoPoint {
        if (!Double.isFinite(longitude) || !Double.isFinite(latitude)) {
            throw malformed("经度或纬度不是数", "longitude or latitude is not a number");
        }
        if (isLongitudeOfChina(latitude) && isLatitudeOfChina(longitude)) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "coordinates-swapped",
                    Text.of("经度和纬度写反了：" + longitude + "，" + latitude,
                            "longitude and latitude are swapped: " + longitude + ", " + latitude),
                    Text.of("经度在前、纬度在后，例如 112.4340, 34.6690",
                            "write longitude first, for example 112.4340, 34.6690"))
                    .under("BDR-08").asException();
        }
        if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
            throw malformed("坐标 " + longitude + "，" + latitude + " 超出范围",
                    "the point " + longitude + ", " + latitude + " is out of range");
        }
    }

    private static boolean isLongitudeOfChina(double degrees) {
        return degrees >= 73 && degrees <= 136;
    }

    private static boolean isLatitudeOfChina(double degrees) {
        return degrees >= 3 && degrees <= 54;
    }

    private static RefusedException malformed(String zh, String en) {
        return Refusal.of(Refusal.Kind.MALFORMED, "point-malformed", Text.of(zh, en),
                Text.of("请填 CGCS2000 经纬度（度），经度 -180 到 180，纬度 -90 到 90",
                        "give CGCS2000 degrees: longitude -180 to 180, latitude -90 to 90"))
                .under("BDR-08").asException();
    }
}
