package jingwei.workcalendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import jingwei.standards.HolidayYear;

/// 日历稿: everything one version of a calendar says; published as it stands, never changed afterwards (APM-05).
///
/// @param validFrom first day it governs; the days before stay with the versions before
/// @param seasons   together they hold every day of a leap year exactly once
/// @param years     the years whose holidays are known
/// @param days      holidays and make-up workdays of those years, and local exceptions
public record CalendarDraft(LocalDate validFrom, WorkingDayRule workingDayRule, List<Season> seasons,
        SortedSet<Integer> years, List<SpecialDay> days) {

    public CalendarDraft {
        seasons = List.copyOf(seasons);
        years = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(years));
        days = days.stream().sorted(java.util.Comparator.comparing(SpecialDay::date)
                .thenComparing(SpecialDay::kind)).toList();
    }

    /// 标准日历: 08:00–12:00 and 14:00–18:00 all the year, with the bundled years 2024 to 2026.
    public static CalendarDraft standard() {
        CalendarDraft draft = new CalendarDraft(LocalDate.of(2024, 1, 1), WorkingDayRule.SAME_TIME,
                List.of(Season.wholeYear("全年", Slot.of("08:00-12:00"), Slot.of("14:00-18:00"))), new TreeSet<>(),
                List.of());
        for (int year = 2024; year <= 2026; year++) {
            int wanted = year;
            draft = draft.withYear(HolidayYear.load(year)
                    .orElseThrow(() -> new IllegalStateException("not bundled: calendar-cn/" + wanted + ".csv")));
        }
        return draft;
    }

    public CalendarDraft validFrom(LocalDate day) {
        return new CalendarDraft(day, workingDayRule, seasons, years, days);
    }

    public CalendarDraft withRule(WorkingDayRule rule) {
        return new CalendarDraft(validFrom, rule, seasons, years, days);
    }

    public CalendarDraft withSeasons(Season... replacing) {
        return new CalendarDraft(validFrom, workingDayRule, List.of(replacing), years, days);
    }

    /// The same with these local exceptions instead of the ones before.
    public CalendarDraft withExceptions(Collection<SpecialDay> exceptions) {
        List<SpecialDay> all = new ArrayList<>(days.stream().filter(day -> !day.kind().local()).toList());
        all.addAll(exceptions);
        return new CalendarDraft(validFrom, workingDayRule, seasons, years, all);
    }

    /// The same with this year as announced, in the place of what was known of it.
    public CalendarDraft withYear(HolidayYear year) {
        return withYear(year.year(), year.days().stream().map(SpecialDay::of).toList());
    }

    /// The same with these holidays and make-up workdays for that year.
    public CalendarDraft withYear(int year, Collection<SpecialDay> announced) {
        List<SpecialDay> all = new ArrayList<>(days.stream()
                .filter(day -> day.kind().local() || day.date().getYear() != year).toList());
        all.addAll(announced);
        SortedSet<Integer> known = new TreeSet<>(years);
        known.add(year);
        return new CalendarDraft(validFrom, workingDayRule, seasons, known, all);
    }

    /// The day out of the order that counts for each date: a local exception before an announced day.
    Map<LocalDate, SpecialDay> byDate() {
        Map<LocalDate, SpecialDay> found = new TreeMap<>();
        for (SpecialDay day : days) {
            found.merge(day.date(), day, (one, other) -> other.kind().local() ? other : one);
        }
        return found;
    }
}
