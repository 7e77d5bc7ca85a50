package jingwei.situation.follow;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import jingwei.casework.history.CaseHistory.Step;
import jingwei.casework.history.CaseStand;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 大屏读模型的写入: one row a case, and the daily tallies moved by the difference.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WallTables {

    private final JdbcTemplate database;

    WallTables(JdbcTemplate database) {
        this.database = database;
    }

    /// What the row of a case said before: what its counts fell to, and how far its acts were read.
    record Former(Tally.Grounds grounds, int version) {
    }

    /// A case to be written, with its acts.
    record Standing(CaseStand stand, List<Step> steps) {

        Tally.Grounds grounds() {
            return new Tally.Grounds(stand.source().name(), stand.classCode(), stand.cell(), stand.community(), stand.street(),
                    stand.district());
        }

        Step last() {
            return steps.getLast();
        }
    }

    Map<UUID, Former> former(Collection<UUID> ids) {
        Map<UUID, Former> found = new HashMap<>();
        database.query("""
                SELECT c.case_id, c.source, c.class, c.cell, c.community, c.street, c.district, c.version
                FROM unnest(?::uuid[]) AS t (id) JOIN situation.cases c ON c.platform = ? AND c.case_id = t.id
                """, row -> {
                    found.put(row.getObject(1, UUID.class), new Former(new Tally.Grounds(row.getString(2), row.getString(3),
                            row.getString(4), row.getString(5), row.getString(6), row.getString(7)), row.getInt(8)));
                }, ids.toArray(UUID[]::new), platform());
        return found;
    }

    void write(List<Standing> rows, long seq) {
        database.batchUpdate("""
                INSERT INTO situation.cases (platform, case_id, number, seq, version, state, stage, round, trial, source, class,
                  unit, collector, cell, community, street, district, duty_grid, longitude, latitude, held, open_orders,
                  begun_at, since, yellow_at, due_at, ended_at, last_act, last_post, last_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (platform, case_id) DO UPDATE SET seq = excluded.seq, version = excluded.version,
                  state = excluded.state, stage = excluded.stage, round = excluded.round, trial = excluded.trial,
                  source = excluded.source, class = excluded.class, unit = excluded.unit, collector = excluded.collector,
                  cell = excluded.cell, community = excluded.community, street = excluded.street,
                  district = excluded.district, duty_grid = excluded.duty_grid, longitude = excluded.longitude,
                  latitude = excluded.latitude, held = excluded.held, open_orders = excluded.open_orders,
                  since = excluded.since, yellow_at = excluded.yellow_at, due_at = excluded.due_at,
                  ended_at = excluded.ended_at, last_act = excluded.last_act, last_post = excluded.last_post,
                  last_at = excluded.last_at
                """, rows.stream().map(row -> values(row, seq)).toList());
    }

    private static Object[] values(Standing row, long seq) {
        CaseStand c = row.stand();
        return new Object[] {platform(), c.id(), c.number(), seq, row.last().seq(), c.state(), c.stage().name(), c.round(), c.trial(),
            c.source().name(), c.classCode(), c.unit(), c.collector(), c.cell(), c.community(), c.street(), c.district(),
            c.dutyGrid(), c.longitude(), c.latitude(), c.held(), c.openOrders(), at(c.begun()), at(c.since()), at(c.yellow()),
            at(c.due()), at(c.ended()), row.last().act().word(), row.last().post(), at(row.last().at())};
    }

    /// Moves the tallies; what comes to nothing is taken out, so that a rebuild gives the same rows.
    void move(Map<Tally.Key, Long> change) {
        change.values().removeIf(n -> n == 0);
        if (change.isEmpty()) {
            return;
        }
        List<Map.Entry<Tally.Key, Long>> sorted = List.copyOf(new TreeMap<>(change).entrySet());
        List<Object> values = new ArrayList<>();
        values.add(platform());
        values.add(column(sorted, one -> one.getKey().scope()));
        values.add(column(sorted, one -> one.getKey().day().toString()));
        values.add(column(sorted, one -> one.getKey().key()));
        values.add(column(sorted, one -> one.getKey().what()));
        values.add(sorted.stream().map(Map.Entry::getValue).toArray(Long[]::new));
        database.update("""
                INSERT INTO situation.tallies AS old (platform, scope, day, key, what, n)
                SELECT ?, scope, day::date, key, what, n
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[]) AS t (scope, day, key, what, n)
                ON CONFLICT (platform, scope, day, key, what) DO UPDATE SET n = old.n + excluded.n
                """, values.toArray());
        if (sorted.stream().anyMatch(one -> one.getValue() < 0)) {
            database.update("""
                    DELETE FROM situation.tallies d
                    USING unnest(?::text[], ?::text[], ?::text[], ?::text[]) AS t (scope, day, key, what)
                    WHERE d.platform = ? AND d.scope = t.scope AND d.day = t.day::date AND d.key = t.key AND d.what = t.what
                      AND d.n = 0
                    """, values.get(1), values.get(2), values.get(3), values.get(4), platform());
        }
    }

    void clear() {
        database.update("DELETE FROM situation.cases WHERE platform = ?", platform());
        database.update("DELETE FROM situation.tallies WHERE platform = ?", platform());
    }

    private static String[] column(List<Map.Entry<Tally.Key, Long>> rows, Function<Map.Entry<Tally.Key, Long>, String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }

    private static @Nullable Timestamp at(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
