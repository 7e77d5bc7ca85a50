package jingwei.collection.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import jingwei.collection.TrackPoint;
import jingwei.grid.GeoPoint;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 轨迹表: positions by day. Whether a position belongs to a duty is decided by the statement that stores it, so that a
/// signing out on another server is obeyed at once.
@Repository
public class PositionTables {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    static final String STORE = """
            WITH given AS (
              SELECT * FROM unnest(?::int[], ?::text[], ?::uuid[], ?::timestamptz[], ?::float8[], ?::float8[], ?::real[],
                ?::real[], ?::real[], ?::text[], ?::bool[], ?::bool[], ?::date[], ?::timestamptz[])
                AS g(item, post, person, at, longitude, latitude, accuracy, speed, battery, source, coarse, late, day, device_at)),
            matched AS (
              SELECT g.*, a.id AS attendance FROM given g JOIN LATERAL (
                SELECT a.id FROM collection.attendance a
                WHERE a.platform = ? AND a.post = g.post AND (g.person IS NULL OR a.person = g.person)
                  AND a.signed_in_at <= g.at AND g.at <= coalesce(a.signed_out_at, a.valid_until)
                  AND NOT EXISTS (SELECT FROM collection.breaks b
                                  WHERE b.platform = a.platform AND b.attendance = a.id AND b.began_at <= g.at
                                    AND (b.ended_at IS NULL OR g.at < b.ended_at))
                ORDER BY a.signed_in_at DESC LIMIT 1) a ON true),
            kept AS (
              INSERT INTO collection.positions (platform, day, post, at, device_at, attendance, longitude, latitude, accuracy,
                speed, battery, source, coarse, late, received_at)
              SELECT ?, day, post, at, device_at, attendance, longitude, latitude, accuracy, speed, battery, source, coarse, late, ?
              FROM matched ON CONFLICT DO NOTHING),
            newest AS (
              INSERT INTO collection.present AS p (platform, post, at, longitude, latitude, accuracy, speed, battery)
              SELECT DISTINCT ON (post) ?, post, at, longitude, latitude, accuracy, speed, battery
              FROM matched WHERE NOT coarse ORDER BY post, at DESC
              ON CONFLICT (platform, post) DO UPDATE SET at = excluded.at, longitude = excluded.longitude,
                latitude = excluded.latitude, accuracy = excluded.accuracy, speed = excluded.speed,
                battery = excluded.battery WHERE excluded.at > p.at)
            SELECT item, count(*) FROM matched GROUP BY item
            """;

    private final JdbcTemplate database;
    private final Set<LocalDate> opened = ConcurrentHashMap.newKeySet();

    PositionTables(JdbcTemplate database) {
        this.database = database;
    }

    /// One position to store.
    ///
    /// @param item   which of the waiting batches it belongs to
    /// @param person   null where only the post is known
    /// @param deviceAt the device's own moment, the same whenever it is sent again
    public record Row(int item, String post, @Nullable UUID person, Instant at, Instant deviceAt, GeoPoint point, @Nullable Double accuracy,
            @Nullable Double speed, @Nullable Double battery, String source, boolean coarse, boolean late) {

        LocalDate day() {
            return LocalDate.ofInstant(at, BEIJING);
        }
    }

    /// Opens the partitions of these days; a transaction of its own, before the one that writes.
    @Transactional
    public void open(Collection<Row> rows) {
        rows.stream().map(Row::day).distinct().filter(day -> !opened.contains(day)).forEach(day -> {
            database.query("SELECT collection.open_day(?)", row -> { }, Date.valueOf(day));
            opened.add(day);
        });
    }

    /// Stores what lies within a duty; answers how many of each batch do.
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Integer, Integer> store(List<Row> rows, Instant receivedAt) {
        String platform = Tenancy.current().value();
        return database.execute((ConnectionCallback<Map<Integer, Integer>>) connection -> {
            try (PreparedStatement store = connection.prepareStatement(STORE)) {
                int at = arrays(connection, store, rows);
                store.setString(at++, platform);
                store.setString(at++, platform);
                store.setTimestamp(at++, Timestamp.from(receivedAt));
                store.setString(at, platform);
                Map<Integer, Integer> counts = new java.util.HashMap<>();
                try (ResultSet row = store.executeQuery()) {
                    while (row.next()) {
                        counts.put(row.getInt(1), row.getInt(2));
                    }
                }
                return counts;
            }
        });
    }

