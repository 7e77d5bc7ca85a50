package jingwei.situation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// 轨迹点: where a moving thing was at a moment, in CGCS2000 degrees.
///
/// @param speed km/h; null where it is not known
@Schema(name = "WallTrackPoint")
public record TrackPoint(Instant at, double longitude, double latitude, @Nullable Double speed) {
}
