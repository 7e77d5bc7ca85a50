package jingwei.workcalendar;

import java.time.MonthDay;
import java.util.List;

/// 季节作息: the daily hours from one day of the year to another, both included, every year; it may run over New Year.
///
/// @param slots the working slots of a day, any number
public record Season(String name, MonthDay from, MonthDay to, List<Slot> slots) {

    public Season {
        slots = List.copyOf(slots);
    }

    /// 全年: the same hours from January to December.
    public static Season wholeYear(String name, Slot... slots) {
        return new Season(name, MonthDay.of(1, 1), MonthDay.of(12, 31), List.of(slots));
    }

    boolean holds(MonthDay day) {
        return from.isAfter(to) ? !day.isBefore(from) || !day.isAfter(to)
                : !day.isBefore(from) && !day.isAfter(to);
    }
}
