package jingwei.organization;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 采集员值守: a collector's post serves a duty grid in a shift on some days of the week (APM-01, ACC-05).
///
/// @param post      post of kind COLLECTOR
/// @param dutyGrid  code of the duty grid (责任网格)
/// @param weekdays  days on which the shift begins
/// @param validFrom first day
/// @param validTo   last day; null for good
public record CollectorDuty(UUID id, String post, String dutyGrid, Shift shift, Set<DayOfWeek> weekdays,
        LocalDate validFrom, @Nullable LocalDate validTo) {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    public CollectorDuty {
        weekdays = Collections.unmodifiableSet(new TreeSet<>(weekdays));
    }

    /// True where the post is on duty at that moment.
    public boolean covers(Instant at) {
        LocalDateTime local = at.atZone(BEIJING).toLocalDateTime();
        LocalTime time = local.toLocalTime();
        if (!shift.overMidnight()) {
            return on(local.toLocalDate()) && !time.isBefore(shift.starts()) && time.isBefore(shift.ends());
        }
        return on(local.toLocalDate()) && !time.isBefore(shift.starts())
                || on(local.toLocalDate().minusDays(1)) && time.isBefore(shift.ends());
    }

    private boolean on(LocalDate day) {
        return weekdays.contains(day.getDayOfWeek()) && !day.isBefore(validFrom)
                && (validTo == null || !day.isAfter(validTo));
    }
}