    /// 轨迹 of a post, in time.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<TrackPoint> track(String post, Instant from, Instant to) {
        return database.query("""
                SELECT post, at, longitude, latitude, accuracy, speed, battery, coarse, late FROM collection.positions
                WHERE platform = ? AND post = ? AND day BETWEEN ? AND ? AND at >= ? AND at < ? ORDER BY at
                """, PositionTables::point, Tenancy.current().value(), post, day(from), day(to), Timestamp.from(from),
                Timestamp.from(to));
    }

    /// The place of a track that lies nearest to a point between two moments; a coarse fix counts for nothing.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<GeoPoint> nearest(String post, Instant from, Instant to, GeoPoint point) {
        double shrunk = Math.cos(Math.toRadians(point.latitude()));
        return database.query("""
                SELECT longitude, latitude FROM collection.positions
                WHERE platform = ? AND post = ? AND day BETWEEN ? AND ? AND at >= ? AND at < ? AND NOT coarse
                ORDER BY power((longitude - ?) * ?, 2) + power(latitude - ?, 2) LIMIT 1
                """, (row, n) -> new GeoPoint(row.getDouble(1), row.getDouble(2)), Tenancy.current().value(), post, day(from), day(to),
                Timestamp.from(from), Timestamp.from(to), point.longitude(), shrunk, point.latitude()).stream().findFirst();
    }

    /// All usable positions in a box on a day, by post and time.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<TrackPoint> within(double west, double south, double east, double north, Instant from, Instant to) {
        return database.query("""
                SELECT post, at, longitude, latitude, accuracy, speed, battery, coarse, late FROM collection.positions
                WHERE platform = ? AND day BETWEEN ? AND ? AND at >= ? AND at < ? AND NOT coarse
                  AND longitude BETWEEN ? AND ? AND latitude BETWEEN ? AND ? ORDER BY post, at
                """, PositionTables::point, Tenancy.current().value(), day(from), day(to), Timestamp.from(from),
                Timestamp.from(to), west, east, south, north);
    }

    /// 现位置 by post.
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, TrackPoint> present() {
        return database.query("""
                SELECT post, at, longitude, latitude, accuracy, speed, battery, false AS coarse, false AS late
                FROM collection.present WHERE platform = ?
                """, PositionTables::point, Tenancy.current().value()).stream()
                .collect(Collectors.toMap(TrackPoint::post, point -> point));
    }

    /// Removes what is older than a day; answers how many.
    @Transactional(propagation = Propagation.MANDATORY)
    public int removeBefore(LocalDate day) {
        int removed = database.update("DELETE FROM collection.positions WHERE platform = ? AND day < ?",
                Tenancy.current().value(), Date.valueOf(day));
        database.query("SELECT collection.drop_old_days()", row -> { });
        return removed;
    }

    private static int arrays(Connection connection, PreparedStatement store, List<Row> rows) throws SQLException {
        List<Object[]> columns = new ArrayList<>();
        columns.add(rows.stream().map(Row::item).toArray());
        columns.add(rows.stream().map(Row::post).toArray());
        columns.add(rows.stream().map(row -> row.person() == null ? null : row.person().toString()).toArray());
        columns.add(rows.stream().map(row -> row.at().toString()).toArray());
        columns.add(rows.stream().map(row -> row.point().longitude()).toArray());
        columns.add(rows.stream().map(row -> row.point().latitude()).toArray());
        columns.add(rows.stream().map(Row::accuracy).toArray());
        columns.add(rows.stream().map(Row::speed).toArray());
        columns.add(rows.stream().map(Row::battery).toArray());
        columns.add(rows.stream().map(Row::source).toArray());
        columns.add(rows.stream().map(Row::coarse).toArray());
        columns.add(rows.stream().map(Row::late).toArray());
        columns.add(rows.stream().map(row -> row.day().toString()).toArray());
        columns.add(rows.stream().map(row -> row.deviceAt().toString()).toArray());
        String[] types = {"int4", "text", "uuid", "timestamptz", "float8", "float8", "float4", "float4", "float4", "text",
            "bool", "bool", "date", "timestamptz"};
        for (int i = 0; i < types.length; i++) {
            store.setArray(i + 1, connection.createArrayOf(types[i], columns.get(i)));
        }
        return types.length + 1;
    }

    private static Date day(Instant at) {
        return Date.valueOf(LocalDate.ofInstant(at, BEIJING));
    }

    private static TrackPoint point(ResultSet row, int n) throws SQLException {
        return new TrackPoint(row.getString("post"), row.getTimestamp("at").toInstant(), row.getDouble("longitude"),
                row.getDouble("latitude"), number(row, "accuracy"), number(row, "speed"), number(row, "battery"),
                row.getBoolean("coarse"), row.getBoolean("late"));
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        float value = row.getFloat(column);
        return row.wasNull() ? null : Math.round(value * 10) / 10.0;
    }
}
