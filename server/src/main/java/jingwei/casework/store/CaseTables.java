package jingwei.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingwei.casework.Case;
import jingwei.casework.CaseAct;
import jingwei.casework.CaseNumber;
import jingwei.casework.CaseStore;
import jingwei.casework.clock.CaseClock;
import jingwei.grid.ZOrder;
import jingwei.organization.Axis;
import jingwei.process.Act;
import jingwei.process.Processes;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Cases in PostgreSQL. An act writes one row and changes one, in one statement.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CaseTables implements CaseStore {

    private static final String ACT = """
            INSERT INTO casework.case_acts (platform, case_id, seq, act, from_state, to_state, process, process_version,
              post, post_axis, axis, person, organization, entered_by, at, since, clock_limit, due, overdue, round,
              particulars)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """;
    private static final String NEW_CASE = """
            INSERT INTO casework.cases (state, stage, version, round, class, condition_no, component, address, longitude,
              latitude, z_order, unit_grid, community, street, district, duty_grid, area_class, lead_unit, collector,
              petition, open_orders, held, since, filed_at, ended_at, clock_limit, clock_yellow, clock_due, provisional,
              wakes_at, picture, platform, id, number, process, process_version, trial, source, description,
              reporter_phone, foreign_number, begun_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb,
              ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String NEXT_CASE = """
            UPDATE casework.cases SET state = ?, stage = ?, version = ?, round = ?, class = ?, condition_no = ?,
              component = ?, address = ?, longitude = ?, latitude = ?, z_order = ?, unit_grid = ?, community = ?,
              street = ?, district = ?, duty_grid = ?, area_class = ?, lead_unit = ?, collector = ?, petition = ?,
              open_orders = ?, held = ?, since = ?, filed_at = ?, ended_at = ?, clock_limit = ?, clock_yellow = ?,
              clock_due = ?, provisional = ?, wakes_at = ?, picture = ?::jsonb
            WHERE platform = ? AND id = ? AND version = ?
            """;

    /// Both in one statement: where the case has moved meanwhile nothing is updated, so nothing is appended.
    private static final String APPEND = "WITH moved AS (" + NEXT_CASE + " RETURNING 1) "
            + ACT.replace("VALUES (", "SELECT ").replace("?::jsonb)", "?::jsonb FROM moved");

    private final JdbcTemplate database;
    private final Processes processes;

    CaseTables(JdbcTemplate database, Processes processes) {
        this.database = database;
        this.processes = processes;
    }

    @Override
    public Optional<Case> lock(CaseNumber number) {
        return one("SELECT picture FROM casework.cases WHERE platform = ? AND number = ? FOR UPDATE", number.value());
    }

    @Override
    public Optional<Case> find(CaseNumber number) {
        return one("SELECT picture FROM casework.cases WHERE platform = ? AND number = ?", number.value());
    }

    @Override
    public Optional<Case> find(UUID id) {
        return one("SELECT picture FROM casework.cases WHERE platform = ? AND id = ?", id);
    }

    @Override
    public Case begin(Case theCase, CaseAct act, String region, LocalDate day) {
        Integer ofTheDay = database.queryForObject("""
                INSERT INTO casework.case_days (platform, day, last) VALUES (?, ?, 1)
                ON CONFLICT (platform, day) DO UPDATE SET last = case_days.last + 1 RETURNING last
                """, Integer.class, platform(), day);
        Case numbered = theCase.numbered(region, day, ofTheDay == null ? 1 : ofTheDay);
        Object[] moving = moving(numbered, act.at());
        Object[] fixed = {platform(), numbered.id(), numbered.number().value(), numbered.process(),
            numbered.processVersion(), numbered.trial(), numbered.reported().source().name(),
            numbered.reported().description(),
            text(numbered.reported().reporter() == null ? null : numbered.reported().reporter().phone()),
            text(numbered.reported().number()), time(numbered.begunAt())};
        database.update("WITH begun AS (" + NEW_CASE + ") " + ACT, all(moving, fixed, act(act)));
        database.update("""
                INSERT INTO casework.case_grams (platform, gram, case_id) SELECT ?, unnest(?::text[]), ?
                """, platform(), Grams.of(numbered.reported().description() + " " + numbered.spot().address())
                .toArray(String[]::new), numbered.id());
        return numbered;
    }

    @Override
    public void append(Case theCase, CaseAct act) {
        Object[] key = {platform(), theCase.id(), theCase.version() - 1};
        int appended = database.update(APPEND,
                all(moving(theCase, act.at()), key, act(act)));
        if (appended != 1) {
            throw new OptimisticLockingFailureException("case " + theCase.number() + " moved meanwhile");
        }
    }

    /// Cases whose deadline is provisional.
    public List<CaseNumber> provisional() {
        return database.query("SELECT number FROM casework.cases WHERE platform = ? AND provisional ORDER BY number",
                (row, n) -> CaseNumber.of(row.getString(1)), platform());
    }

    /// Keeps a deadline that was reckoned anew; no act, and so no new version.
    public void reckoned(Case theCase, Instant now) {
        database.update(NEXT_CASE, all(moving(theCase, now),
                new Object[] {platform(), theCase.id(), theCase.version()}));
    }

    @Override
    public List<CaseAct> acts(UUID caseId) {
        return database.query("""
                SELECT * FROM casework.case_acts WHERE platform = ? AND case_id = ? ORDER BY seq
                """, CaseTables::readAct, platform(), caseId);
    }

    private Optional<Case> one(String sql, Object key) {
        return database.query(sql, (row, n) -> Pictures.theCase(row.getString(1)), platform(), key).stream().findFirst();
    }

    private Object[] moving(Case c, Instant now) {
        CaseClock clock = c.clocks().leading().orElse(null);
        boolean stands = clock != null && !clock.runs();
        boolean ended = processes.version(c.process(), c.processVersion()).state(c.state()).isFinal();
        return new Object[] {c.state(), c.stage().name(), c.version(), c.round(), c.subject().classCode().toString(),
            new SqlParameterValue(Types.INTEGER, c.subject().condition()), text(c.subject().component()), c.spot().address(), c.spot().point().longitude(),
            c.spot().point().latitude(), ZOrder.of(c.spot().point().longitude(), c.spot().point().latitude()),
            c.spot().unitGrid(), c.spot().community(), c.spot().street(), c.spot().district(), text(c.spot().dutyGrid()),
            c.spot().areaClass().name(), text(c.assignment() == null ? null : c.assignment().unit()),
            text(c.task() == null ? null : c.task().collector()),
            text(c.pending().map(petition -> petition.kind().name()).orElse(null)),
            (int) c.orders().stream().filter(order -> order.isOpen()).count(), c.isHeld(), time(c.since()),
            c.filing() == null ? null : time(c.filing().at()), ended ? time(c.since()) : null,
            text(clock == null ? null : clock.limit().toString()), clock == null || stands ? null : time(clock.yellowAt()),
            clock == null || stands ? null : time(clock.due()), clock != null && clock.provisional(),
            c.clocks().wakesAt(now).map(CaseTables::time).orElse(null), Pictures.of(c)};
    }

    private static Object[] act(CaseAct a) {
        return new Object[] {platform(), a.caseId(), a.seq(), a.act().word(), a.from(), a.to(), a.process(),
            a.processVersion(), a.post(), a.axis().name(), a.axis().name(), a.person(), a.organization(), text(a.enteredBy()),
            time(a.at()), time(a.since()), text(a.limit()), a.due() == null ? null : time(a.due()), a.overdue(), a.round(),
            Pictures.of(a.particulars())};
    }

    private static CaseAct readAct(ResultSet row, int number) throws SQLException {
        return new CaseAct(row.getObject("case_id", UUID.class), row.getInt("seq"),
                Act.ofWord(row.getString("act")).orElseThrow(), row.getString("from_state"), row.getString("to_state"),
                row.getString("process"), row.getInt("process_version"), row.getString("post"),
                Axis.valueOf(row.getString("axis")), row.getObject("person", UUID.class), row.getString("organization"),
                row.getString("entered_by"), row.getTimestamp("at").toInstant(), row.getTimestamp("since").toInstant(),
                row.getString("clock_limit"), instant(row.getTimestamp("due")), row.getBoolean("overdue"),
                row.getInt("round"), Pictures.particulars(row.getString("particulars")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }

    /// A null that says its type: a statement whose parameters change their types is parsed and planned anew each time.
    private static SqlParameterValue text(@Nullable String value) {
        return new SqlParameterValue(Types.VARCHAR, value);
    }

    private static Timestamp time(Instant moment) {
        return Timestamp.from(moment);
    }

    private static Object[] all(Object[]... parts) {
        return Arrays.stream(parts).flatMap(Arrays::stream).toArray();
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
