package jingwei.workcalendar;

import java.time.LocalDate;

/// 特殊日: a day whose working is not what its weekday says: a holiday, a make-up workday, a local exception.
///
/// @param works  whether the day is worked, with the slots of its season
/// @param name   Chinese name, 春节
/// @param notice number of the notice it rests on; empty for a local exception
public record SpecialDay(LocalDate date, boolean works, String name, String notice) {
}
