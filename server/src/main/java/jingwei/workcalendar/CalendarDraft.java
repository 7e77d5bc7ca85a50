package jingwei.workcalendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jingwei.standards.HolidayYear;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;

/// 日历草案: what a calendar version is made of, checked before it is published.
///
/// @param rule    how N working days are counted
/// @param seasons daily hours, each from its day of the year on
/// @param years   years whose holidays are complete
/// @param days    holidays, make-up workdays and local exceptions
public record CalendarDraft(WorkingDayRule rule, List<Season> seasons, Set<Integer> years, List<SpecialDay> days) {

    /// 工作日的计法: sources do not settle it, so it is a setting. The same clock time on the N-th following working day, or
    /// the close of work on that day.
    public enum WorkingDayRule {
        SAME_TIME, END_OF_DAY
    }

    public CalendarDraft {
        seasons = seasons.stream().sorted(Comparator.comparing(Season::from)).toList();
        years = new TreeSet<>(years);
        days = List.copyOf(days);
    }

    /// 08:00–12:00, 14:00–18:00 and every year of holidays this program carries.
    public static CalendarDraft standard() {
        List<SpecialDay> days = new ArrayList<>();
        Set<Integer> years = new TreeSet<>();
        for (HolidayYear year : HolidayYear.all()) {
            years.add(year.year());
            year.days().forEach(day -> days.add(new SpecialDay(day.date(),
                    day.kind() == HolidayYear.Kind.MAKE_UP_WORKDAY, day.name(), day.notice())));
        }
        return new CalendarDraft(WorkingDayRule.SAME_TIME,
                List.of(new Season(MonthDay.of(1, 1), hours("08:00", "12:00", "14:00", "18:00"))), years, days);
    }

    public static List<Slot> hours(String... times) {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < times.length; i += 2) {
            slots.add(new Slot(LocalTime.parse(times[i]), LocalTime.parse(times[i + 1])));
        }
        return slots;
    }

    /// The draft with other hours all year round.
    public CalendarDraft withHours(String... times) {
        return new CalendarDraft(rule, List.of(new Season(MonthDay.of(1, 1), hours(times))), years, days);
    }

    /// @throws RefusedException naming the first place that cannot be
    public CalendarDraft checked() {
        if (seasons.isEmpty() || seasons.getFirst().from().compareTo(MonthDay.of(1, 1)) != 0) {
            throw wrong("season-gap", "作息季节必须从 1 月 1 日起", "the seasons must begin on January 1");
        }
        Set<MonthDay> begun = new HashSet<>();
        for (Season season : seasons) {
            if (!begun.add(season.from())) {
                throw wrong("season-twice", season.from() + " 有两个作息季节", "two seasons begin on " + season.from());
            }
            if (season.slots().isEmpty()) {
                throw wrong("season-empty", season.from() + " 起没有工作时段", "no slot from " + season.from());
            }
            LocalTime last = LocalTime.MIN;
            for (Slot slot : season.slots()) {
                if (!slot.from().isBefore(slot.to())) {
                    throw wrong("slot-backwards", "时段 " + slot.from() + "–" + slot.to() + " 的结束不晚于开始",
                            "the slot " + slot.from() + "–" + slot.to() + " ends before it begins");
                }
                if (slot.from().isBefore(last)) {
                    throw wrong("slots-overlap", "时段 " + slot.from() + "–" + slot.to() + " 与前一时段重叠",
                            "the slot " + slot.from() + "–" + slot.to() + " overlaps the one before");
                }
                last = slot.to();
            }
        }
        Set<LocalDate> seen = new HashSet<>();
        for (SpecialDay day : days) {
            if (!seen.add(day.date())) {
                throw wrong("day-twice", day.date() + " 出现了两次", day.date() + " stands twice");
            }
        }
        return this;
    }

    private static RefusedException wrong(String code, String zh, String en) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, code, Text.of(zh, en),
                Text.of("请修改后再发布", "mend it and publish again")).under("APM-05").asException();
    }
}
