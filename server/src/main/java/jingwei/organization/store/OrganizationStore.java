package jingwei.organization.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingwei.organization.Axis;
import jingwei.organization.CollectorDuty;
import jingwei.organization.Holding;
import jingwei.organization.Organization;
import jingwei.organization.OrganizationKind;
import jingwei.organization.Post;
import jingwei.organization.PostKind;
import jingwei.organization.Shift;
import jingwei.organization.Unit;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 机构岗位的读写. Every write bumps the revision in its own transaction, so other servers see it.
@Repository
public class OrganizationStore {

    private static final Set<String> AXES = Stream.of(Axis.values()).map(Enum::name).collect(Collectors.toSet());

    private final JdbcClient database;

    OrganizationStore(JdbcClient database) {
        this.database = database;
    }

    @Transactional(readOnly = true)
    public long revision() {
        return sql("SELECT number FROM organization.revisions WHERE platform = :platform").query(Long.class).optional()
                .orElse(0L);
    }

    @Transactional(readOnly = true)
    public Organization load() {
        return Organization.of(
                sql("SELECT * FROM organization.organizations WHERE platform = :platform ORDER BY id")
                        .query(OrganizationStore::unit).list(),
                sql("SELECT * FROM organization.posts WHERE platform = :platform ORDER BY id")
                        .query(OrganizationStore::post).list(),
                sql("SELECT * FROM organization.holdings WHERE platform = :platform ORDER BY started_at, post")
                        .query(OrganizationStore::holding).list(),
                sql("""
                        SELECT d.*, s.name AS shift_name, s.starts, s.ends FROM organization.collector_duties d
                        JOIN organization.shifts s ON s.platform = d.platform AND s.id = d.shift
                        WHERE d.platform = :platform ORDER BY d.id
                        """).query(OrganizationStore::duty).list());
    }

    @Transactional(readOnly = true)
    public List<Shift> shifts() {
        return sql("SELECT id, name AS shift_name, starts, ends, id AS shift FROM organization.shifts "
                + "WHERE platform = :platform ORDER BY id").query((row, number) -> shift(row)).list();
    }

    /// Makes this transaction the only writer of the platform's organization and moves the revision on.
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin() {
        sql("""
                INSERT INTO organization.revisions (platform, number) VALUES (:platform, 1)
                ON CONFLICT (platform) DO UPDATE SET number = organization.revisions.number + 1
                """).update();
    }

    public void insert(Unit unit) {
        sql("""
                INSERT INTO organization.organizations (platform, id, name, kind, axis, parent, joined, valid_from)
                VALUES (:platform, :id, :name, :kind, :axis, :parent, :joined, :from)
                """).param("id", unit.id()).param("name", unit.name()).param("kind", unit.kind().name())
                .param("axis", unit.side()).param("parent", unit.parent()).param("joined", unit.joined())
                .param("from", Date.valueOf(unit.validFrom())).update();
    }

    public void change(String id, String name, @Nullable String parent, boolean joined) {
        sql("""
                UPDATE organization.organizations SET name = :name, parent = :parent, joined = :joined
                WHERE platform = :platform AND id = :id
                """).param("id", id).param("name", name).param("parent", parent).param("joined", joined).update();
    }

    public void endUnit(String id, LocalDate on) {
        sql("UPDATE organization.organizations SET valid_to = :on WHERE platform = :platform AND id = :id")
                .param("id", id).param("on", Date.valueOf(on)).update();
    }

    public void insert(Post post) {
        sql("""
                INSERT INTO organization.posts (platform, id, kind, axis, organization, name)
                VALUES (:platform, :id, :kind, :axis, :organization, :name)
                """).param("id", post.id()).param("kind", post.kind().word()).param("axis", post.kind().side())
                .param("organization", post.organizationId()).param("name", post.name()).update();
    }

    public void renamePost(String id, String name) {
        sql("UPDATE organization.posts SET name = :name WHERE platform = :platform AND id = :id")
                .param("id", id).param("name", name).update();
    }

    public void endPost(String id, Instant at) {
        sql("UPDATE organization.posts SET ended_at = :at WHERE platform = :platform AND id = :id")
                .param("id", id).param("at", Timestamp.from(at)).update();
    }

