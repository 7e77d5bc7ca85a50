package jingwei.casework.clock;

import java.time.Duration;
import java.time.Instant;
import jingwei.standards.LimitUnit;
import jingwei.standards.Text;
import jingwei.workcalendar.WorkCalendar;

/// 剩余时间, as people say it: `还剩 2 工作时 15 分`, `超时 3 时` (ACC-17). Counted in the limit's own kind of time by the platform's
/// work calendar, so that a Friday evening is not said to have the weekend left.
///
/// @param late    the limit has run out, and so much is over
/// @param working counted in working time
/// @param minutes whole minutes left or over
/// @param words   the same in words
public record TimeLeft(boolean late, boolean working, long minutes, Text words) {

    private static final long HOUR = 60;
    /// A working day is eight hours in the notices cities write.
    private static final long WORKING_DAY = 8 * HOUR;
    private static final long DAY = 24 * HOUR;

    public static TimeLeft of(Instant due, Instant now, LimitUnit unit, WorkCalendar calendar) {
        boolean late = now.isAfter(due);
        boolean working = !unit.continuous();
        Duration span = late ? calendar.elapsed(due, now, unit) : calendar.elapsed(now, due, unit);
        long minutes = span.toMinutes();
        return new TimeLeft(late, working, minutes, words(late, working, minutes));
    }

    private static Text words(boolean late, boolean working, long minutes) {
        String zh = span(minutes, working, "工作日", "工作时", "天", "时", "分", "不到 1 分");
        String en = span(minutes, working, "working d", "working h", "d", "h", "min", "less than 1 min");
        return late ? Text.of("超时 " + zh, "overdue by " + en) : Text.of("还剩 " + zh, en + " left");
    }

    /// The two largest units, never "0 分".
    private static String span(long minutes, boolean working, String workingDays, String workingHours, String days, String hours,
            String rest, String none) {
        long day = working ? WORKING_DAY : DAY;
        StringBuilder said = new StringBuilder();
        say(said, minutes / day, working ? workingDays : days);
        say(said, minutes % day / HOUR, working ? workingHours : hours);
        if (minutes < day) {
            say(said, minutes % HOUR, rest);
        }
        return said.isEmpty() ? none : said.toString();
    }

    private static void say(StringBuilder said, long amount, String unit) {
        if (amount > 0) {
            said.append(said.isEmpty() ? "" : " ").append(amount).append(' ').append(unit);
        }
    }
}
