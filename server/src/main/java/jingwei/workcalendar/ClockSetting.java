package jingwei.workcalendar;

import java.time.Duration;
import java.time.Instant;

/// 时钟设置: how a platform's business time follows the wall's.
///
/// @param wallOrigin     wall moment the setting was made
/// @param businessOrigin business moment at that wall moment
/// @param rate           business seconds in a wall second; 0 stands still
public record ClockSetting(Instant wallOrigin, Instant businessOrigin, double rate) {

    /// The business runs with the wall.
    public static final ClockSetting WALL = new ClockSetting(Instant.EPOCH, Instant.EPOCH, 1);

    public Instant at(Instant wall) {
        if (rate == 1) {
            return wall.plus(Duration.between(wallOrigin, businessOrigin));
        }
        return businessOrigin.plusMillis((long) (Duration.between(wallOrigin, wall).toMillis() * rate));
    }
}
