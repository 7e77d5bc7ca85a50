package jingwei.workcalendar.web;

import java.time.LocalDate;
import java.util.List;
import jingwei.standards.HolidayYear;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.workcalendar.CalendarDraft;
import jingwei.workcalendar.SpecialDay;
import jingwei.workcalendar.WorkingDayRule;
import org.jspecify.annotations.Nullable;

/// 日历变更: what the next version says differently; what is left out stays as it is.
///
/// @param basedOn    the version the editor saw, 0 where there was none
/// @param exceptions all local exceptions, in the place of those before
/// @param years      years to load
record CalendarChange(@Nullable Integer basedOn, @Nullable LocalDate validFrom,
        @Nullable WorkingDayRule workingDayRule, @Nullable List<CalendarView.SeasonView> seasons,
        @Nullable List<CalendarView.DayView> exceptions, @Nullable List<Year> years) {

    /// @param days holidays and make-up workdays of the year's notice; left out to take those that came with the program
    record Year(int year, @Nullable List<CalendarView.DayView> days) {
    }

    CalendarDraft onto(CalendarDraft before) {
        if (basedOn == null || validFrom == null) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "calendar-change-incomplete",
                    Text.of("缺少所依据的版本或生效日", "the version it is based on or the first day is missing"),
                    Text.of("请填 basedOn 和 validFrom", "give basedOn and validFrom")).under("APM-05")
                    .missing(java.util.stream.Stream.of(basedOn == null ? "basedOn" : "",
                            validFrom == null ? "validFrom" : "").filter(word -> !word.isEmpty()).toList())
                    .asException();
        }
        CalendarDraft draft = before.validFrom(validFrom);
        if (workingDayRule != null) {
            draft = draft.withRule(workingDayRule);
        }
        if (seasons != null) {
            draft = draft.withSeasons(seasons.stream().map(CalendarView.SeasonView::season)
                    .toArray(jingwei.workcalendar.Season[]::new));
        }
        if (years != null) {
            for (Year year : years) {
                draft = loaded(draft, year);
            }
        }
        if (exceptions != null) {
            draft = draft.withExceptions(exceptions.stream().map(day -> kind(day, true)).toList());
        }
        return draft;
    }

    private static CalendarDraft loaded(CalendarDraft draft, Year year) {
        if (year.days() == null) {
            return draft.withYear(HolidayYear.load(year.year()).orElseThrow(() -> notBundled(year.year())));
        }
        return draft.withYear(year.year(), year.days().stream().map(day -> kind(day, false)).toList());
    }

    private static SpecialDay kind(CalendarView.DayView view, boolean local) {
        if (view.date() == null || view.kind() == null || view.name() == null || view.name().isBlank()) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "special-day-incomplete",
                    Text.of("特殊日缺少日期、类别或名称", "a special day lacks its date, kind or name"),
                    Text.of("请补全 date、kind 和 name", "give date, kind and name")).under("APM-05").asException();
        }
        if (view.kind().local() != local) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "special-day-misplaced",
                    Text.of(view.date() + " 的类别 " + view.kind() + " 不能列在这里",
                            "the kind " + view.kind() + " of " + view.date() + " does not belong here"),
                    Text.of("exceptions 只列 CLOSED 和 OPEN，years 只列 HOLIDAY 和 MAKE_UP_WORKDAY",
                            "exceptions hold CLOSED and OPEN, years hold HOLIDAY and MAKE_UP_WORKDAY"))
                    .under("APM-05").asException();
        }
        return view.day();
    }

    private static RefusedException notBundled(int year) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, "year-not-bundled",
                Text.of("本程序没有附带 " + year + " 年的放假安排", "the holidays of " + year + " did not come with this program"),
                Text.of("请按国务院办公厅通知录入该年的全部日期", "enter every date of that year's notice"))
                .under("APM-05").asException();
    }
}
