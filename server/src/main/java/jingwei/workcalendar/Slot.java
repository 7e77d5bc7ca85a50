package jingwei.workcalendar;

import java.time.LocalTime;

/// 工作时段: working time from a moment of the day to another.
public record Slot(LocalTime from, LocalTime to) {
}
