package jingwei.workcalendar;

import java.time.LocalDate;
import java.util.List;
import jingwei.standards.HolidayYear;

/// 特殊日: one date out of the weekly order.
///
/// @param name   the holiday it belongs to, or why it is an exception
/// @param notice number of the notice behind it; empty where there is none
/// @param slots  the hours of an open exception; empty for the other kinds
public record SpecialDay(LocalDate date, Kind kind, String name, String notice, List<Slot> slots) {

    /// 日类. A local exception stands above what the State Council announced for the same date.
    public enum Kind {
        /// 节假日, announced for the whole country.
        HOLIDAY(false),
        /// 调休上班日: a weekend day worked in exchange, with the hours of its season.
        MAKE_UP_WORKDAY(false),
        /// 本地停办日: closed here.
        CLOSED(true),
        /// 本地开放日: open here with hours of its own.
        OPEN(true);

        private final boolean local;

        Kind(boolean local) {
            this.local = local;
        }

        public boolean local() {
            return local;
        }
    }

    public SpecialDay {
        slots = List.copyOf(slots);
    }

    public static SpecialDay closed(LocalDate date, String name) {
        return new SpecialDay(date, Kind.CLOSED, name, "", List.of());
    }

    public static SpecialDay open(LocalDate date, String name, Slot... slots) {
        return new SpecialDay(date, Kind.OPEN, name, "", List.of(slots));
    }

    static SpecialDay of(HolidayYear.Day day) {
        Kind kind = switch (day.kind()) {
            case HOLIDAY -> Kind.HOLIDAY;
            case MAKE_UP_WORKDAY -> Kind.MAKE_UP_WORKDAY;
        };
        return new SpecialDay(day.date(), kind, day.name(), day.notice(), List.of());
    }

    boolean works() {
        return switch (kind) {
            case HOLIDAY, CLOSED -> false;
            case MAKE_UP_WORKDAY, OPEN -> true;
        };
    }
}
