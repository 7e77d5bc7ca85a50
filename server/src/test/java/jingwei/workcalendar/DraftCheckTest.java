package jingwei.workcalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import jingwei.standards.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// 坏的日历稿: each is refused by its own code, in words that name the place (APM-05).
class DraftCheckTest {

    private static final Slot MORNING = Slot.of("08:00-12:00");

    static Stream<Arguments> bad() {
        CalendarDraft good = CalendarDraft.standard();
        return Stream.of(
                Arguments.of("slots-overlap", "全年",
                        good.withSeasons(Season.wholeYear("全年", MORNING, Slot.of("11:59-18:00")))),
                Arguments.of("slot-ends-before-start", "20:00-04:00",
                        good.withSeasons(Season.wholeYear("全年", Slot.of("20:00-04:00")))),
                Arguments.of("slot-ends-before-start", "08:00-08:00",
                        good.withSeasons(Season.wholeYear("全年", Slot.of("08:00-08:00")))),
                Arguments.of("no-slots", "夏季", good.withSeasons(Season.wholeYear("夏季"))),
                Arguments.of("season-gap", "1 月 1 日", good.withSeasons()),
                Arguments.of("season-gap", "2 月 29 日", good.withSeasons(
                        season("春", 3, 1, 12, 31), season("冬", 1, 1, 2, 28))),
                Arguments.of("seasons-overlap", "6 月 1 日", good.withSeasons(
                        season("冬", 10, 1, 6, 1), season("夏", 6, 1, 9, 30))),
                Arguments.of("holiday-and-make-up", "2026-02-14", with(good,
                        new SpecialDay(LocalDate.of(2026, 2, 14), SpecialDay.Kind.HOLIDAY, "春节", "", List.of()))),
                Arguments.of("day-twice", "2026-02-17", with(good,
                        new SpecialDay(LocalDate.of(2026, 2, 17), SpecialDay.Kind.HOLIDAY, "春节", "", List.of()))),
                Arguments.of("exception-open-and-closed", "2026-03-03", good.withExceptions(List.of(
                        SpecialDay.closed(LocalDate.of(2026, 3, 3), "停"),
                        SpecialDay.open(LocalDate.of(2026, 3, 3), "开", MORNING)))),
                Arguments.of("no-slots", "2026-03-07",
                        good.withExceptions(List.of(SpecialDay.open(LocalDate.of(2026, 3, 7), "开")))),
                Arguments.of("slots-overlap", "2026-03-07", good.withExceptions(List.of(
                        SpecialDay.open(LocalDate.of(2026, 3, 7), "开", MORNING, Slot.of("10:00-13:00"))))),
                Arguments.of("slots-not-expected", "2026-03-03", good.withExceptions(List.of(new SpecialDay(
                        LocalDate.of(2026, 3, 3), SpecialDay.Kind.CLOSED, "停", "", List.of(MORNING))))),
                Arguments.of("make-up-on-weekday", "2026-03-03", with(good, new SpecialDay(
                        LocalDate.of(2026, 3, 3), SpecialDay.Kind.MAKE_UP_WORKDAY, "春节", "", List.of()))),
                Arguments.of("day-outside-years", "2027-01-01", with(good, new SpecialDay(
                        LocalDate.of(2027, 1, 1), SpecialDay.Kind.HOLIDAY, "元旦", "", List.of()))),
                Arguments.of("year-without-holidays", "2027", good.withYear(2027, List.of())),
                Arguments.of("year-out-of-range", "20266", good.withYear(20266, List.of())),
                Arguments.of("no-years", "年份", new CalendarDraft(good.validFrom(), good.workingDayRule(),
                        good.seasons(), new TreeSet<>(), List.of())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("bad")
    void isRefusedAndNamesThePlace(String code, String place, CalendarDraft draft) {
        assertThatThrownBy(() -> WorkCalendar.of(draft)).isInstanceOfSatisfying(RefusedException.class, e -> {
            assertThat(e.refusal().code()).isEqualTo(code);
            assertThat(e.refusal().what().zh()).contains(place);
            assertThat(e.refusal().clause()).isEqualTo("APM-05");
        });
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"8:00-12:00", "08:00", "08:00-25:00", "08:60-12:00", ""})
    void whatIsNoSlotIsRefused(String text) {
        assertThatThrownBy(() -> Slot.of(text)).isInstanceOfSatisfying(RefusedException.class,
                e -> assertThat(e.refusal().code()).isEqualTo("bad-slot"));
    }

    @Test
    void touchingSlotsAndASeasonOverNewYearAreGood() {
        DraftCheck.check(CalendarDraft.standard().withSeasons(
                new Season("冬", MonthDay.of(10, 1), MonthDay.of(5, 31), List.of(MORNING, Slot.of("12:00-24:00"))),
                season("夏", 6, 1, 9, 30)));
    }

    private static CalendarDraft with(CalendarDraft draft, SpecialDay day) {
        List<SpecialDay> days = new java.util.ArrayList<>(draft.days());
        days.add(day);
        return new CalendarDraft(draft.validFrom(), draft.workingDayRule(), draft.seasons(), draft.years(), days);
    }

    private static Season season(String name, int month, int day, int lastMonth, int lastDay) {
        return new Season(name, MonthDay.of(month, day), MonthDay.of(lastMonth, lastDay), List.of(MORNING));
    }
}
