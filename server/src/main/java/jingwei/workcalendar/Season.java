package jingwei.workcalendar;

import java.time.MonthDay;
import java.util.List;

/// 作息季节: the slots of a working day from a day of the year on, until the next season begins.
public record Season(MonthDay from, List<Slot> slots) {

    public Season {
        slots = List.copyOf(slots);
    }
}
