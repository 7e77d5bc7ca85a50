package jingwei.evaluation.fact;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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

    /// 永远: the day of what never leaves; the database calls it `infinity`.
    static final int NEVER = Integer.MAX_VALUE;

    /// Since 1992 China keeps one time the whole year, so that a day is found by dividing.
    private static final long ONE_TIME = Instant.parse("1992-01-01T00:00:00Z").getEpochSecond();
    private static final long EAST = 8 * 3_600;
    private static final long DAY = 24 * 3_600;

    private static final Map<Relation, List<Line>> LINES = lines();
    private static final Scope[] SCOPES = Scope.values();

    /// By scope, then by subject.
    private final List<Map<String, Sums>> sums = Arrays.stream(Scope.values()).map(scope -> (Map<String, Sums>) new HashMap<String, Sums>()).toList();
    private int size;

    /// A place in the tallies; days are counted from 1970.
    ///
    /// @param until a day, or {@link #NEVER}
    record Key(Scope scope, Fact fact, int day, int until, String subject) implements Comparable<Key> {

        /// By scope, fact, day, until and subject; without a comparator's boxes, for a rebuild sorts hundreds of thousands.
        @Override
        public int compareTo(Key other) {
            int place = Integer.compare(scope.ordinal() << 16 | fact.ordinal(), other.scope.ordinal() << 16 | other.fact.ordinal());
            if (place == 0) {
                place = Integer.compare(day, other.day);
            }
            if (place == 0) {
                place = Integer.compare(until, other.until);
            }
            return place == 0 ? subject.compareTo(other.subject) : place;
        }

        /// Spread wide: days of one month and subjects of one street differ in their last digits only.
        @Override
        public int hashCode() {
            long mixed = subject.hashCode() * 0x9E3779B97F4A7C15L + (day * 0xC2B2AE3D27D4EB4FL ^ until * 0x165667B19E3779F9L)
                    + (scope.ordinal() * 128L + fact.ordinal()) * 0xD6E8FEB86659FD93L;
            return (int) (mixed ^ mixed >>> 32);
        }
    }

    record Amount(long n, BigDecimal total) {

        static final Amount ONE = new Amount(1, BigDecimal.ONE);

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

    /// The subject is looked for once a row and scope; what a fact adds then is one step in that subject's own sums.
    private void add(FactRow row) {
        Sums[] own = new Sums[SCOPES.length];
        for (Scope scope : SCOPES) {
            String subject = subject(row, scope);
            if (subject != null) {
                own[scope.ordinal()] = sums.get(scope.ordinal()).computeIfAbsent(subject, any -> new Sums());
            }
        }
        for (Line line : LINES.getOrDefault(row.relation(), List.of())) {
            Count count = line.fact.count();
            Instant at = (Instant) row.get(count.moment());
            if (at == null || !count.holds(row)) {
                continue;
            }
            int day = day(at);
            Instant left = count.left(row);
            int until = left == null ? NEVER : day(left);
            BigDecimal amount = count.sum().isEmpty() ? null : count.amount(row);
            for (Scope scope : line.scopes) {
                boolean months = scope == Scope.CELL;
                int from = months ? month(day) : day;
                int to = months && until != NEVER ? month(until) : until;
                Sums wanted = own[scope.ordinal()];
                if (to > from && wanted != null) {
                    size += wanted.add(line.fact, from, to, amount);
                }
            }
        }
    }

    Map<Key, Amount> amounts() {
        Map<Key, Amount> amounts = HashMap.newHashMap(size);
        for (Scope scope : SCOPES) {
            sums.get(scope.ordinal()).forEach((subject, own) -> own.tell((fact, day, until, amount) ->
                    amounts.put(new Key(scope, fact, day, until, subject), amount)));
        }
        return amounts;
    }

    int size() {
        return size;
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

    private static int day(Instant moment) {
        long second = moment.getEpochSecond();
        return second >= ONE_TIME ? (int) ((second + EAST) / DAY) : (int) LocalDate.ofInstant(moment, WorkCalendar.ZONE).toEpochDay();
    }

    private static int month(int day) {
        return (int) LocalDate.ofEpochDay(day).withDayOfMonth(1).toEpochDay();
    }
}