    /// Binds the person to the axis of the post and writes the holding. The database refuses a second axis.
    public void hold(Post post, UUID person, Instant from) {
        sql("""
                INSERT INTO organization.person_axes (platform, person, axis) VALUES (:platform, :person, :axis)
                ON CONFLICT (platform, person) DO UPDATE SET axis = excluded.axis
                WHERE organization.person_axes.axis <> excluded.axis
                """).param("person", person).param("axis", post.kind().side()).update();
        sql("""
                INSERT INTO organization.holdings (platform, post, person, axis, started_at)
                VALUES (:platform, :post, :person, :axis, :from)
                """).param("post", post.id()).param("person", person).param("axis", post.kind().side())
                .param("from", Timestamp.from(from)).update();
    }

    public int release(String post, UUID person, Instant at) {
        return sql("""
                UPDATE organization.holdings SET ended_at = greatest(:at, started_at)
                WHERE platform = :platform AND post = :post AND person = :person AND ended_at IS NULL
                """).param("post", post).param("person", person).param("at", Timestamp.from(at)).update();
    }

    public void put(Shift shift) {
        sql("""
                INSERT INTO organization.shifts (platform, id, name, starts, ends)
                VALUES (:platform, :id, :name, :starts, :ends)
                ON CONFLICT (platform, id) DO UPDATE SET name = :name, starts = :starts, ends = :ends
                """).param("id", shift.id()).param("name", shift.name())
                .param("starts", Time.valueOf(shift.starts())).param("ends", Time.valueOf(shift.ends())).update();
    }

    public void insert(CollectorDuty duty) {
        sql("""
                INSERT INTO organization.collector_duties
                  (platform, id, post, duty_grid, shift, weekdays, valid_from, valid_to)
                VALUES (:platform, :id, :post, :grid, :shift, :weekdays, :from, :to)
                """).param("id", duty.id()).param("post", duty.post()).param("grid", duty.dutyGrid())
                .param("shift", duty.shift().id()).param("weekdays", duty.weekdays().stream()
                        .map(day -> String.valueOf(day.getValue())).collect(Collectors.joining()))
                .param("from", Date.valueOf(duty.validFrom()))
                .param("to", duty.validTo() == null ? null : Date.valueOf(duty.validTo())).update();
    }

    public int endDuty(UUID id, LocalDate on) {
        return sql("""
                UPDATE organization.collector_duties SET valid_to = greatest(:on, valid_from)
                WHERE platform = :platform AND id = :id
                """).param("id", id).param("on", Date.valueOf(on)).update();
    }

    private StatementSpec sql(String text) {
        return database.sql(text).param("platform", Tenancy.current().value());
    }

    private static @Nullable Axis axis(String word) {
        return AXES.contains(word) ? Axis.valueOf(word) : null;
    }

    private static Unit unit(ResultSet row, int number) throws SQLException {
        return new Unit(row.getString("id"), row.getString("name"), OrganizationKind.valueOf(row.getString("kind")),
                axis(row.getString("axis")), row.getString("parent"), row.getBoolean("joined"),
                row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class));
    }

    private static Post post(ResultSet row, int number) throws SQLException {
        return new Post(row.getString("id"), PostKind.ofWord(row.getString("kind")).orElseThrow(),
                axis(row.getString("axis")), row.getString("organization"), row.getString("name"), List.of(),
                row.getTimestamp("ended_at") == null);
    }

    private static Holding holding(ResultSet row, int number) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new Holding(row.getString("post"), row.getObject("person", UUID.class),
                row.getTimestamp("started_at").toInstant(), ended == null ? null : ended.toInstant());
    }

    private static CollectorDuty duty(ResultSet row, int number) throws SQLException {
        Set<DayOfWeek> weekdays = row.getString("weekdays").chars().mapToObj(digit -> DayOfWeek.of(digit - '0'))
                .collect(Collectors.toSet());
        return new CollectorDuty(row.getObject("id", UUID.class), row.getString("post"), row.getString("duty_grid"),
                shift(row), weekdays, row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }

    private static Shift shift(ResultSet row) throws SQLException {
        return new Shift(row.getString("shift"), row.getString("shift_name"),
                row.getTime("starts").toLocalTime(), row.getTime("ends").toLocalTime());
    }
}
