package jingwei.casework.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jingwei.casework.Case;
import jingwei.casework.CaseAct;
import jingwei.casework.clock.CaseClock;
import jingwei.grid.ZOrder;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// Writes whole histories that were played in memory as acts, as the application's role: every constraint of the acts judges
/// them, only the office is not asked a second time.
public final class BulkCases {

    private static final int BATCH = 500;
    private static final String CASE = """
            INSERT INTO casework.cases (platform, id, number, process, process_version, state, stage, version, round, trial,
              source, class, description, address, longitude, latitude, z_order, unit_grid, community, street, district,
              duty_grid, area_class, lead_unit, open_orders, held, begun_at, since, filed_at, ended_at, clock_due,
              provisional, picture)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """;
    private static final String NEXT = """
            UPDATE casework.cases SET state = ?, version = ?, round = ?, held = ?, ended_at = ?, picture = ?::jsonb
            WHERE platform = ? AND id = ?
            """;
    private static final String ACT = """
            INSERT INTO casework.case_acts (platform, case_id, seq, act, from_state, to_state, process, process_version,
              post, post_axis, axis, person, organization, at, since, clock_limit, due, overdue, round, particulars)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """;

    private BulkCases() {
    }

    /// A case with acts that are not written yet. @param known acts of it that were written before
    public record Played(Case theCase, List<CaseAct> acts, int known) {
    }

    /// A transaction of the platform must be open.
    public static void write(JdbcTemplate database, List<Played> all) {
        List<Object[]> cases = new ArrayList<>();
        List<Object[]> next = new ArrayList<>();
        List<Object[]> acts = new ArrayList<>();
        for (Played played : all) {
            if (played.known() == 0) {
                cases.add(begin(played.theCase()));
            } else {
                next.add(next(played.theCase()));
            }
            played.acts().stream().skip(played.known()).forEach(act -> acts.add(act(act)));
        }
        batches(database, CASE, cases);
        batches(database, NEXT, next);
        batches(database, ACT, acts);
    }

    /// Histories once more, as other cases: what the office has judged once need not be judged again a thousand times, and every
    /// constraint of the acts judges the copies.
    ///
    /// @param originals the case that each copy is of
    public static void copy(JdbcTemplate database, List<UUID> originals, List<UUID> copies, List<String> numbers) {
        UUID[] of = originals.toArray(UUID[]::new);
        UUID[] ids = copies.toArray(UUID[]::new);
        database.update("""
                INSERT INTO casework.cases SELECT r.* FROM unnest(?::uuid[], ?::uuid[], ?::text[]) t (original, copy, number)
                JOIN casework.cases c ON c.platform = ? AND c.id = t.original
                CROSS JOIN LATERAL jsonb_populate_record(c, jsonb_build_object('id', t.copy, 'number', t.number)) r
                """, of, ids, numbers.toArray(String[]::new), platform());
        String columns = "seq, act, from_state, to_state, process, process_version, post, post_axis, axis, person, organization, at, since, "
                + "clock_limit, due, overdue, round, particulars";
        database.update("INSERT INTO casework.case_acts (platform, case_id, " + columns + ") SELECT platform, t.copy, " + columns
                + " FROM unnest(?::uuid[], ?::uuid[]) t (original, copy) JOIN casework.case_acts a ON a.platform = ? AND a.case_id = t.original",
                of, ids, platform());
    }

    private static void batches(JdbcTemplate database, String sql, List<Object[]> rows) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            database.batchUpdate(sql, rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
    }

    private static Object[] begin(Case c) {
        CaseClock clock = c.clocks().leading().orElse(null);
        return new Object[] {platform(), c.id(), c.number().value(), c.process(), c.processVersion(), c.state(),
            c.stage().name(), c.version(), c.round(), c.trial(), c.reported().source().name(),
            c.subject().classCode().toString(), c.reported().description(), c.spot().address(),
            c.spot().point().longitude(), c.spot().point().latitude(),
            ZOrder.of(c.spot().point().longitude(), c.spot().point().latitude()), c.spot().unitGrid(), c.spot().community(),
            c.spot().street(), c.spot().district(), c.spot().dutyGrid(), c.spot().areaClass().name(),
            c.assignment() == null ? null : c.assignment().unit(), c.isHeld(), time(c.begunAt()), time(c.since()),
            c.filing() == null ? null : time(c.filing().at()), ended(c), clock == null ? null : time(clock.due()), false,
            Pictures.of(c)};
    }

    private static Object[] next(Case c) {
        return new Object[] {c.state(), c.version(), c.round(), c.isHeld(), ended(c), Pictures.of(c), platform(), c.id()};
    }

    private static Object[] act(CaseAct a) {
        return new Object[] {platform(), a.caseId(), a.seq(), a.act().word(), a.from(), a.to(), a.process(),
            a.processVersion(), a.post(), a.axis().name(), a.axis().name(), a.person(), a.organization(), time(a.at()),
            time(a.since()), a.limit(), a.due() == null ? null : time(a.due()), a.overdue(), a.round(),
            Pictures.of(a.particulars())};
    }

    private static @Nullable Timestamp ended(Case c) {
        return c.stage().name().equals("EVALUATION") || List.of("declined", "duplicate", "not-filed", "annulled", "merged")
                .contains(c.state()) ? time(c.since()) : null;
    }

    private static Timestamp time(Instant moment) {
        return Timestamp.from(moment);
    }

    private static String platform() {
        return Tenancy.current().value();
    }

}
