package jingwei.collection;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import jingwei.grid.GeoPoint;
import org.jspecify.annotations.Nullable;

/// 轨迹点: one stored position.
///
/// @param at       business time
/// @param accuracy metres
/// @param coarse   too poor to count
/// @param late     stored on the phone without a network and sent afterwards
@Schema(name = "TrackPoint")
public record TrackPoint(String post, Instant at, double longitude, double latitude, @Nullable Double accuracy,
        @Nullable Double speed, @Nullable Double battery, boolean coarse, boolean late) {

    public GeoPoint point() {
        return new GeoPoint(longitude, latitude);
    }
}
