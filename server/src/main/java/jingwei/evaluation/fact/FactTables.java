package jingwei.evaluation.fact;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jingwei.evaluation.fact.Tally.Amount;
import jingwei.evaluation.fact.Tally.Key;
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

    private static final String ADDED = """
            ON CONFLICT (platform, scope, fact, day, until, subject)
            DO UPDATE SET n = old.n + excluded.n, total = trim_scale(old.total + excluded.total)
            """;

    private final JdbcTemplate database;

    FactTables(JdbcTemplate database) {
        this.database = database;
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
        Tally after = new Tally();
        after.add(rows);
        after.amounts().forEach((key, amount) -> change.merge(key, amount, Amount::plus));
        change.values().removeIf(Amount::nothing);
        move(change);
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

    /// Adds to the tallies. @param empty nothing was tallied before, so that nothing need be looked for
    void add(Map<Key, Amount> amounts, boolean empty) {
        write(amounts, empty ? "" : ADDED);
    }

    /// Columns nobody filled stay away, and each column travels as what it is: half the time of a rebuild was text made and read
    /// again.
    private void insert(Relation relation, List<FactRow> rows) {
        List<String> names = relation.names();
        int[] filled = IntStream.range(0, names.size()).filter(place -> rows.stream().anyMatch(row -> row.at(place) != null)).toArray();
        StringBuilder given = new StringBuilder();
        StringBuilder made = new StringBuilder();
        StringBuilder columns = new StringBuilder();
        List<Object> values = new ArrayList<>();
        values.add(platform());
        values.add(rows.stream().map(FactRow::caseId).toArray(UUID[]::new));
        values.add(rows.stream().map(FactRow::key).toArray(Integer[]::new));
        for (int place : filled) {
            String name = names.get(place);
            String type = relation.type(name);
            given.append(", ?::").append(carried(type)).append("[]");
            made.append(", ").append(made(name, type));
            columns.append(", ").append(name);
            values.add(column(rows, place, type));
        }
        database.update("INSERT INTO " + relation.table() + " (platform, case_id, " + relation.key() + columns
                + ") SELECT ?, case_id, k" + made + " FROM unnest(?::uuid[], ?::int[]" + given + ") AS t (case_id, k" + columns + ")",
                values.toArray());
    }

    /// Moments travel as microseconds since 1970.
    private static String carried(String type) {
        return switch (type) {
            case "timestamptz" -> "bigint";
            case "numeric" -> "text";
            default -> type;
        };
    }

    private static String made(String name, String type) {
        return switch (type) {
            case "timestamptz" -> "timestamptz 'epoch' + interval '1 microsecond' * " + name;
            case "numeric" -> name + "::numeric";
            default -> name;
        };
    }

    private static Object[] column(List<FactRow> rows, int place, String type) {
        Object[] cells = switch (type) {
            case "timestamptz" -> new Long[rows.size()];
            case "boolean" -> new Boolean[rows.size()];
            case "int" -> new Integer[rows.size()];
            case "uuid" -> new UUID[rows.size()];
            default -> new String[rows.size()];
        };
        for (int i = 0; i < cells.length; i++) {
            Object cell = rows.get(i).at(place);
            cells[i] = cell instanceof Instant at ? micros(at) : cell instanceof BigDecimal number ? number.toString() : cell;
        }
        return cells;
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    private Map<Key, Amount> tallied(Relation relation, UUID[] ids) {
        Map<Key, Amount> found = new HashMap<>();
        database.query(TallySql.of(relation, "unnest(?::uuid[]) AS c (id) JOIN " + relation.table()
                + " r ON r.platform = ? AND r.case_id = c.id"), row -> {
                    String until = row.getString(4);
                    found.put(new Key(TallySql.Scope.valueOf(row.getString(1).toUpperCase(java.util.Locale.ROOT)),
                            Fact.ofWord(row.getString(2)).orElseThrow(), (int) LocalDate.parse(row.getString(3)).toEpochDay(),
                            until.equals("infinity") ? Tally.NEVER : (int) LocalDate.parse(until).toEpochDay(), row.getString(5)),
                            new Amount(row.getLong(6), row.getBigDecimal(7)));
                }, ids, platform());
        return found;
    }

    /// Keys in one order, so that two writers never wait for each other; totals without the zeros at their end, so that the same
    /// figures are the same bytes however they were added up.
    private void move(Map<Key, Amount> change) {
        write(change, ADDED);
    }

    private void write(Map<Key, Amount> change, String where) {
        if (change.isEmpty()) {
            return;
        }
        List<Map.Entry<Key, Amount>> entries = new ArrayList<>(change.entrySet());
        entries.sort(Map.Entry.comparingByKey());
        List<Key> keys = entries.stream().map(Map.Entry::getKey).toList();
        List<Amount> amounts = entries.stream().map(Map.Entry::getValue).toList();
        Object[] parts = {keys.stream().map(key -> key.scope().word()).toArray(String[]::new),
            keys.stream().map(key -> key.fact().word()).toArray(String[]::new),
            keys.stream().map(Key::day).toArray(Integer[]::new),
            keys.stream().map(key -> key.until() == Tally.NEVER ? null : key.until()).toArray(Integer[]::new),
            keys.stream().map(Key::subject).toArray(String[]::new)};
        Object[] upsert = {platform(), parts[0], parts[1], parts[2], parts[3], parts[4],
            amounts.stream().map(Amount::n).toArray(Long[]::new),
            amounts.stream().map(amount -> amount.total().toPlainString()).toArray(String[]::new)};
        database.update("""
                INSERT INTO evaluation.tallies AS old (platform, scope, fact, day, until, subject, n, total)
                SELECT ?, scope, fact, date '1970-01-01' + day, coalesce(date '1970-01-01' + until, 'infinity'::date), subject, n,
                  trim_scale(total::numeric)
                FROM unnest(?::text[], ?::text[], ?::int[], ?::int[], ?::text[], ?::bigint[], ?::text[])
                  AS t (scope, fact, day, until, subject, n, total)
                """ + where, upsert);
        if (amounts.stream().anyMatch(amount -> amount.n() < 0)) {
            database.update("""
                    DELETE FROM evaluation.tallies d
                    USING unnest(?::text[], ?::text[], ?::int[], ?::int[], ?::text[]) AS t (scope, fact, day, until, subject)
                    WHERE d.platform = ? AND d.scope = t.scope AND d.fact = t.fact AND d.day = date '1970-01-01' + t.day
                      AND d.until = coalesce(date '1970-01-01' + t.until, 'infinity'::date) AND d.subject = t.subject AND d.n = 0
                    """, parts[0], parts[1], parts[2], parts[3], parts[4], platform());
        }
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
