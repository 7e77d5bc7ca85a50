package jingwei.workcalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.List;
import jingwei.simulator.Requirement;
import jingwei.standards.LimitUnit;
import jingwei.standards.RefusedException;
import jingwei.standards.TimeLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 四种单位的表: what each unit makes of nights, weekends, the Spring Festival of 2026 (15–23 February, make-up on 14 and
/// 28) and the edges of the working slots 08–12 and 14–18 (APM-05, ACC-07).
@Requirement({"APM-05", "ACC-07"})
class WorkCalendarTest {

    private static final WorkCalendar STANDARD = WorkCalendar.of(CalendarDraft.standard());

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @CsvSource({
        // 工作时, within a slot, over noon, over the night, over the weekend
        "2026-03-02T09:00, 2 工作时, 2026-03-02T11:00",
        "2026-03-02T10:00, 4 工作时, 2026-03-02T16:00",
        "2026-03-02T17:00, 2 工作时, 2026-03-03T09:00",
        "2026-03-06T17:00, 2 工作时, 2026-03-09T09:00",
        // before hours, at noon, after hours, on a Sunday: from the next opening
        "2026-03-02T06:30, 1 工作时, 2026-03-02T09:00",
        "2026-03-02T12:30, 1 工作时, 2026-03-02T15:00",
        "2026-03-02T20:00, 1 工作时, 2026-03-03T09:00",
        "2026-03-08T10:00, 1 工作时, 2026-03-09T09:00",
        // exact edges: a limit ends at the close, work begins at the next opening
        "2026-03-02T08:00, 4 工作时, 2026-03-02T12:00",
        "2026-03-02T08:00, 8 工作时, 2026-03-02T18:00",
        "2026-03-02T12:00, 1 工作时, 2026-03-02T15:00",
        "2026-03-02T18:00, 4 工作时, 2026-03-03T12:00",
        // Spring Festival: Saturday 14 February worked, 15 to 23 off, Saturday 28 worked
        "2026-02-13T17:00, 2 工作时, 2026-02-14T09:00",
        "2026-02-14T17:00, 2 工作时, 2026-02-24T09:00",
        "2026-02-18T10:00, 4 工作时, 2026-02-24T12:00",
        "2026-02-27T17:30, 1 工作时, 2026-02-28T08:30",
        // 紧急工作时, 紧急工作日, 分钟: on and on
        "2026-03-02T17:00, 2 紧急工作时, 2026-03-02T19:00",
        "2026-02-14T23:30, 1 紧急工作时, 2026-02-15T00:30",
        "2026-02-15T10:00, 3 紧急工作日, 2026-02-18T10:00",
        "2026-03-08T23:50, 15 分钟, 2026-03-09T00:05",
        // 工作日: the same time on the N-th following working day
        "2026-03-02T10:15, 1 工作日, 2026-03-03T10:15",
        "2026-03-06T10:15, 1 工作日, 2026-03-09T10:15",
        "2026-03-02T06:00, 1 工作日, 2026-03-03T08:00",
        "2026-03-02T12:30, 1 工作日, 2026-03-03T14:00",
        "2026-03-02T18:00, 1 工作日, 2026-03-04T08:00",
        "2026-03-07T10:00, 1 工作日, 2026-03-10T08:00",
        "2026-02-13T09:00, 1 工作日, 2026-02-14T09:00",
        "2026-02-14T09:00, 1 工作日, 2026-02-24T09:00",
        "2026-02-13T09:00, 7 工作日, 2026-03-02T09:00",
        "2026-02-18T09:00, 2 工作日, 2026-02-26T08:00",
        "2026-09-30T17:59, 5 工作日, 2026-10-13T17:59",
    })
    void theFourUnits(String from, String limit, String due) {
        assertThat(STANDARD.deadline(at(from), TimeLimit.of(limit))).isEqualTo(new Deadline(at(due), false));
    }

    @ParameterizedTest(name = "{0}: {1} + {2} = {3}")
    @CsvSource({
        "END_OF_DAY, 2026-03-02T10:15, 1 工作日, 2026-03-03T18:00",
        "END_OF_DAY, 2026-03-02T20:00, 1 工作日, 2026-03-04T18:00",
        "END_OF_DAY, 2026-02-14T10:15, 1 工作日, 2026-02-24T18:00",
        "EIGHT_HOURS, 2026-03-02T10:15, 1 工作日, 2026-03-03T10:15",
        "EIGHT_HOURS, 2026-03-02T08:00, 1 工作日, 2026-03-02T18:00",
        "EIGHT_HOURS, 2026-02-14T10:15, 2 工作日, 2026-02-25T10:15",
    })
    void theRuleSaysWhatAWorkingDayIs(WorkingDayRule rule, String from, String limit, String due) {
        WorkCalendar calendar = WorkCalendar.of(CalendarDraft.standard().withRule(rule));
        assertThat(calendar.deadline(at(from), TimeLimit.of(limit)).due()).isEqualTo(at(due));
    }

    @Test
    void elapsedCountsWhatTheUnitCounts() {
        Instant friday = at("2026-03-06T17:00");
        Instant monday = at("2026-03-09T09:30");
        assertThat(STANDARD.elapsed(friday, monday, LimitUnit.WORKING_HOUR)).isEqualTo(Duration.ofMinutes(150));
        assertThat(STANDARD.elapsed(friday, monday, LimitUnit.WORKING_DAY)).isEqualTo(Duration.ofMinutes(150));
        assertThat(STANDARD.elapsed(friday, monday, LimitUnit.EMERGENCY_HOUR))
                .isEqualTo(Duration.ofHours(64).plusMinutes(30));
        assertThat(STANDARD.elapsed(monday, friday, LimitUnit.WORKING_HOUR)).isEqualTo(Duration.ofMinutes(-150));
        assertThat(STANDARD.elapsed(at("2026-02-15T00:00"), at("2026-02-24T00:00"), LimitUnit.WORKING_HOUR))
                .isZero();
    }

    @Test
    void theShareUsedUpStandsStillAtNightAndGoesOnWhenLate() {
        Instant from = at("2026-03-02T14:00");
        TimeLimit day = TimeLimit.of("1 工作日");
        assertThat(STANDARD.consumed(from, day, from)).isZero();
        assertThat(STANDARD.consumed(from, day, at("2026-03-02T18:00"))).isCloseTo(0.5, within(1e-12));
        assertThat(STANDARD.consumed(from, day, at("2026-03-03T03:00"))).isCloseTo(0.5, within(1e-12));
        assertThat(STANDARD.consumed(from, day, at("2026-03-03T14:00"))).isEqualTo(1.0);
        assertThat(STANDARD.consumed(from, day, at("2026-03-03T18:00"))).isCloseTo(1.5, within(1e-12));
        assertThat(STANDARD.consumed(from, TimeLimit.of("10 紧急工作时"), at("2026-03-02T22:00")))
                .isCloseTo(0.8, within(1e-12));
    }

    @ParameterizedTest(name = "{0} + {1}")
    @CsvSource({
        "2026-12-31T17:00, 2 工作时, 2027-01-01T09:00, true",
        "2026-12-30T10:00, 5 工作日, 2027-01-06T10:00, true",
        "2026-12-31T17:00, 1 工作时, 2026-12-31T18:00, false",
        "2026-12-31T17:00, 9 紧急工作时, 2027-01-01T02:00, false",
        "2030-10-01T17:00, 2 工作时, 2030-10-02T09:00, true",
        "2023-10-02T09:00, 2 工作时, 2023-10-02T11:00, true",
    })
    void aDeadlineThatReachesAYearNotLoadedIsProvisional(String from, String limit, String due, boolean provisional) {
        assertThat(STANDARD.deadline(at(from), TimeLimit.of(limit))).isEqualTo(new Deadline(at(due), provisional));
    }

    @Test
    void missingYearsAreTold() {
        assertThat(STANDARD.missingYears(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31))).isEmpty();
        assertThat(STANDARD.missingYears(LocalDate.of(2026, 11, 24), LocalDate.of(2028, 1, 23)))
                .containsExactly(2027, 2028);
        assertThat(STANDARD.years()).containsExactly(2024, 2025, 2026);
    }

    @Test
    void aLimitOfCenturiesIsRefusedNotReckoned() {
        assertThatThrownBy(() -> STANDARD.deadline(at("2026-03-02T09:00"), TimeLimit.of("999999 工作日")))
                .isInstanceOfSatisfying(RefusedException.class,
                        e -> assertThat(e.refusal().code()).isEqualTo("limit-beyond-calendar"));
    }

    @Test
    void seasonsAndLocalExceptionsHaveTheirOwnHours() {
        WorkCalendar calendar = WorkCalendar.of(CalendarDraft.standard().withSeasons(
                        new Season("冬季", MonthDay.of(10, 1), MonthDay.of(5, 31),
                                List.of(Slot.of("08:00-12:00"), Slot.of("14:00-18:00"))),
                        new Season("夏季", MonthDay.of(6, 1), MonthDay.of(9, 30),
                                List.of(Slot.of("08:00-12:00"), Slot.of("15:00-18:00"), Slot.of("20:00-24:00"))))
                .withExceptions(List.of(SpecialDay.closed(LocalDate.of(2026, 3, 3), "防汛停办"),
                        SpecialDay.open(LocalDate.of(2026, 2, 17), "春节值守", Slot.of("09:00-11:00")))));
        TimeLimit two = TimeLimit.of("2 工作时");
        assertThat(calendar.deadline(at("2026-05-29T17:00"), two).due()).isEqualTo(at("2026-06-01T09:00"));
        assertThat(calendar.deadline(at("2026-06-01T11:00"), two).due()).isEqualTo(at("2026-06-01T16:00"));
        assertThat(calendar.deadline(at("2026-06-01T22:00"), two).due()).isEqualTo(at("2026-06-02T00:00"));
        assertThat(calendar.deadline(at("2026-03-02T17:00"), two).due()).isEqualTo(at("2026-03-04T09:00"));
        assertThat(calendar.deadline(at("2026-02-16T09:00"), two).due()).isEqualTo(at("2026-02-17T11:00"));
        assertThat(calendar.isWorkday(LocalDate.of(2026, 3, 3))).isFalse();
        assertThat(calendar.isWorkday(LocalDate.of(2026, 2, 28))).isTrue();
        assertThat(calendar.isOpen(at("2026-02-17T09:00"))).isTrue();
        assertThat(calendar.isOpen(at("2026-02-17T11:00"))).isFalse();
        assertThat(calendar.opening(at("2026-02-17T11:00"))).isEqualTo(at("2026-02-24T08:00"));
    }

    @Test
    void aLaterVersionLeavesTheDaysBeforeItAsTheyWere() {
        CalendarDraft first = CalendarDraft.standard();
        CalendarDraft second = first.validFrom(LocalDate.of(2026, 3, 4)).withRule(WorkingDayRule.END_OF_DAY)
                .withSeasons(Season.wholeYear("全年", Slot.of("09:00-12:00"), Slot.of("14:00-18:00")));
        WorkCalendar both = WorkCalendar.of(List.of(new CalendarVersion(1, first, Instant.EPOCH, "甲"),
                new CalendarVersion(2, second, Instant.EPOCH, "乙")));
        assertThat(both.version()).isEqualTo(2);
        assertThat(both.elapsed(at("2026-03-03T00:00"), at("2026-03-04T00:00"), LimitUnit.WORKING_HOUR)).hasHours(8);
        assertThat(both.elapsed(at("2026-03-04T00:00"), at("2026-03-05T00:00"), LimitUnit.WORKING_HOUR)).hasHours(7);
        assertThat(both.deadline(at("2026-03-03T10:00"), TimeLimit.of("1 工作日")).due())
                .isEqualTo(at("2026-03-04T10:00"));
        assertThat(both.deadline(at("2026-03-04T10:00"), TimeLimit.of("1 工作日")).due())
                .isEqualTo(at("2026-03-05T18:00"));
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkCalendar.ZONE).toInstant();
    }
}
