package jingwei.situation.follow;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jingwei.casework.history.CaseHistory.Step;
import jingwei.workcalendar.WorkCalendar;
import org.jspecify.annotations.Nullable;

/// 计数: what a case adds to the daily tallies, a pure function of its acts and of where and what it is. So a case that
/// changed its class takes its counts along, and a rebuild gives the same rows.
final class Tally {

    private Tally() {
    }

    /// A place in the tallies.
    record Key(String scope, LocalDate day, String key, String what) implements Comparable<Key> {

        @Override
        public int compareTo(Key o) {
            return (scope + day + key + "\n" + what).compareTo(o.scope + o.day + o.key + "\n" + o.what);
        }
    }

    /// What the counts fall to.
    record Grounds(String source, String classCode, String cell, String community, String street, String district) {
    }

    static Map<Key, Long> of(Grounds grounds, List<Step> steps) {
        Map<Key, Long> counts = new HashMap<>();
        String unit = null;
        for (Step step : steps) {
            unit = step.unit() == null ? unit : step.unit();
            Milestone milestone = Milestone.of(step);
            if (milestone == null) {
                continue;
            }
            LocalDate day = LocalDate.ofInstant(step.at(), WorkCalendar.ZONE);
            count(counts, grounds, day, milestone.word());
            if (milestone == Milestone.HANDLED && step.overdue()) {
                count(counts, grounds, day, Milestone.LATE);
                add(counts, "unit", day, unit, Milestone.LATE);
            }
            if (milestone == Milestone.REPORTED) {
                add(counts, "class", day, grounds.classCode(), milestone.word());
                add(counts, "source", day, grounds.source(), milestone.word());
                add(counts, "cell", day, grounds.cell(), milestone.word());
            }
            if (milestone.ofUnit()) {
                add(counts, "unit", day, unit, milestone.word());
            }
            if (milestone.ofPost()) {
                add(counts, "post", day, step.post(), milestone.word());
            }
        }
        return counts;
    }

    private static void count(Map<Key, Long> counts, Grounds grounds, LocalDate day, String what) {
        add(counts, "all", day, "", what);
        add(counts, "district", day, grounds.district(), what);
        add(counts, "street", day, grounds.street(), what);
        add(counts, "community", day, grounds.community(), what);
    }

    private static void add(Map<Key, Long> counts, String scope, LocalDate day, @Nullable String key, String what) {
        if (key != null) {
            counts.merge(new Key(scope, day, key, what), 1L, Long::sum);
        }
    }
}
