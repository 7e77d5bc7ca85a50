package jingwei.workcalendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jingwei.standards.TimeLimit;

/// 工作日历: one immutable version, compiled to sorted open intervals with running sums.
///
/// All moments are instants; days and hours are those of Asia/Shanghai, which has had no summer time since 1991 and is
/// reckoned as a fixed eight hours. Moments before the first compiled year are refused by nothing and counted as closed.
public final class WorkCalendar {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);
    /// Years compiled beyond the last one loaded, so that a provisional deadline can be given at all.
    private static final int YEARS_BEYOND = 3;
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final int version;
    private final CalendarDraft draft;
    private final long[] opens;
    private final long[] closes;
    /// Open milliseconds before the interval of the same index.
    private final long[] sums;
    /// Working days in order, as epoch days, and where their first interval stands.
    private final int[] days;
    private final long loadedUntil;

    private WorkCalendar(int version, CalendarDraft draft) {
        this.version = version;
        this.draft = draft;
        int first = draft.years().stream().mapToInt(year -> year).min().orElse(2024);
        int last = draft.years().stream().mapToInt(year -> year).max().orElse(first - 1);
        int loaded = first;
        while (draft.years().contains(loaded)) {
            loaded++;
        }
        this.loadedUntil = millis(LocalDate.of(loaded, 1, 1), LocalTime.MIN);
        Map<LocalDate, SpecialDay> special = new HashMap<>();
        draft.days().forEach(day -> special.put(day.date(), day));
        int span = (int) (LocalDate.of(last + YEARS_BEYOND + 1, 1, 1).toEpochDay() - LocalDate.of(first, 1, 1).toEpochDay());
        int widest = draft.seasons().stream().mapToInt(season -> season.slots().size()).max().orElse(1);
        long[] from = new long[span * widest];
        long[] to = new long[span * widest];
        long[] sum = new long[span * widest];
        int[] worked = new int[span];
        int intervals = 0;
        int count = 0;
        long running = 0;
        for (LocalDate day = LocalDate.of(first, 1, 1); day.getYear() <= last + YEARS_BEYOND; day = day.plusDays(1)) {
            SpecialDay known = special.get(day);
            boolean works = known != null ? known.works()
                    : day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
            if (!works) {
                continue;
            }
            worked[count++] = (int) day.toEpochDay();
            for (Slot slot : slots(day)) {
                from[intervals] = millis(day, slot.from());
                to[intervals] = millis(day, slot.to());
                sum[intervals] = running;
                running += to[intervals] - from[intervals];
                intervals++;
            }
        }
        this.opens = Arrays.copyOf(from, intervals);
        this.closes = Arrays.copyOf(to, intervals);
        this.sums = Arrays.copyOf(sum, intervals);
        this.days = Arrays.copyOf(worked, count);
    }

    /// Compiles a checked draft.
    public static WorkCalendar of(int version, CalendarDraft draft) {
        return new WorkCalendar(version, draft.checked());
    }

    public int version() {
        return version;
    }

    public CalendarDraft draft() {
        return draft;
    }

    /// 到期: when a limit that begins now is used up.
    public Deadline deadline(Instant from, TimeLimit limit) {
        long start = from.toEpochMilli();
        long due = switch (limit.unit()) {
            case EMERGENCY_MINUTE -> start + limit.amount() * (HOUR / 60);
            case EMERGENCY_HOUR -> start + limit.amount() * HOUR;
            case DAY -> start + limit.amount() * 24 * HOUR;
            case WORKING_HOUR -> atOpen(openBefore(start) + limit.amount() * HOUR);
            case WORKING_DAY -> workingDays(start, limit.amount());
        };
        return new Deadline(Instant.ofEpochMilli(due), !limit.unit().continuous() && due >= loadedUntil);
    }

    /// 已用工作时间 between two moments; zero where `to` is not after `from`.
    public Duration open(Instant from, Instant to) {
        long open = openBefore(to.toEpochMilli()) - openBefore(from.toEpochMilli());
        return Duration.ofMillis(Math.max(0, open));
    }

    /// The moment at which so much working time has passed; the inverse of {@link #open}.
    public Instant after(Instant from, Duration open) {
        return open.isZero() ? from : Instant.ofEpochMilli(atOpen(openBefore(from.toEpochMilli()) + open.toMillis()));
    }

    /// 已用时: what has been used of a limit of this unit's kind: working time or clock time.
    public Duration elapsed(Instant from, Instant to, TimeLimit limit) {
        return limit.unit().continuous() ? Duration.between(from, to) : open(from, to);
    }

    public boolean isWorkday(LocalDate day) {
        return Arrays.binarySearch(days, (int) day.toEpochDay()) >= 0;
    }

    /// 缺失年份: years from the given moment's on, within the reach asked for, whose holidays are not loaded.
    public List<Integer> missingYears(Instant from, int reach) {
        int year = from.atZone(ZONE).getYear();
        return java.util.stream.IntStream.rangeClosed(year, year + reach).filter(y -> !draft.years().contains(y)).boxed()
                .toList();
    }

    /// N working days on: the same clock time on the N-th following working day, or its close; work that begins outside
    /// hours begins with the next opening.
    private long workingDays(long start, int amount) {
        long begin = start;
        int index = interval(start);
        if (index < 0 || start >= closes[index]) {
            int next = index + 1;
            if (next >= opens.length) {
                return beyond(start);
            }
            begin = opens[next];
        }
        LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochMilli(begin), OFFSET);
        int today = Arrays.binarySearch(days, (int) local.toLocalDate().toEpochDay());
        int target = today + amount;
        if (today < 0 || target >= days.length) {
            return beyond(start);
        }
        LocalDate day = LocalDate.ofEpochDay(days[target]);
        return draft.rule() == CalendarDraft.WorkingDayRule.END_OF_DAY
                ? millis(day, slots(day).getLast().to()) : millis(day, local.toLocalTime());
    }

    /// Open milliseconds before a moment.
    private long openBefore(long moment) {
        int index = interval(moment);
        return index < 0 ? 0 : sums[index] + Math.min(moment, closes[index]) - opens[index];
    }

    /// The moment at which so many open milliseconds have passed; at a border the earlier one, the close of the slot.
    private long atOpen(long amount) {
        int index = Arrays.binarySearch(sums, amount);
        index = index >= 0 ? index - 1 : -index - 2;
        if (index < 0) {
            return opens[0];
        }
        long moment = opens[index] + amount - sums[index];
        return moment > closes[index] ? beyond(closes[index]) : moment;
    }

    /// The last interval that has begun by the moment, or -1.
    private int interval(long moment) {
        int index = Arrays.binarySearch(opens, moment);
        return index >= 0 ? index : -index - 2;
    }

    /// Past everything compiled: a year later, provisional in any case.
    private long beyond(long from) {
        return Math.max(from, closes.length == 0 ? from : closes[closes.length - 1]) + 365L * 24 * HOUR;
    }

    private List<Slot> slots(LocalDate day) {
        MonthDay on = MonthDay.from(day);
        List<Slot> slots = draft.seasons().getFirst().slots();
        for (Season season : draft.seasons()) {
            if (season.from().compareTo(on) <= 0) {
                slots = season.slots();
            }
        }
        return slots;
    }

    private static long millis(LocalDate day, LocalTime time) {
        return LocalDateTime.of(day, time).toInstant(OFFSET).toEpochMilli();
    }
}
