package jingwei.situation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// 轨迹点: where a moving thing was at a moment, in CGCS2000 degrees.
///
/// @param speed km/h; null where it is not known
public record TrackPoint(Instant at, double longitude, double latitude, @Nullable Double speed) {
}
