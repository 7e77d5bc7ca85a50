package jingwei.collection;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// 手机时刻: when something happened, although the phone's clock may be wrong (device.md 5, rules 2 and 3).
///
/// A phone says when it thinks something happened and when it thinks it is sending. Only the difference is believed: the deed
/// is so long before the arrival. A clock that is wrong by a day changes nothing, as long as nobody sets it in between.
///
/// @param at   business time of the deed
/// @param skew by how many seconds the phone's clock is ahead of the server's; behind is negative
/// @param age  how long before the arrival
public record PhoneTime(Instant at, int skew, Duration age) {

    private static final int SHOWN_FROM_SECONDS = 120;
    private static final Duration OLDEST = Duration.ofDays(7);

    /// @param phoneAt when the phone says it happened; null for just now
    /// @param sentAt  what the phone's clock showed at the sending; null lets its clock be taken for right
    /// @param now     business time of the arrival
    /// @param wall    wall time of the arrival
    public static PhoneTime of(@Nullable Instant phoneAt, @Nullable Instant sentAt, Instant now, Instant wall) {
        long skew = sentAt == null ? 0 : Duration.between(wall, sentAt).toSeconds();
        // A small difference is as likely the network's delay as the clock's fault: then the phone is believed.
        Instant sent = sentAt == null || Math.abs(skew) <= SHOWN_FROM_SECONDS ? wall : sentAt;
        Duration age = phoneAt == null ? Duration.ZERO : Duration.between(phoneAt, sent);
        if (age.isNegative()) {
            age = Duration.ZERO;
        }
        return new PhoneTime(now.minus(age), (int) Math.clamp(skew, Integer.MIN_VALUE, Integer.MAX_VALUE), age);
    }

    /// The difference is large enough to tell the collector and the center.
    public boolean wrong() {
        return Math.abs(skew) > SHOWN_FROM_SECONDS;
    }

    /// Too long ago to be believed; a phone keeps a day, a holiday is a week.
    public boolean tooOld() {
        return age.compareTo(OLDEST) > 0;
    }
}
