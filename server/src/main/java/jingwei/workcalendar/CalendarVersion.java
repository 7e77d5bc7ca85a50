package jingwei.workcalendar;

import java.time.Instant;

/// 日历版本: a published draft.
///
/// @param version     1, 2, 3 … within the platform
/// @param publishedAt business time
/// @param publishedBy who published it
public record CalendarVersion(int version, CalendarDraft draft, Instant publishedAt, String publishedBy) {
}
