package jingwei.evaluation.fact;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jingwei.casework.history.CaseHistory;
import jingwei.evaluation.AppealRules;
import jingwei.organization.Post;
import jingwei.workcalendar.WorkCalendar;

/// 认定: what was decided about cases and no act says, kept for one story in memory; its rules are the evaluation's own.
public final class FindingsInMemory {

    private final WorkCalendar calendar;
    private final List<FactRow> faults = new ArrayList<>();
    private final Set<String> confirmed = new HashSet<>();
    private final Map<String, String> appeals = new HashMap<>();

    public FindingsInMemory(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /// Counts for the collector at the moment the case was reported; false where it was confirmed before.
    public boolean confirm(CaseHistory history, String kind, String collector) {
        if (!confirmed.add(history.head().number() + " " + kind + " " + collector)) {
            return false;
        }
        FactRow first = rows(history).getFirst();
        faults.add(new FactRow(Relation.FAULTS, history.head().id(), faults.size()).set("kind", kind).set("post", collector)
                .set("cell", first.get("cell")).set("duty_grid", first.get("duty_grid")).set("at", first.get("reported_at")));
        return true;
    }

    public String appeal(CaseHistory history, String unit) {
        FactRow turn = lastTurn(history);
        AppealRules.mayRaise(unit.equals(turn.get("unit")), !turn.empty("closed_at"), turn.is("late"));
        appeals.put(history.head().number(), "asked");
        return "asked";
    }

    public String decide(CaseHistory history, boolean grant, Post by) {
        return appeals.compute(history.head().number(), (number, status) -> AppealRules.decided(String.valueOf(status), grant, by));
    }

    /// What the cases and what was decided about them add to the fact.
    public BigDecimal counted(Fact fact, List<CaseHistory> histories, Instant from, Instant to) {
        List<FactRow> rows = new ArrayList<>(faults);
        histories.forEach(history -> rows.addAll(rows(history)));
        return fact.sum(rows, from, to);
    }

    private List<FactRow> rows(CaseHistory history) {
        boolean granted = "granted".equals(appeals.get(history.head().number()));
        List<FactRow> rows = FactRows.of(history, FactRows.Findings.NONE, calendar);
        return granted ? FactRows.of(history, new FactRows.Findings(Set.of(lastTurn(rows).key())), calendar) : rows;
    }

    private FactRow lastTurn(CaseHistory history) {
        return lastTurn(rows(history));
    }

    private static FactRow lastTurn(List<FactRow> rows) {
        return rows.stream().filter(row -> row.relation() == Relation.CASES).reduce((one, next) -> next).orElseThrow();
    }
}
