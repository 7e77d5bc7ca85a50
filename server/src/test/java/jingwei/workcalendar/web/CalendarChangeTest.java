package jingwei.workcalendar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jingwei.standards.RefusedException;
import jingwei.workcalendar.CalendarDraft;
import jingwei.workcalendar.CalendarVersion;
import jingwei.workcalendar.Slot;
import jingwei.workcalendar.SpecialDay;
import jingwei.workcalendar.WorkCalendar;
import jingwei.workcalendar.WorkingDayRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// 日历变更的请求: the contract's own examples are readable and lawful; what is left out stays; bad ones are refused.
class CalendarChangeTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void theExampleOfTheContractMakesAGoodDraft() {
        CalendarDraft draft = change(CalendarController.EXAMPLE).onto(CalendarDraft.standard());
        assertThat(WorkCalendar.of(draft).isWorkday(LocalDate.of(2026, 12, 12))).isTrue();
        assertThat(draft.seasons()).extracting(season -> season.slots().getLast())
                .containsExactly(Slot.of("14:00-18:00"), Slot.of("15:00-19:00"));
        assertThat(draft.validFrom()).isEqualTo("2026-12-01");
        assertThat(draft.workingDayRule()).isEqualTo(WorkingDayRule.SAME_TIME);
        assertThat(draft.years()).containsExactly(2024, 2025, 2026);
        ClockController.ClockChange clock = JSON.readValue(ClockController.EXAMPLE, ClockController.ClockChange.class);
        assertThat(clock.moveTo()).isEqualTo("2026-12-01T00:00:00Z");
    }

    @Test
    void aYearEnteredByHandIsLoadedAndShownAndTheRestStays() {
        CalendarDraft before = CalendarDraft.standard()
                .withExceptions(List.of(SpecialDay.closed(LocalDate.of(2026, 3, 3), "防汛停办")));
        CalendarDraft draft = change("""
                {"basedOn": 1, "validFrom": "2026-11-24", "workingDayRule": "END_OF_DAY", "years": [{"year": 2027, "days": [
                  {"date": "2027-01-01", "kind": "HOLIDAY", "name": "元旦", "notice": "通知文号"},
                  {"date": "2027-01-03", "kind": "MAKE_UP_WORKDAY", "name": "元旦"}]}]}""").onto(before);
        WorkCalendar calendar = WorkCalendar.of(draft);
        assertThat(calendar.isWorkday(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(calendar.isWorkday(LocalDate.of(2027, 1, 3))).isTrue();
        assertThat(calendar.isWorkday(LocalDate.of(2026, 3, 3))).isFalse();
        String shown = JSON.writeValueAsString(CalendarView.of(
                new CalendarVersion(2, draft, Instant.EPOCH, "甲"), List.of(2028)));
        assertThat(shown).contains("\"08:00-12:00\"", "\"01-01\"", "\"2027-01-03\"", "\"missingYears\":[2028]",
                "\"防汛停办\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "calendar-change-incomplete | {\"validFrom\": \"2026-12-01\"}",
        "calendar-change-incomplete | {\"basedOn\": 1}",
        "year-not-bundled | {\"basedOn\": 1, \"validFrom\": \"2026-12-01\", \"years\": [{\"year\": 2099}]}",
        "bad-month-day | {\"basedOn\": 1, \"validFrom\": \"2026-12-01\", \"seasons\": [{\"name\": \"夏\", "
                + "\"from\": \"13-01\", \"to\": \"02-30\", \"slots\": []}]}",
        "season-incomplete | {\"basedOn\": 1, \"validFrom\": \"2026-12-01\", \"seasons\": [{\"name\": \"夏\"}]}",
        "special-day-incomplete | {\"basedOn\": 1, \"validFrom\": \"2026-12-01\", \"exceptions\": "
                + "[{\"date\": \"2026-12-12\", \"kind\": \"OPEN\"}]}",
        "special-day-misplaced | {\"basedOn\": 1, \"validFrom\": \"2026-12-01\", \"exceptions\": "
                + "[{\"date\": \"2026-12-12\", \"kind\": \"HOLIDAY\", \"name\": \"元旦\"}]}",
    })
    void aBadChangeIsRefused(String code, String body) {
        assertThatThrownBy(() -> change(body).onto(CalendarDraft.standard()))
                .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.refusal().code()).isEqualTo(code));
    }

    private static CalendarChange change(String body) {
        return JSON.readValue(body, CalendarChange.class);
    }
}
