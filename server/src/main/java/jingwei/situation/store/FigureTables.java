package jingwei.situation.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 大屏数字的 SQL: reads the rows of open cases and the daily tallies.
@Component
@Transactional(readOnly = true)
public class FigureTables {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String ROW = """
            SELECT case_id, number, seq, state, stage, source, class, unit, collector, cell, street, community, longitude,
              latitude, held, open_orders, trial, round, begun_at, yellow_at, due_at, ended_at, last_act, last_post, last_at
            FROM situation.cases WHERE platform = ?\s""";

    private final JdbcTemplate database;

    FigureTables(JdbcTemplate database) {
        this.database = database;
    }

    /// 大屏案件 as it is drawn.
    ///
    /// @param seq    number of the push that brought it
    /// @param yellow when its light turns yellow
    /// @param due    when it turns red
    /// @param ended  null while open
    public record WallCase(UUID id, String number, long seq, String state, String stage, String source, String classCode,
            @Nullable String unit, @Nullable String collector, String cell, String street, String community, double longitude,
            double latitude, boolean held, int openOrders, boolean trial, int round, Instant begun, @Nullable Instant yellow,
            @Nullable Instant due, @Nullable Instant ended, String lastAct, String lastPost, Instant lastAt) {
    }

    /// 在办分组: how many are open in a group, and of them with which light.
    public record Open(String group, String key, String part, long open, long yellow, long red, long held) {
    }

    public record Count(String key, String what, long n) {
    }

    public record Day(LocalDate day, String what, long n) {
    }

    /// The number of the last push; 0 before the first.
    public long seq() {
        return database.queryForList("SELECT seq FROM situation.cursors WHERE platform = ?", Long.class, platform()).stream()
                .findFirst().orElse(0L);
    }

    /// Open cases after that one, in the order of their ids.
    public List<WallCase> open(@Nullable UUID after, int most) {
        return database.query(ROW + "AND ended_at IS NULL AND case_id > ? ORDER BY case_id LIMIT ?", FigureTables::wallCase,
                platform(), after == null ? BEFORE_ALL : after, most);
    }

    /// Everything brought by pushes above that number, in their order, a push never cut.
    public List<WallCase> since(long seq, int most) {
        return database.query(ROW + "AND seq > ? ORDER BY seq FETCH FIRST ? ROWS WITH TIES", FigureTables::wallCase,
                platform(), seq, most);
    }

    /// Whether more than so many rows were brought by pushes above that number.
    public boolean moreThan(long seq, int many) {
        Long n = database.queryForObject("SELECT count(*) FROM (SELECT 1 FROM situation.cases WHERE platform = ? AND seq > ? LIMIT ?) t",
                Long.class, platform(), seq, many + 1);
        return n != null && n > many;
    }

    public List<WallCase> newest(int most) {
        return database.query(ROW + "ORDER BY last_at DESC LIMIT ?", FigureTables::wallCase, platform(), most);
    }

    public List<WallCase> openInCell(String cell, int most) {
        return database.query(ROW + "AND cell = ? AND ended_at IS NULL ORDER BY begun_at DESC LIMIT ?", FigureTables::wallCase,
                platform(), cell, most);
    }

    public List<WallCase> tasksOf(String post, int most) {
        return database.query(ROW + "AND collector = ? AND ended_at IS NULL ORDER BY due_at LIMIT ?", FigureTables::wallCase,
                platform(), post, most);
    }

    /// Open cases grouped by stage and state, unit, street and cell in one reading.
    public List<Open> openBy(Instant now) {
        Timestamp at = Timestamp.from(now);
        return database.query("""
                SELECT CASE WHEN GROUPING(stage) = 0 THEN 'stage' WHEN GROUPING(unit) = 0 THEN 'unit' ELSE 'street' END,
                  coalesce(stage, unit, street, ''), coalesce(state, ''), count(*),
                  count(*) FILTER (WHERE NOT held AND yellow_at <= ? AND due_at >= ?),
                  count(*) FILTER (WHERE NOT held AND due_at < ?), count(*) FILTER (WHERE held)
                FROM situation.cases WHERE platform = ? AND ended_at IS NULL
                GROUP BY GROUPING SETS ((stage, state), (unit), (street))
                """, (row, n) -> new Open(row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5),
                        row.getLong(6), row.getLong(7)), at, at, at, platform());
    }

    /// Counts of a scope over days, both included.
    public List<Count> counts(String scope, LocalDate from, LocalDate to) {
        return database.query("""
                SELECT key, what, sum(n)::bigint FROM situation.tallies
                WHERE platform = ? AND scope = ? AND day BETWEEN ? AND ? GROUP BY key, what ORDER BY key, what
                """, (row, n) -> new Count(row.getString(1), row.getString(2), row.getLong(3)), platform(), scope,
                Date.valueOf(from), Date.valueOf(to));
    }

    /// The keys with the most of something over days, the most first.
    public List<Count> most(String scope, String what, LocalDate from, LocalDate to, int most) {
        return database.query("""
                SELECT key, sum(n)::bigint AS total FROM situation.tallies
                WHERE platform = ? AND scope = ? AND day BETWEEN ? AND ? AND what = ?
                GROUP BY key ORDER BY total DESC, key LIMIT ?
                """, (row, n) -> new Count(row.getString(1), what, row.getLong(2)), platform(), scope, Date.valueOf(from),
                Date.valueOf(to), what, most);
    }

    public List<Day> days(String scope, String key, LocalDate from, LocalDate to) {
        return database.query("""
                SELECT day, what, n FROM situation.tallies
                WHERE platform = ? AND scope = ? AND key = ? AND day BETWEEN ? AND ? ORDER BY day, what
                """, (row, n) -> new Day(row.getDate(1).toLocalDate(), row.getString(2), row.getLong(3)), platform(), scope, key,
                Date.valueOf(from), Date.valueOf(to));
    }

    public Map<String, Long> of(String scope, String key, LocalDate from, LocalDate to) {
        Map<String, Long> found = new LinkedHashMap<>();
        days(scope, key, from, to).forEach(day -> found.merge(day.what(), day.n(), Long::sum));
        return found;
    }

    private static WallCase wallCase(ResultSet row, int number) throws SQLException {
        return new WallCase(row.getObject(1, UUID.class), row.getString(2), row.getLong(3), row.getString(4), row.getString(5),
                row.getString(6), row.getString(7), row.getString(8), row.getString(9), row.getString(10), row.getString(11),
                row.getString(12), row.getDouble(13), row.getDouble(14), row.getBoolean(15), row.getInt(16), row.getBoolean(17),
                row.getInt(18), row.getTimestamp(19).toInstant(), at(row.getTimestamp(20)), at(row.getTimestamp(21)),
                at(row.getTimestamp(22)), row.getString(23), row.getString(24), row.getTimestamp(25).toInstant());
    }

    private static @Nullable Instant at(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
