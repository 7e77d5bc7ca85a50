package jingwei.workcalendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import jingwei.standards.LimitUnit;
import jingwei.standards.TimeLimit;

/// 工作日历: turns a limit into a deadline and a stretch of time into working time; immutable, safe to share.
///
/// A slot is open from its first moment and closed at its last: work that begins at 18:00 begins at the next opening, a
/// limit that runs out at 18:00 is due at 18:00. Continuous units (紧急工作时, 紧急工作日, 分钟) ask no calendar. Moments are
/// reckoned in whole microseconds, as they are stored. Requirements APM-05, ACC-07.
public final class WorkCalendar {

    /// 北京时间: the zone in which the days of every platform begin and end.
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final long HOUR = 60 * Timeline.MINUTE;

    private final int version;
    private final CalendarDraft draft;
    private final Timeline timeline;
    /// First moment and rule of each version, oldest first.
    private final long[] begins;
    private final WorkingDayRule[] rules;

    private WorkCalendar(int version, List<CalendarDraft> drafts) {
        this.version = version;
        this.draft = drafts.getLast();
        this.timeline = Timeline.of(drafts);
        this.begins = drafts.stream().mapToLong(one -> Timeline.startOf(one.validFrom())).toArray();
        this.rules = drafts.stream().map(CalendarDraft::workingDayRule).toArray(WorkingDayRule[]::new);
    }

    /// A calendar of one version, version 1. @throws RefusedException where the draft does not hold together
    public static WorkCalendar of(CalendarDraft draft) {
        DraftCheck.check(draft);
        return new WorkCalendar(1, List.of(draft));
    }

    /// The calendar as the newest of these versions sees it: each governs from its first day on.
    ///
    /// @param versions one or more published versions, oldest first
    public static WorkCalendar of(List<CalendarVersion> versions) {
        return new WorkCalendar(versions.getLast().version(),
                versions.stream().map(CalendarVersion::draft).toList());
    }

    public int version() {
        return version;
    }

    /// What its newest version says.
    public CalendarDraft draft() {
        return draft;
    }

    /// When the limit runs out. @throws RefusedException `limit-beyond-calendar`, decades away
    public Deadline deadline(Instant from, TimeLimit limit) {
        long start = Timeline.micros(from);
        long due = due(start, limit);
        return new Deadline(Timeline.instant(due), !limit.unit().continuous() && timeline.unknown(start, due));
    }

    /// The time a limit of that unit has used up: all of it for continuous units, only the open time for 工作时 and 工作日.
    ///
    /// Negative where `to` lies before `from`.
    public Duration elapsed(Instant from, Instant to, LimitUnit unit) {
        return Duration.of(elapsed(Timeline.micros(from), Timeline.micros(to), unit), ChronoUnit.MICROS);
    }

    /// 工作时间 between two moments; what a hold (挂账) leaves over is measured with it.
    public Duration open(Instant from, Instant to) {
        return elapsed(from, to, LimitUnit.WORKING_HOUR);
    }

    /// The first moment at which so much working time has passed, `from` itself for none; the inverse of {@link #open}.
    public Instant after(Instant from, Duration open) {
        return open.isPositive() ? Timeline.instant(timeline.afterWork(Timeline.micros(from),
                Timeline.micros(Instant.EPOCH.plus(open)))) : from;
    }

    /// 已用比例: the share of the limit that is used up, 0 at the start, 1 when due, more when late; for the lights.
    ///
    /// It stands still while the limit does. Whether a case is late is asked of the due moment, not of this share.
    public double consumed(Instant from, TimeLimit limit, Instant now) {
        long start = Timeline.micros(from);
        long whole = elapsed(start, due(start, limit), limit.unit());
        return (double) elapsed(start, Timeline.micros(now), limit.unit()) / whole;
    }

    public boolean isOpen(Instant moment) {
        return timeline.open(Timeline.micros(moment));
    }

    /// The moment itself while open, else the next opening.
    public Instant opening(Instant moment) {
        return Timeline.instant(timeline.opening(Timeline.micros(moment)));
    }

    public boolean isWorkday(LocalDate date) {
        return timeline.workday(date);
    }

    /// The years whose holidays are known to the newest version.
    public SortedSet<Integer> years() {
        return draft.years();
    }

    /// 缺少的年份: the years between the two days that are not loaded; a fault to be shown, not to be worked around.
    public SortedSet<Integer> missingYears(LocalDate from, LocalDate to) {
        SortedSet<Integer> missing = new TreeSet<>();
        IntStream.rangeClosed(from.getYear(), to.getYear()).filter(year -> !draft.years().contains(year))
                .forEach(missing::add);
        return missing;
    }

    private long due(long start, TimeLimit limit) {
        return switch (limit.unit()) {
            case EMERGENCY_MINUTE -> start + limit.amount() * Timeline.MINUTE;
            case EMERGENCY_HOUR -> start + limit.amount() * HOUR;
            case DAY -> start + limit.amount() * Timeline.DAY;
            case WORKING_HOUR -> timeline.afterWork(start, limit.amount() * HOUR);
            case WORKING_DAY -> switch (ruleAt(start)) {
                case SAME_TIME -> timeline.sameTime(start, limit.amount());
                case END_OF_DAY -> timeline.endOfDay(start, limit.amount());
                case EIGHT_HOURS -> timeline.afterWork(start, limit.amount() * 8 * HOUR);
            };
        };
    }

    private long elapsed(long from, long to, LimitUnit unit) {
        return unit.continuous() ? to - from : timeline.used(to) - timeline.used(from);
    }

    private WorkingDayRule ruleAt(long moment) {
        for (int at = begins.length - 1; at > 0; at--) {
            if (moment >= begins[at]) {
                return rules[at];
            }
        }
        return rules[0];
    }
}
