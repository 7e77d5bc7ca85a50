package jingwei.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jingwei.casework.ReportSource;
import jingwei.casework.history.CaseHistory;
import jingwei.casework.history.CaseStand;
import jingwei.casework.history.Histories.Changes;
import jingwei.casework.petition.Petition;
import jingwei.organization.Axis;
import jingwei.process.Act;
import jingwei.process.Stage;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 跟读案件的 SQL: histories of the platform being served, by case or in the order in which transactions ended.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class HistoryTables {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    /// The picture is taken apart once a case: it is packed, and every look into it would unpack it again.
    private static final String HEADS = """
            SELECT c.id, c.number, c.source, c.class, c.unit_grid, c.duty_grid, c.area_class, c.trial, c.provisional,
              CASE WHEN c.ended_at IS NULL THEN p.clocks #>> '{post,name}' END AS waiting,
              CASE WHEN c.ended_at IS NULL AND p.clocks #>> '{post,stopped}' IS NULL
                THEN p.clocks #>> '{post,due}' END AS waiting_due,
              CASE WHEN c.ended_at IS NULL AND p.clocks #>> '{handling,stopped}' IS NULL
                AND p.clocks #>> '{handling,ended}' IS NULL
                THEN p.clocks #>> '{handling,due}' END AS handling_due,
              p.links -> 'parent' IS NOT NULL AND p.links -> 'parent' <> 'null' AS part,
              coalesce((p.reported #>> '{reporter,wantsReply}')::boolean, false) AS wants_reply,
              (SELECT string_agg(concat_ws(' ', w.one ->> 'kind', w.one ->> 'late', w.one ->> 'status'), ',' ORDER BY w.place)
                FROM jsonb_array_elements(p.petitions) WITH ORDINALITY w (one, place)) AS petitions
            FROM %s
            CROSS JOIN LATERAL jsonb_to_record(c.picture) AS p (clocks jsonb, links jsonb, reported jsonb, petitions jsonb) %s
            """;
    private static final String STEPS = """
            SELECT a.case_id, a.seq, a.act, a.post, a.axis, a.organization, a.at, a.clock_limit, a.due, a.overdue, a.round,
              a.particulars ->> 'unit' AS unit, a.particulars ->> 'collector' AS collector,
              a.particulars ->> 'order' AS answers, a.particulars ->> 'opinion' IS NOT NULL AS said, a.person
            FROM unnest(?::uuid[]) AS t (id)
            JOIN casework.case_acts a ON a.platform = ? AND a.case_id = t.id ORDER BY a.case_id, a.seq
            """;

    private final JdbcTemplate database;

    HistoryTables(JdbcTemplate database) {
        this.database = database;
    }

    /// What ended since; a transaction still open is left for the next time, with all that came after it (no act is ever
    /// skipped, however late its commit).
    public Changes since(long cursor, int most) {
        long horizon = horizon();
        List<Object[]> found = database.query("""
                SELECT recorded_in, case_id FROM casework.case_acts
                WHERE platform = ? AND recorded_in >= ? AND recorded_in < ? ORDER BY recorded_in LIMIT ?
                """, (row, n) -> new Object[] {row.getLong(1), row.getObject(2, UUID.class)}, platform(), cursor, horizon, most);
        Set<UUID> cases = new LinkedHashSet<>();
        if (found.size() < most) {
            found.forEach(each -> cases.add((UUID) each[1]));
            return new Changes(cases, horizon);
        }
        long last = (long) found.getLast()[0];
        if ((long) found.getFirst()[0] == last) {
            cases.addAll(database.queryForList("""
                    SELECT DISTINCT case_id FROM casework.case_acts WHERE platform = ? AND recorded_in = ?
                    """, UUID.class, platform(), last));
            return new Changes(cases, last + 1);
        }
        found.stream().filter(each -> (long) each[0] < last).forEach(each -> cases.add((UUID) each[1]));
        return new Changes(cases, last);
    }

    /// The oldest transaction still open: everything before it can be read.
    public long horizon() {
        Long horizon = database.queryForObject("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint", Long.class);
        return horizon == null ? 0 : horizon;
    }

    public List<CaseHistory> read(Collection<UUID> ids) {
        UUID[] wanted = ids.toArray(UUID[]::new);
        return whole(database.query(HEADS.formatted("unnest(?::uuid[]) AS t (id) JOIN casework.cases c "
                + "ON c.platform = ? AND c.id = t.id", ""), HistoryTables::head, wanted, platform()));
    }

    /// The next histories after that case, in the order of their ids; empty at the end.
    public List<CaseHistory> after(@Nullable UUID last, int most) {
        return whole(database.query(HEADS.formatted("casework.cases c", "WHERE c.platform = ? AND c.id > ? ORDER BY c.id LIMIT ?"),
                HistoryTables::head, platform(), last == null ? BEFORE_ALL : last, most));
    }

    public List<CaseStand> stands(Collection<UUID> ids) {
        return database.query("""
                SELECT c.id, c.number, c.state, c.stage, c.round, c.trial, c.source, c.class, c.lead_unit, c.collector, c.unit_grid,
                  c.community, c.street, c.district, c.duty_grid, c.longitude, c.latitude, c.held, c.open_orders, c.begun_at,
                  c.since, c.clock_yellow, c.clock_due, c.ended_at
                FROM unnest(?::uuid[]) AS t (id) JOIN casework.cases c ON c.platform = ? AND c.id = t.id
                """, HistoryTables::stand, ids.toArray(UUID[]::new), platform());
    }

    private static CaseStand stand(ResultSet row, int number) throws SQLException {
        return new CaseStand(row.getObject(1, UUID.class), row.getString(2), row.getString(3), Stage.valueOf(row.getString(4)),
                row.getInt(5), row.getBoolean(6), ReportSource.valueOf(row.getString(7)), row.getString(8), row.getString(9),
                row.getString(10), row.getString(11), row.getString(12), row.getString(13), row.getString(14), row.getString(15),
                row.getDouble(16), row.getDouble(17), row.getBoolean(18), row.getInt(19), row.getTimestamp(20).toInstant(),
                row.getTimestamp(21).toInstant(), instant(row.getTimestamp(22)), instant(row.getTimestamp(23)),
                instant(row.getTimestamp(24)));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private List<CaseHistory> whole(List<CaseHistory.Head> heads) {
        Map<UUID, List<CaseHistory.Step>> steps = new LinkedHashMap<>();
        database.query(STEPS, row -> {
            steps.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>()).add(step(row));
        }, heads.stream().map(CaseHistory.Head::id).toArray(UUID[]::new), platform());
        return heads.stream().map(head -> new CaseHistory(head, steps.getOrDefault(head.id(), List.of()))).toList();
    }

    private static CaseHistory.Head head(ResultSet row, int number) throws SQLException {
        String asked = row.getString("petitions");
        return new CaseHistory.Head(row.getObject("id", UUID.class), row.getString("number"),
                ReportSource.valueOf(row.getString("source")), row.getString("class"), row.getString("unit_grid"),
                row.getString("duty_grid"), row.getString("area_class"), row.getBoolean("trial"),
                row.getBoolean("provisional"), row.getString("waiting"), moment(row.getString("waiting_due")),
                moment(row.getString("handling_due")), row.getBoolean("part"), row.getBoolean("wants_reply"),
                asked == null ? List.of() : Arrays.stream(asked.split(",")).map(HistoryTables::asked).toList());
    }

    private static CaseHistory.Step step(ResultSet row) throws SQLException {
        Timestamp due = row.getTimestamp(9);
        return new CaseHistory.Step(row.getInt(2), Act.ofWord(row.getString(3)).orElseThrow(), row.getString(4),
                row.getObject(16, UUID.class), Axis.valueOf(row.getString(5)), row.getString(6), row.getTimestamp(7).toInstant(), row.getString(8),
                due == null ? null : due.toInstant(), row.getBoolean(10), row.getInt(11), row.getString(12),
                row.getString(13), row.getString(14), row.getBoolean(15));
    }

    private static CaseHistory.Asked asked(String words) {
        String[] word = words.split(" ");
        return new CaseHistory.Asked(CaseHistory.Wish.valueOf(word[0]), Boolean.parseBoolean(word[1]),
                word[2].equals(Petition.Status.GRANTED.name()));
    }

    private static @Nullable Instant moment(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
