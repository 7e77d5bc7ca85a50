package jingwei.situation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 移动目标: a collector or a vehicle as it was seen last (CMD-01, GPS-01).
///
/// @param id      `collector-1` (a collector's post) or the code of a vehicle; the same for all its life
/// @param name    as people say it
/// @param post    the collector's post; null for a vehicle
/// @param person  who holds the post; null for a vehicle
/// @param unit    organization it belongs to
/// @param at      when it was there, business time
/// @param speed   km/h; null where the terminal does not say
/// @param heading degrees from north, clockwise; null where the terminal does not say
public record MovingThing(String id, Kind kind, String name, @Nullable String post, @Nullable UUID person,
        @Nullable String unit, double longitude, double latitude, Instant at, State state, @Nullable Double speed,
        @Nullable Double heading) {

    /// 种类.
    public enum Kind {
        COLLECTOR, VEHICLE
    }

    /// 状态: moving, standing longer than the source's bar, off its fence or beat, or not heard of.
    public enum State {
        MOVING, STILL, ASTRAY, SILENT
    }
}
