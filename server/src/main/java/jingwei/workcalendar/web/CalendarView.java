package jingwei.workcalendar.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.workcalendar.CalendarVersion;
import jingwei.workcalendar.Season;
import jingwei.workcalendar.Slot;
import jingwei.workcalendar.SpecialDay;
import jingwei.workcalendar.WorkingDayRule;
import org.jspecify.annotations.Nullable;

/// 工作日历, as the maintenance page shows it.
///
/// @param missingYears years that deadlines given today may reach and whose holidays are not loaded: a fault
/// @param holidays     holidays and make-up workdays of the loaded years
/// @param exceptions   closed and open days of this platform
record CalendarView(int version, LocalDate validFrom, WorkingDayRule workingDayRule, List<SeasonView> seasons,
        Collection<Integer> years, Collection<Integer> missingYears, List<DayView> holidays,
        List<DayView> exceptions, Instant publishedAt, String publishedBy) {

    static CalendarView of(CalendarVersion version, Collection<Integer> missingYears) {
        var draft = version.draft();
        return new CalendarView(version.version(), draft.validFrom(), draft.workingDayRule(),
                draft.seasons().stream().map(SeasonView::of).toList(), draft.years(), missingYears,
                draft.days().stream().filter(day -> !day.kind().local()).map(DayView::of).toList(),
                draft.days().stream().filter(day -> day.kind().local()).map(DayView::of).toList(),
                version.publishedAt(), version.publishedBy());
    }

    /// 季节作息. `from` and `to` are month and day, both included, every year.
    record SeasonView(String name, @Schema(example = "06-01") String from, @Schema(example = "09-30") String to,
            List<Slot> slots) {

        static SeasonView of(Season season) {
            return new SeasonView(season.name(), season.from().toString().substring(2),
                    season.to().toString().substring(2), season.slots());
        }

        @SuppressWarnings("ConstantValue") // a request may leave out what the type promises
        Season season() {
            if (name == null || name.isBlank() || from == null || to == null || slots == null) {
                throw Refusal.of(Refusal.Kind.MALFORMED, "season-incomplete",
                        Text.of("季节缺少名称、起止月日或时段", "a season lacks its name, first or last day, or slots"),
                        Text.of("请补全 name、from、to 和 slots", "give name, from, to and slots")).under("APM-05")
                        .asException();
            }
            return new Season(name, day(from), day(to), slots);
        }

        private MonthDay day(String text) {
            try {
                return MonthDay.parse("--" + text);
            } catch (DateTimeParseException e) {
                throw Refusal.of(Refusal.Kind.MALFORMED, "bad-month-day",
                        Text.of("季节“" + name + "”的“" + text + "”不是月日",
                                "\"" + text + "\" of the season \"" + name + "\" is no month and day"),
                        Text.of("请写成 06-01 的形式", "write it as 06-01")).under("APM-05").asException();
            }
        }
    }

    /// 特殊日. `slots` only for an open exception.
    record DayView(LocalDate date, SpecialDay.Kind kind, String name, @Nullable String notice,
            @Nullable List<Slot> slots) {

        static DayView of(SpecialDay day) {
            return new DayView(day.date(), day.kind(), day.name(), day.notice().isEmpty() ? null : day.notice(),
                    day.slots().isEmpty() ? null : day.slots());
        }

        SpecialDay day() {
            return new SpecialDay(date, kind, name, notice == null ? "" : notice, slots == null ? List.of() : slots);
        }
    }
}
