package jingwei.evaluation.fact;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// 日计的 SQL: what rows of facts add to the daily tallies, generated from the facts' own counts.
public final class TallySql {

    /// 对象范围: by what the tallies are kept apart; the cell by months, all others by days.
    public enum Scope {
        COMMUNITY, CELL, DUTY_GRID, UNIT, POST;

        private final String word = name().toLowerCase(java.util.Locale.ROOT);

        public String word() {
            return word;
        }
    }

    /// Facts an area sheet asks of unit grids and duty grids; other facts of cells are counted from the rows.
    private static final Set<Fact> SMALL_AREAS = EnumSet.of(Fact.FILED, Fact.BEAT_FILED, Fact.FILED_FREE, Fact.PUBLIC_VERIFIED, Fact.HANDLED,
            Fact.HANDLED_ON_TIME, Fact.HANDLED_OVERDUE, Fact.CLOSED, Fact.CLOSED_ON_TIME, Fact.CLOSED_OVERDUE,
            Fact.REWORKED, Fact.EXTENDED);

    private TallySql() {
    }

    /// Whether the fact is tallied by that scope.
    public static boolean kept(Fact fact, Scope scope) {
        Relation relation = fact.count().relation();
        return relation.projected() && switch (scope) {
            case COMMUNITY -> true;
            case CELL, DUTY_GRID -> SMALL_AREAS.contains(fact);
            case UNIT -> relation != Relation.TASKS;
            case POST -> relation != Relation.CASES || fact == Fact.REPORTS_SENT || fact == Fact.REPORTS_VALID;
        };
    }

    /// What the rows add, grouped: columns scope, fact, day, until, subject, n, total.
    ///
    /// @param rows SQL of the rows, such as a table with its condition
    static String of(Relation relation, String rows) {
        String facts = Arrays.stream(Fact.values()).filter(fact -> fact.count().relation() == relation)
                .map(TallySql::line).collect(Collectors.joining(",\n"));
        return """
                SELECT s.scope, f.fact, s.day, s.until, s.subject, count(*) AS n, sum(f.amount) AS total
                FROM %s CROSS JOIN LATERAL (VALUES
                %s
                ) f (fact, at, until, ok, amount, by_area, by_unit, by_post)
                CROSS JOIN LATERAL (SELECT evaluation.day(f.at) AS day,
                  coalesce(evaluation.day(f.until), 'infinity'::date) AS until) d
                CROSS JOIN LATERAL (VALUES
                  ('community', true, left(r.cell, 12), d.day, d.until),
                  ('cell', f.by_area, r.cell, date_trunc('month', d.day)::date, date_trunc('month', d.until)::date),
                  ('duty_grid', f.by_area, r.duty_grid, d.day, d.until),
                  ('unit', f.by_unit, r.unit, d.day, d.until),
                  ('post', f.by_post, coalesce(r.post, ''), d.day, d.until)
                ) s (scope, wanted, subject, day, until)
                WHERE f.ok AND f.at IS NOT NULL AND s.wanted AND s.subject IS NOT NULL AND s.until > s.day
                GROUP BY 1, 2, 3, 4, 5
                """.formatted(rows, facts);
    }

    private static String line(Fact fact) {
        Count count = fact.count();
        return "('%s', %s, %s, %s, %s::numeric, %s, %s, %s)".formatted(fact.word(), count.moment(), count.untilSql(),
                count.conditionSql(), count.amountSql(), kept(fact, Scope.CELL), kept(fact, Scope.UNIT),
                kept(fact, Scope.POST));
    }
}
