package jingwei.workcalendar;

import java.time.Instant;

/// 截止时刻: when a limit runs out.
///
/// @param due         business time, whole microseconds, so that it is stored as it is
/// @param provisional true where the way leads through a year whose holidays are not loaded: reckoned there with
///                    weekends only, and to be shown as such (APM-05)
public record Deadline(Instant due, boolean provisional) {
}
