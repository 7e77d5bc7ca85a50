package jingwei.evaluation.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jingwei.casework.ReportSource;
import jingwei.casework.history.CaseHistory;
import jingwei.casework.history.CaseHistory.Step;
import jingwei.workcalendar.WorkCalendar;

/// 案件因子的生成: from a case's history to the rows of its facts. A pure function: the same history, the same rows.
///
/// The case's own course is told by {@link Turns}, the steps of posts by {@link Passages}, the tasks of collectors by
/// {@link Tasks}; here the acts are told to the three in order, and what holds for the whole case is written on every row.
public final class FactRows {

    private FactRows() {
    }

    /// 认定: what this room itself has decided about a case and no act says.
    ///
    /// @param appealed turns whose overdue appeal (超时申诉) was granted (COL-19, counting rule 15)
    public record Findings(Set<Integer> appealed) {

        public static final Findings NONE = new Findings(Set.of());

        public Findings {
            appealed = Set.copyOf(appealed);
        }
    }

    /// No row at all for a case on trial (模拟运行): it counts for no evaluation.
    public static List<FactRow> of(CaseHistory history, Findings findings, WorkCalendar calendar) {
        if (history.head().trial() || history.steps().isEmpty()) {
            return List.of();
        }
        Turns turns = new Turns(history.head(), calendar);
        Passages passages = new Passages(history.head());
        Tasks tasks = new Tasks(history.head());
        for (Step step : history.steps()) {
            turns.tell(step);
            passages.tell(step, turns.number(), turns.unit());
            tasks.tell(step, turns.number(), turns.unit());
        }
        int next = history.steps().size() + 1;
        turns.end(findings);
        passages.end(next, turns.number());
        tasks.end();
        List<FactRow> rows = new ArrayList<>(turns.rows());
        rows.addAll(passages.rows());
        rows.addAll(tasks.rows());
        rows.forEach(row -> headOn(row, history.head()));
        return List.copyOf(rows);
    }

    private static void headOn(FactRow row, CaseHistory.Head head) {
        row.set("number", head.number()).set("source", head.source().name()).set("class", head.classCode())
                .set("cell", head.cell()).set("duty_grid", head.dutyGrid());
        if (row.relation() == Relation.CASES) {
            row.set("area_class", head.areaClass()).set("public", ofThePublic(head.source()))
                    .set("collected", head.source() == ReportSource.COLLECTOR && !head.part()).set("part", head.part())
                    .set("provisional", head.provisional());
        }
    }

    /// 监督举报: reported by others than the collectors.
    static boolean ofThePublic(ReportSource source) {
        return switch (source) {
            case HOTLINE, COUNTER, WEB, APP, MEDIA -> true;
            case COLLECTOR, LEADER, VIDEO, SENSOR, PLATFORM, DEPARTMENT -> false;
        };
    }

    /// A number as it is stored: four decimals.
    static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(4, java.math.RoundingMode.HALF_UP);
    }
}
