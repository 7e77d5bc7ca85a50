package jingwei.workcalendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;

/// 日历稿检查: what a draft must hold before it is published; every refusal names the place (APM-05).
final class DraftCheck {

    private static final int EARLIEST = 2000;
    private static final int LATEST = 2200;

    private DraftCheck() {
    }

    static void check(CalendarDraft draft) {
        for (Season season : draft.seasons()) {
            Text place = Text.of("季节“" + season.name() + "”", "season \"" + season.name() + "\"");
            slots(season.slots(), place);
        }
        seasons(draft.seasons());
        days(draft.days());
        years(draft);
    }

    private static void slots(List<Slot> slots, Text place) {
        if (slots.isEmpty()) {
            throw refusal("no-slots", place.zh() + "没有工作时段", place.en() + " has no working slot",
                    "请至少给一个时段；不上班的日子请列为停办日",
                    "give one slot at least; list a day without work as a closed day");
        }
        List<Slot> sorted = new ArrayList<>(slots);
        sorted.sort(Comparator.comparingInt(Slot::opens));
        for (int i = 0; i < sorted.size(); i++) {
            Slot slot = sorted.get(i);
            if (slot.closes() <= slot.opens()) {
                throw refusal("slot-ends-before-start", place.zh() + "的时段 " + slot + " 结束不晚于开始",
                        "slot " + slot + " of " + place.en() + " does not end after it begins",
                        "请更正起止时刻；跨夜的时段请在零点处分成两天",
                        "correct its ends; cut a slot that runs over midnight in two");
            }
            if (i > 0 && slot.opens() < sorted.get(i - 1).closes()) {
                throw refusal("slots-overlap", place.zh() + "的时段 " + sorted.get(i - 1) + " 与 " + slot + " 重叠",
                        "slots " + sorted.get(i - 1) + " and " + slot + " of " + place.en() + " overlap",
                        "请更正时段，使其互不重叠", "correct the slots so that none overlaps another");
            }
        }
    }

    private static void seasons(List<Season> seasons) {
        for (LocalDate date = LocalDate.of(2024, 1, 1); date.getYear() == 2024; date = date.plusDays(1)) {
            MonthDay day = MonthDay.from(date);
            List<String> found = seasons.stream().filter(season -> season.holds(day)).map(Season::name).toList();
            String shown = date.getMonthValue() + " 月 " + date.getDayOfMonth() + " 日";
            String shownEn = day.toString().substring(2);
            if (found.isEmpty()) {
                throw refusal("season-gap", shown + "不属于任何季节", "no season holds " + shownEn,
                        "请延长相邻的季节，使全年（含 2 月 29 日）都有作息时间",
                        "lengthen a season beside it, so that the whole year, 29 February too, has its hours");
            }
            if (found.size() > 1) {
                throw refusal("seasons-overlap", shown + "同属季节“" + found.get(0) + "”和“" + found.get(1) + "”",
                        shownEn + " lies in the seasons \"" + found.get(0) + "\" and \"" + found.get(1) + "\"",
                        "请更正季节的起止日", "correct the first and last days of the seasons");
            }
        }
    }

    private static void days(List<SpecialDay> days) {
        Map<String, SpecialDay> seen = new HashMap<>();
        for (SpecialDay day : days) {
            SpecialDay other = seen.put(day.date() + (day.kind().local() ? " local" : ""), day);
            if (other != null) {
                String code = other.kind() == day.kind() ? "day-twice"
                        : day.kind().local() ? "exception-open-and-closed" : "holiday-and-make-up";
                throw refusal(code, day.date() + " 既列为" + word(other) + "又列为" + word(day),
                        day.date() + " is listed as " + other.kind() + " and as " + day.kind(),
                        "同一天只保留一条", "keep one entry for the day");
            }
            Text place = Text.of("特殊日 " + day.date(), "special day " + day.date());
            DayOfWeek weekday = day.date().getDayOfWeek();
            if (day.kind() == SpecialDay.Kind.OPEN) {
                slots(day.slots(), place);
            } else if (!day.slots().isEmpty()) {
                throw refusal("slots-not-expected", place.zh() + "（" + word(day) + "）不能自带时段",
                        place.en() + " (" + day.kind() + ") cannot have slots of its own",
                        "只有本地开放日可自带时段；调休上班日用当季作息",
                        "only an open exception has slots; a make-up workday has the hours of its season");
            }
            if (day.kind() == SpecialDay.Kind.MAKE_UP_WORKDAY && weekday != DayOfWeek.SATURDAY
                    && weekday != DayOfWeek.SUNDAY) {
                throw refusal("make-up-on-weekday", "调休上班日 " + day.date() + " 本来就不在周末",
                        "the make-up workday " + day.date() + " is not on a weekend",
                        "请对照放假通知核对日期", "compare the date with the notice");
            }
        }
    }

    private static void years(CalendarDraft draft) {
        if (draft.years().isEmpty()) {
            throw refusal("no-years", "日历没有载入任何年份", "the calendar has no year loaded",
                    "请至少载入一年的节假日安排", "load the holidays of one year at least");
        }
        for (int year : draft.years()) {
            if (year < EARLIEST || year > LATEST) {
                throw refusal("year-out-of-range", "年份 " + year + " 不在 " + EARLIEST + " 到 " + LATEST + " 之间",
                        "the year " + year + " is not between " + EARLIEST + " and " + LATEST,
                        "请更正年份", "correct the year");
            }
            boolean announced = draft.days().stream().anyMatch(day -> day.date().getYear() == year
                    && day.kind() == SpecialDay.Kind.HOLIDAY);
            if (!announced) {
                throw refusal("year-without-holidays", year + " 年没有任何节假日",
                        "the year " + year + " has no holiday at all",
                        "请录入该年放假通知中的全部日期，或不载入该年",
                        "enter every date of that year's notice, or leave the year out");
            }
        }
        for (SpecialDay day : draft.days()) {
            if (!day.kind().local() && !draft.years().contains(day.date().getYear())) {
                throw refusal("day-outside-years", word(day) + " " + day.date() + " 不在已载入的年份内",
                        day.kind() + " " + day.date() + " lies outside the loaded years",
                        "请同时载入该年，或更正日期", "load that year too, or correct the date");
            }
        }
    }

    private static String word(SpecialDay day) {
        return switch (day.kind()) {
            case HOLIDAY -> "节假日";
            case MAKE_UP_WORKDAY -> "调休上班日";
            case CLOSED -> "本地停办日";
            case OPEN -> "本地开放日";
        };
    }

    private static RefusedException refusal(String code, String zh, String en, String remedyZh, String remedyEn) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, code, Text.of(zh, en), Text.of(remedyZh, remedyEn))
                .under("APM-05").asException();
    }
}
