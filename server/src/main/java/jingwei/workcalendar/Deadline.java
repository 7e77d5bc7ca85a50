package jingwei.workcalendar;

import java.time.Instant;

/// 到期时刻.
///
/// @param due         when the limit is used up
/// @param provisional it reaches into a year whose holidays are not loaded; to be reckoned again when they are
public record Deadline(Instant due, boolean provisional) {
}
