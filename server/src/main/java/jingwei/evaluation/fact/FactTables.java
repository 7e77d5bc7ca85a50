package jingwei.evaluation.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import jingwei.tenancy.Tenancy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 因子的存储: writes rows of facts and keeps the daily tallies in step with them.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FactTables {

    private static final List<Relation> PROJECTED = Arrays.stream(Relation.values()).filter(Relation::projected).toList();

    private final JdbcTemplate database;

    FactTables(JdbcTemplate database) {
        this.database = database;
    }

    /// A place in the tallies.
    private record Key(String scope, String fact, java.sql.Date day, String until, String subject)
            implements Comparable<Key> {

        @Override
        public int compareTo(Key o) {
            return (scope + fact + day + until + subject).compareTo(o.scope + o.fact + o.day + o.until + o.subject);
        }
    }

    private record Amount(long n, BigDecimal total) {

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

    /// Puts these rows in the place of all rows the cases had, and moves the tallies by the difference.
    void replace(Collection<UUID> cases, List<FactRow> rows) {
        UUID[] ids = cases.toArray(UUID[]::new);
        Map<Key, Amount> change = new HashMap<>();
        PROJECTED.forEach(relation -> tallied(relation, ids).forEach((key, amount) ->
                change.merge(key, amount.negated(), Amount::plus)));
        for (Relation relation : PROJECTED) {
            database.update("DELETE FROM " + relation.table() + " f USING unnest(?::uuid[]) AS t (id) "
                    + "WHERE f.platform = ? AND f.case_id = t.id", ids, platform());
        }
        insert(rows);
        PROJECTED.forEach(relation -> tallied(relation, ids).forEach((key, amount) -> change.merge(key, amount, Amount::plus)));
        change.values().removeIf(Amount::nothing);
        move(new TreeMap<>(change));
    }

    /// Rows alone, for a rebuild that tallies at its end.
    void insert(List<FactRow> rows) {
        Map<Relation, List<FactRow>> byTable = rows.stream().collect(Collectors.groupingBy(FactRow::relation));
        byTable.forEach(this::insert);
    }

    void clear() {
        for (Relation relation : PROJECTED) {
            database.update("DELETE FROM " + relation.table() + " WHERE platform = ?", platform());
        }
        database.update("DELETE FROM evaluation.tallies WHERE platform = ?", platform());
    }

    void tallyAll() {
        for (Relation relation : PROJECTED) {
            database.update("INSERT INTO evaluation.tallies (platform, scope, fact, day, until, subject, n, total) SELECT ?, t.* "
                    + "FROM (" + TallySql.of(relation, "(SELECT * FROM " + relation.table() + " WHERE platform = ?) r") + ") t",
                    platform(), platform());
        }
    }

    private void insert(Relation relation, List<FactRow> rows) {
        List<String> names = relation.names();
        String columns = String.join(", ", names);
        String given = names.stream().map(name -> "?::text[]").collect(Collectors.joining(", "));
        String cast = names.stream().map(name -> name + "::" + relation.type(name)).collect(Collectors.joining(", "));
        List<Object> values = new ArrayList<>();
        values.add(platform());
        values.add(rows.stream().map(FactRow::caseId).toArray(UUID[]::new));
        values.add(rows.stream().map(FactRow::key).toArray(Integer[]::new));
        for (String name : names) {
            values.add(rows.stream().map(row -> row.get(name)).map(value -> value == null ? null : value.toString())
                    .toArray(String[]::new));
        }
        database.update("INSERT INTO " + relation.table() + " (platform, case_id, " + relation.key() + ", " + columns
                + ") SELECT ?, case_id, k, " + cast + " FROM unnest(?::uuid[], ?::int[], " + given + ") AS t (case_id, k, "
                + columns + ")", values.toArray());
    }

    private Map<Key, Amount> tallied(Relation relation, UUID[] ids) {
        Map<Key, Amount> found = new HashMap<>();
        database.query(TallySql.of(relation, "unnest(?::uuid[]) AS c (id) JOIN " + relation.table()
                + " r ON r.platform = ? AND r.case_id = c.id"), row -> {
                    found.put(new Key(row.getString(1), row.getString(2), row.getDate(3), row.getString(4), row.getString(5)),
                            new Amount(row.getLong(6), row.getBigDecimal(7)));
                }, ids, platform());
        return found;
    }

    private void move(Map<Key, Amount> change) {
        if (change.isEmpty()) {
            return;
        }
        List<Key> keys = List.copyOf(change.keySet());
        Object[] parts = {keys.stream().map(Key::scope).toArray(String[]::new), keys.stream().map(Key::fact).toArray(String[]::new),
            keys.stream().map(key -> key.day().toString()).toArray(String[]::new), keys.stream().map(Key::until).toArray(String[]::new),
            keys.stream().map(Key::subject).toArray(String[]::new)};
        Object[] upsert = {platform(), parts[0], parts[1], parts[2], parts[3], parts[4],
            change.values().stream().map(Amount::n).toArray(Long[]::new),
            change.values().stream().map(amount -> amount.total().toString()).toArray(String[]::new)};
        database.update("""
                INSERT INTO evaluation.tallies AS old (platform, scope, fact, day, until, subject, n, total)
                SELECT ?, scope, fact, day::date, until::date, subject, n, total::numeric
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[])
                  AS t (scope, fact, day, until, subject, n, total)
                ON CONFLICT (platform, scope, fact, day, until, subject)
                DO UPDATE SET n = old.n + excluded.n, total = old.total + excluded.total
                """, upsert);
        if (change.values().stream().anyMatch(amount -> amount.n() < 0)) {
            database.update("""
                    DELETE FROM evaluation.tallies d
                    USING unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) AS t (scope, fact, day, until, subject)
                    WHERE d.platform = ? AND d.scope = t.scope AND d.fact = t.fact AND d.day = t.day::date
                      AND d.until = t.until::date AND d.subject = t.subject AND d.n = 0
                    """, parts[0], parts[1], parts[2], parts[3], parts[4], platform());
        }
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
