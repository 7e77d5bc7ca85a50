package jingwei.evaluation.fact;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jingwei.evaluation.fact.TallySql.Scope;
import jingwei.workcalendar.WorkCalendar;
import org.jspecify.annotations.Nullable;

/// 日计: what rows of facts add to the daily tallies, reckoned beside the rows while they are at hand.
///
/// It is the Java of {@link TallySql}: a row counts by its community, its unit grid (by months), its duty grid, its unit and its
/// post, on the day of its moment and until the day it leaves; what leaves on the day it came is nowhere.
final class Tally {

    /// 永远: the day of what never leaves, as the database writes it.
    static final String NEVER = "infinity";

    private static final Map<Relation, List<Line>> LINES = lines();

    private final Map<Key, Amount> amounts = new HashMap<>();

    /// A place in the tallies. @param until a day, or `infinity`
    record Key(Scope scope, Fact fact, LocalDate day, @Nullable LocalDate until, String subject) {

        String untilText() {
            return until == null ? NEVER : until.toString();
        }
    }

    record Amount(long n, BigDecimal total) {

        Amount plus(Amount more) {
            return new Amount(n + more.n, total.add(more.total));
        }

        Amount negated() {
            return new Amount(-n, total.negate());
        }

        boolean nothing() {
            return n == 0 && total.signum() == 0;
        }
    }

    private record Line(Fact fact, List<Scope> scopes) {
    }

    private static Map<Relation, List<Line>> lines() {
        Map<Relation, List<Line>> lines = new EnumMap<>(Relation.class);
        for (Fact fact : Fact.values()) {
            List<Scope> scopes = new ArrayList<>();
            for (Scope scope : Scope.values()) {
                if (TallySql.kept(fact, scope)) {
                    scopes.add(scope);
                }
            }
            if (!scopes.isEmpty()) {
                lines.computeIfAbsent(fact.count().relation(), any -> new ArrayList<>()).add(new Line(fact, scopes));
            }
        }
        return lines;
    }

    void add(Collection<FactRow> rows) {
        rows.forEach(this::add);
    }

    private void add(FactRow row) {
        for (Line line : LINES.getOrDefault(row.relation(), List.of())) {
            Count count = line.fact.count();
            Instant at = (Instant) row.get(count.moment());
            if (at == null || !count.holds(row)) {
                continue;
            }
            LocalDate day = day(at);
            Instant left = count.left(row);
            LocalDate until = left == null ? null : day(left);
            Amount amount = new Amount(1, count.amount(row));
            for (Scope scope : line.scopes) {
                boolean months = scope == Scope.CELL;
                LocalDate from = months ? day.withDayOfMonth(1) : day;
                LocalDate to = until == null ? null : months ? until.withDayOfMonth(1) : until;
                String subject = subject(row, scope);
                if (subject != null && (to == null || to.isAfter(from))) {
                    add(new Key(scope, line.fact, from, to, subject), amount);
                }
            }
        }
    }

    private void add(Key key, Amount amount) {
        amounts.merge(key, amount, Amount::plus);
    }

    Map<Key, Amount> amounts() {
        return amounts;
    }

    int size() {
        return amounts.size();
    }

    private static @Nullable String subject(FactRow row, Scope scope) {
        return switch (scope) {
            case COMMUNITY -> {
                String cell = (String) row.get("cell");
                yield cell == null ? null : cell.substring(0, Math.min(12, cell.length()));
            }
            case CELL -> (String) row.get("cell");
            case DUTY_GRID -> (String) row.get("duty_grid");
            case UNIT -> (String) row.get("unit");
            case POST -> {
                String post = (String) row.get("post");
                yield post == null ? "" : post;
            }
        };
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, WorkCalendar.ZONE);
    }
}
