package jingwei.simulator.story;

import java.time.LocalDate;
import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// 演出顺序: gives every story its week on one clock that only goes forward: dated ones first, then the others week by week.
public final class Repertoire {

    private Repertoire() {
    }

    /// Stories with their Mondays, in the order in which to play them.
    ///
    /// @param from no undated story starts before the Monday of this day or after it
    public static Map<Story, LocalDate> plan(List<Story> stories, LocalDate from) {
        Map<Story, LocalDate> plan = new LinkedHashMap<>();
        LocalDate next = from.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        List<Story> dated = new ArrayList<>(stories.stream().filter(story -> story.monday() != null).toList());
        dated.sort(Comparator.comparing(Story::monday));
        for (Story story : dated) {
            LocalDate monday = Objects.requireNonNull(story.monday());
            plan.put(story, monday);
            next = later(next, after(story, monday));
        }
        for (Story story : stories) {
            if (story.monday() == null) {
                plan.put(story, next);
                next = after(story, next);
            }
        }
        return plan;
    }

    /// The first moment the clock must be able to show.
    public static LocalDate first(Map<Story, LocalDate> plan) {
        return plan.values().stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    private static LocalDate after(Story story, LocalDate monday) {
        return monday.plusDays(story.days() + 1L).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
