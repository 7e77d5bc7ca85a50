package jingwei.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.workcalendar.WorkCalendar;

/// 评价周期: half-open, from the first midnight to the midnight after its last day, Beijing time, for every kind of subject
/// alike (counting rule 16).
///
/// @param to the day after the last
public record Period(Kind kind, LocalDate from, LocalDate to) {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    /// 周期种类.
    public enum Kind {
        DAY("日"), WEEK("周"), MONTH("月"), QUARTER("季"), HALF_YEAR("半年"), YEAR("年"), CUSTOM("自定义");

        private final String zh;

        Kind(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind ofWord(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return kind;
                }
            }
            throw refusal("unknown-period", "没有“" + word + "”这种周期", "there is no kind of period \"" + word + "\"",
                    "请用 day、week、month、quarter、half-year、year 或 custom", "use day, week, month, quarter, half-year, year or custom");
        }
    }

    public Period {
        if (!from.isBefore(to)) {
            throw refusal("empty-period", "评价周期的起始日须早于截止日", "a period begins before it ends", "请核对起止日期",
                    "check the dates");
        }
        if (from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
            throw refusal("period-out-of-range", "评价周期须在 2000 年至 2199 年之间", "a period lies between 2000 and 2199",
                    "请核对年份", "check the year");
        }
    }

    /// The period of that kind that contains the day.
    public static Period containing(Kind kind, LocalDate day) {
        return switch (kind) {
            case DAY -> new Period(kind, day, day.plusDays(1));
            case WEEK -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new Period(kind, monday, monday.plusWeeks(1));
            }
            case MONTH -> months(kind, day.withDayOfMonth(1), 1);
            case QUARTER -> months(kind, day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1), 3);
            case HALF_YEAR -> months(kind, day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 6 * 6 + 1), 6);
            case YEAR -> months(kind, day.withDayOfYear(1), 12);
            case CUSTOM -> throw refusal("custom-needs-dates", "自定义周期须给出起止日期", "a custom period needs both dates",
                    "请补上截止日", "give the last day");
        };
    }

    /// Reads the words of the contract: kind, a day in it, and for a custom period its last day.
    public static Period of(String kind, LocalDate day, @org.jspecify.annotations.Nullable LocalDate last) {
        Kind wanted = Kind.ofWord(kind);
        if (wanted == Kind.CUSTOM && last != null) {
            if (last.isBefore(day)) {
                throw refusal("empty-period", "评价周期的起始日须早于截止日", "a period begins before it ends", "请核对起止日期",
                        "check the dates");
            }
            return new Period(wanted, day, last.plusDays(1));
        }
        return containing(wanted, day);
    }

    public Instant begin() {
        return from.atStartOfDay(WorkCalendar.ZONE).toInstant();
    }

    public Instant end() {
        return to.atStartOfDay(WorkCalendar.ZONE).toInstant();
    }

    /// 上期 (环比).
    public Period before() {
        return kind == Kind.CUSTOM ? new Period(kind, from.minusDays(ChronoUnit.DAYS.between(from, to)), from)
                : containing(kind, from.minusDays(1));
    }

    /// 去年同期 (同比).
    public Period yearBefore() {
        return switch (kind) {
            case WEEK -> new Period(kind, from.minusWeeks(52), to.minusWeeks(52));
            case DAY, CUSTOM -> new Period(kind, from.minusYears(1), to.minusYears(1).isAfter(from.minusYears(1))
                    ? to.minusYears(1) : from.minusYears(1).plusDays(1));
            case MONTH, QUARTER, HALF_YEAR, YEAR -> containing(kind, from.minusYears(1));
        };
    }

    /// How many months it counts for, for bands that are given by the month.
    public BigDecimal months() {
        return switch (kind) {
            case MONTH -> BigDecimal.ONE;
            case QUARTER -> BigDecimal.valueOf(3);
            case HALF_YEAR -> BigDecimal.valueOf(6);
            case YEAR -> BigDecimal.valueOf(12);
            case DAY, WEEK, CUSTOM -> BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to))
                    .divide(BigDecimal.valueOf(30), MathContext.DECIMAL64);
        };
    }

    /// Whether it begins and ends with months.
    public boolean ofWholeMonths() {
        return from.getDayOfMonth() == 1 && to.getDayOfMonth() == 1;
    }

    /// As people say it: `2026年1月`.
    public String zh() {
        return switch (kind) {
            case DAY -> day(from);
            case WEEK -> day(from) + "至" + day(to.minusDays(1)) + "（周）";
            case MONTH -> from.getYear() + "年" + from.getMonthValue() + "月";
            case QUARTER -> from.getYear() + "年第" + ((from.getMonthValue() - 1) / 3 + 1) + "季度";
            case HALF_YEAR -> from.getYear() + "年" + (from.getMonthValue() == 1 ? "上半年" : "下半年");
            case YEAR -> from.getYear() + "年";
            case CUSTOM -> day(from) + "至" + day(to.minusDays(1));
        };
    }

    private static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static Period months(Kind kind, LocalDate first, int count) {
        return new Period(kind, first, first.plusMonths(count));
    }

    private static jingwei.standards.RefusedException refusal(String code, String zh, String en, String remedyZh, String remedyEn) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, code, Text.of(zh, en), Text.of(remedyZh, remedyEn)).under("EVA-01")
                .asException();
    }
}
