package jingwei.standards;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// 节假日安排: the public holidays and make-up workdays of one year, as the State Council announces them.
///
/// Each day carries the number of its notice. A year without a bundled file is unknown, which is not the same as a year
/// without holidays: the announcement comes each November. Requirement APM-05.
public final class HolidayYear {

    /// 日类: why a day is out of the weekly order.
    public enum Kind {
        HOLIDAY("holiday", "节假日"),
        MAKE_UP_WORKDAY("make-up-workday", "调休上班日");

        private final String word;
        private final String zh;

        Kind(String word, String zh) {
            this.word = word;
            this.zh = zh;
        }

        public String word() {
            return word;
        }

        public String zh() {
            return zh;
        }

        static Kind of(String text) {
            for (Kind kind : values()) {
                if (kind.word.equals(text)) {
                    return kind;
                }
            }
            throw new IllegalStateException("kind of day: " + text);
        }
    }

    /// 特殊日: one day out of the weekly order.
    ///
    /// @param name       the holiday it belongs to, in Chinese
    /// @param notice     number of the State Council notice
    /// @param confidence how sure the notice's number and dates are
    public record Day(LocalDate date, Kind kind, String name, String notice, Confidence confidence) {}

    private final int year;
    private final Map<LocalDate, Day> days;

    private HolidayYear(int year, Map<LocalDate, Day> days) {
        this.year = year;
        this.days = days;
    }

    /// The arrangement of that year; none where no file is bundled.
    public static Optional<HolidayYear> load(int year) {
        String path = "calendar-cn/" + year + ".csv";
        if (HolidayYear.class.getResource("/" + path) == null) {
            return Optional.empty();
        }
        Map<LocalDate, Day> days = new TreeMap<>();
        for (Table.Row row :
                Table.bundled(path, "date", "kind", "name_zh", "notice", "confidence").rows()) {
            Day day = day(path, row);
            if (day.date().getYear() != year || days.put(day.date(), day) != null) {
                throw new IllegalStateException(path + " line " + row.line());
            }
        }
        return Optional.of(new HolidayYear(year, days));
    }

    /// All bundled years, in order.
    public static List<HolidayYear> all() {
        List<HolidayYear> all = new ArrayList<>();
        for (int year = 2024; ; year++) {
            Optional<HolidayYear> next = load(year);
            if (next.isEmpty()) {
                return all;
            }
            all.add(next.get());
        }
    }

    private static Day day(String path, Table.Row row) {
        try {
            return new Day(
                    LocalDate.parse(row.get("date")),
                    Kind.of(row.get("kind")),
                    row.get("name_zh"),
                    row.get("notice"),
                    Confidence.of(row.get("confidence")));
        } catch (DateTimeException malformed) {
            throw new IllegalStateException(path + " line " + row.line(), malformed);
        }
    }

    public int year() {
        return year;
    }

    /// The days out of the weekly order, by date.
    public Collection<Day> days() {
        return List.copyOf(days.values());
    }

    public Optional<Day> find(LocalDate date) {
        return Optional.ofNullable(days.get(date));
    }

    /// 是否工作日: Monday to Friday but for holidays, and the make-up workdays. The date must lie in this year.
    public boolean isWorkday(LocalDate date) {
        if (date.getYear() != year) {
            throw new IllegalArgumentException(date + " is not in " + year);
        }
        return find(date)
                .map(day -> day.kind() == Kind.MAKE_UP_WORKDAY)
                .orElse(date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY);
    }
}
