package jingwei.workcalendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;

/// 时间轴: the compiled calendar, sorted open intervals with running sums; all moments are microseconds since 1970.
///
/// Asia/Shanghai has stood at +08:00 since 1992 and the timeline begins later, so every day has 24 hours.
final class Timeline {

    static final long MINUTE = 60_000_000L;
    static final long DAY = Slot.DAY * MINUTE;
    static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    /// How far the line goes on with weekends only, in years before the first and after the last loaded year.
    private static final int YEARS_BEFORE = 10;
    private static final int YEARS_AFTER = 30;

    private final long begin;
    private final long[] opens;
    private final long[] closes;
    /// Open time before interval i; one more entry than intervals.
    private final long[] usedBefore;
    /// Open time up to the end of interval i.
    private final long[] usedAfter;
    /// Interval i lies on this working day, counted from the beginning.
    private final int[] workdayOf;
    private final long[] workdayStarts;
    private final int[] workdayLast;
    /// Days without a loaded year before day i, counted from the beginning.
    private final int[] unknownBefore;

    private Timeline(LocalDate first, List<long[]> intervals, List<Integer> lasts, int[] unknownBefore) {
        int count = intervals.size();
        begin = startOf(first);
        opens = new long[count];
        closes = new long[count];
        usedBefore = new long[count + 1];
        workdayOf = new int[count];
        workdayStarts = new long[lasts.size()];
        workdayLast = lasts.stream().mapToInt(Integer::intValue).toArray();
        int workday = 0;
        for (int i = 0; i < count; i++) {
            opens[i] = intervals.get(i)[0];
            closes[i] = intervals.get(i)[1];
            usedBefore[i + 1] = usedBefore[i] + closes[i] - opens[i];
            workday += i > 0 && workdayLast[workday] < i ? 1 : 0;
            workdayOf[i] = workday;
            workdayStarts[workday] = begin + Math.floorDiv(opens[i] - begin, DAY) * DAY;
        }
        usedAfter = Arrays.copyOfRange(usedBefore, 1, count + 1);
        this.unknownBefore = unknownBefore;
    }

    /// @param drafts one or more, in the order of their versions
    static Timeline of(List<CalendarDraft> drafts) {
        int firstYear = drafts.stream().mapToInt(draft -> draft.years().first()).min().orElseThrow();
        int lastYear = drafts.stream().mapToInt(draft -> draft.years().last()).max().orElseThrow();
        LocalDate first = LocalDate.of(Math.max(1993, firstYear - YEARS_BEFORE), 1, 1);
        LocalDate end = LocalDate.of(lastYear + YEARS_AFTER + 1, 1, 1);
        List<Map<LocalDate, SpecialDay>> special = drafts.stream().map(CalendarDraft::byDate).toList();
        List<long[]> intervals = new ArrayList<>();
        List<Integer> lasts = new ArrayList<>();
        int[] unknownBefore = new int[Math.toIntExact(end.toEpochDay() - first.toEpochDay()) + 1];
        int number = 0;
        for (LocalDate date = first; date.isBefore(end); date = date.plusDays(1)) {
            int at = governing(drafts, date);
            List<Slot> slots = slots(drafts.get(at), special.get(at).get(date), date);
            long start = startOf(date);
            slots.stream().sorted(java.util.Comparator.comparingInt(Slot::opens)).forEach(slot -> intervals
                    .add(new long[] {start + slot.opens() * MINUTE, start + slot.closes() * MINUTE}));
            if (!slots.isEmpty()) {
                lasts.add(intervals.size() - 1);
            }
            boolean known = drafts.get(at).years().contains(date.getYear());
            unknownBefore[number + 1] = unknownBefore[number] + (known ? 0 : 1);
            number++;
        }
        return new Timeline(first, intervals, lasts, unknownBefore);
    }

    /// The newest version that has begun by that day; the first one for the days before all of them.
    private static int governing(List<CalendarDraft> drafts, LocalDate date) {
        for (int at = drafts.size() - 1; at > 0; at--) {
            if (!date.isBefore(drafts.get(at).validFrom())) {
                return at;
            }
        }
        return 0;
    }

    private static List<Slot> slots(CalendarDraft draft, @org.jspecify.annotations.Nullable SpecialDay special,
            LocalDate date) {
        if (special != null && special.kind() == SpecialDay.Kind.OPEN) {
            return special.slots();
        }
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (special == null ? weekend : !special.works()) {
            return List.of();
        }
        MonthDay day = MonthDay.from(date);
        return draft.seasons().stream().filter(season -> season.holds(day)).findFirst().orElseThrow().slots();
    }

    static long micros(Instant moment) {
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), 1_000_000L), moment.getNano() / 1_000);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }

    static long startOf(LocalDate date) {
        return micros(date.atStartOfDay().toInstant(CHINA));
    }

    /// The interval that holds the moment, or the next one; the number of intervals where the line has ended.
    private int next(long moment) {
        int found = Arrays.binarySearch(closes, moment);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// Open time from the beginning of the line to the moment.
    long used(long moment) {
        int i = next(moment);
        return usedBefore[i] + (i < opens.length && moment > opens[i] ? moment - opens[i] : 0);
    }

    boolean open(long moment) {
        int i = next(moment);
        return i < opens.length && moment >= opens[i];
    }

    /// The moment itself while open, else the next opening.
    long opening(long moment) {
        int i = reach(next(moment), opens.length);
        return Math.max(moment, opens[i]);
    }

    boolean workday(LocalDate date) {
        return Arrays.binarySearch(workdayStarts, startOf(date)) >= 0;
    }

    /// The earliest moment at which that much open time has passed since `from`.
    long afterWork(long from, long amount) {
        long target = used(from) + amount;
        int found = Arrays.binarySearch(usedAfter, target);
        int i = reach(found >= 0 ? found : -found - 1, opens.length);
        return opens[i] + target - usedBefore[i];
    }

    /// The same clock time on the N-th following working day, counted from the next opening where `from` lies outside.
    long sameTime(long from, int days) {
        int i = reach(next(from), opens.length);
        int workday = workdayOf[i];
        long clock = Math.max(from, opens[i]) - workdayStarts[workday];
        return workdayStarts[reach(workday + (long) days, workdayStarts.length)] + clock;
    }

    long endOfDay(long from, int days) {
        int workday = workdayOf[reach(next(from), opens.length)];
        return closes[workdayLast[reach(workday + (long) days, workdayStarts.length)]];
    }

    /// Whether a day from one moment to the other belongs to a year that is not loaded.
    boolean unknown(long from, long to) {
        return unknownBefore[day(to) + 1] > unknownBefore[day(from)];
    }

    private int day(long moment) {
        return (int) Math.clamp(Math.floorDiv(moment - begin, DAY), 0L, unknownBefore.length - 2L);
    }

    private static int reach(long index, int count) {
        if (index >= count) {
            throw beyond();
        }
        return (int) index;
    }

    private static RefusedException beyond() {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, "limit-beyond-calendar",
                Text.of("时限超出工作日历所能推算的年份", "the limit reaches beyond the years a calendar can reckon"),
                Text.of("请缩短时限；日历可推算到已载入末年之后 " + YEARS_AFTER + " 年",
                        "shorten the limit; a calendar reckons " + YEARS_AFTER + " years past its last loaded year"))
                .under("APM-05").asException();
    }
}
