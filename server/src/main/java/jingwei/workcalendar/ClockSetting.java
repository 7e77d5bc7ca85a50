package jingwei.workcalendar;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// 时钟设置: business time = business origin + rate × (wall time − real origin).
///
/// @param rate business seconds in a second of the wall; 0 stands still
public record ClockSetting(Instant realOrigin, Instant businessOrigin, double rate) {

    /// 墙上时间: as the machine's clock shows, the setting of every platform that never asked for another.
    public static final ClockSetting WALL = new ClockSetting(Instant.EPOCH, Instant.EPOCH, 1);

    /// Business time at that moment of the wall, in whole microseconds, as it is stored.
    public Instant at(Instant wall) {
        long passed = realOrigin.until(wall, ChronoUnit.MICROS);
        long business = rate == 1 ? passed : Math.round(passed * rate);
        return businessOrigin.plus(business, ChronoUnit.MICROS);
    }
}
