package jingwei.workcalendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jingwei.standards.LimitUnit;
import jingwei.standards.TimeLimit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/// 互为逆运算: a deadline is the first moment at which the limit is used up (APM-05).
class WorkCalendarPropertyTest {

    private static final WorkCalendar SEASONS = WorkCalendar.of(CalendarDraft.standard().withSeasons(
            new Season("冬季", MonthDay.of(10, 1), MonthDay.of(5, 31),
                    List.of(Slot.of("08:30-12:00"), Slot.of("14:00-17:45"))),
            new Season("夏季", MonthDay.of(6, 1), MonthDay.of(9, 30),
                    List.of(Slot.of("07:30-11:30"), Slot.of("15:00-18:10"), Slot.of("20:00-24:00")))));
    private static final WorkCalendar EQUAL_DAYS = WorkCalendar.of(CalendarDraft.standard());

    /// Microseconds of 2024 to 2026.
    private static final long FIRST = 1_704_038_400_000_000L;
    private static final long LAST = 1_798_000_000_000_000L;

    @Property
    void hoursAreExactlyTheTimeElapsedUntilTheirDeadline(@ForAll @LongRange(min = FIRST, max = LAST) long from,
            @ForAll @IntRange(min = 1, max = 600) int amount) {
        for (LimitUnit unit : List.of(LimitUnit.WORKING_HOUR, LimitUnit.EMERGENCY_HOUR)) {
            Instant start = moment(from);
            Instant due = SEASONS.deadline(start, new TimeLimit(amount, unit)).due();
            assertThat(SEASONS.elapsed(start, due, unit)).isEqualTo(Duration.ofHours(amount));
            assertThat(SEASONS.elapsed(start, due.minus(1, ChronoUnit.MICROS), unit))
                    .isLessThan(Duration.ofHours(amount));
        }
    }

    @Property
    void workingDaysAreExactOnDaysOfEqualLength(@ForAll @LongRange(min = FIRST, max = LAST) long from,
            @ForAll @IntRange(min = 1, max = 60) int amount) {
        Instant start = moment(from);
        TimeLimit limit = new TimeLimit(amount, LimitUnit.WORKING_DAY);
        Instant due = EQUAL_DAYS.deadline(start, limit).due();
        assertThat(EQUAL_DAYS.elapsed(start, due, LimitUnit.WORKING_DAY)).isEqualTo(Duration.ofHours(8L * amount));
        assertThat(EQUAL_DAYS.consumed(start, limit, due)).isEqualTo(1.0);
    }

    @Property
    void openAndAfterAreInversesToTheMicrosecond(@ForAll @LongRange(min = FIRST, max = LAST) long from,
            @ForAll @LongRange(min = 1, max = 9_000_000_000_000L) long micros) {
        Duration work = Duration.of(micros, ChronoUnit.MICROS);
        Instant start = moment(from);
        assertThat(SEASONS.open(start, SEASONS.after(start, work))).isEqualTo(work);
        assertThat(SEASONS.after(start, Duration.ZERO)).isEqualTo(start);
    }

    @Property
    void elapsedAddsUpAndNeverRunsBackwards(@ForAll @LongRange(min = FIRST, max = LAST) long one,
            @ForAll @LongRange(min = FIRST, max = LAST) long two,
            @ForAll @LongRange(min = FIRST, max = LAST) long three) {
        Instant a = moment(Math.min(one, two));
        Instant b = moment(Math.max(one, two));
        Instant c = moment(three);
        assertThat(SEASONS.elapsed(a, b, LimitUnit.WORKING_HOUR)).isGreaterThanOrEqualTo(Duration.ZERO)
                .isLessThanOrEqualTo(Duration.between(a, b))
                .isEqualTo(SEASONS.elapsed(a, c, LimitUnit.WORKING_HOUR)
                        .plus(SEASONS.elapsed(c, b, LimitUnit.WORKING_HOUR)));
    }

    @Property
    void aLaterStartIsNeverDueEarlier(@ForAll @LongRange(min = FIRST, max = LAST) long from,
            @ForAll @LongRange(min = 0, max = 900_000_000_000L) long later,
            @ForAll @IntRange(min = 1, max = 60) int amount) {
        for (LimitUnit unit : LimitUnit.values()) {
            TimeLimit limit = new TimeLimit(amount, unit);
            assertThat(EQUAL_DAYS.deadline(moment(from + later), limit).due())
                    .isAfterOrEqualTo(EQUAL_DAYS.deadline(moment(from), limit).due());
        }
    }

    private static Instant moment(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
