package jingwei.collection.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingwei.collection.Attendance;
import jingwei.grid.GeoPoint;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 考勤表. Needs a transaction of the caller.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class AttendanceTables {

    private static final String SELECT = """
            SELECT a.*, EXISTS (SELECT FROM collection.breaks b
                                WHERE b.platform = a.platform AND b.attendance = a.id AND b.ended_at IS NULL) AS resting
            FROM collection.attendance a WHERE a.platform = :platform
            """;

    private final JdbcClient database;

    AttendanceTables(JdbcClient database) {
        this.database = database;
    }

    public Optional<Attendance> find(UUID id) {
        return database.sql(SELECT + " AND a.id = :id").param("platform", platform()).param("id", id)
                .query(AttendanceTables::read).optional();
    }

    public Optional<Attendance> open(String post) {
        return database.sql(SELECT + " AND a.post = :post AND a.signed_out_at IS NULL").param("platform", platform())
                .param("post", post).query(AttendanceTables::read).optional();
    }

    /// Every open attendance of the platform.
    public List<Attendance> open() {
        return database.sql(SELECT + " AND a.signed_out_at IS NULL").param("platform", platform())
                .query(AttendanceTables::read).list();
    }

    public List<Attendance> between(@Nullable String post, Instant from, Instant to) {
        return database.sql(SELECT + """
                 AND a.signed_in_at < :to AND coalesce(a.signed_out_at, a.valid_until) > :from
                 AND (:post::text IS NULL OR a.post = :post) ORDER BY a.signed_in_at DESC, a.id LIMIT 5000
                """).param("platform", platform()).param("from", Timestamp.from(from)).param("to", Timestamp.from(to))
                .param("post", post).query(AttendanceTables::read).list();
    }

    public void insert(Attendance it, @Nullable String device, @Nullable Double accuracy) {
        database.sql("""
                INSERT INTO collection.attendance (platform, id, post, person, device, shift, duty_grids, signed_in_at,
                  in_longitude, in_latitude, in_accuracy, in_grid, valid_until, clock_skew)
                VALUES (:platform, :id, :post, :person, :device, :shift, :grids::text[], :at, :longitude, :latitude,
                  :accuracy, :inGrid, :until, :skew)
                """).param("platform", platform()).param("id", it.id()).param("post", it.post())
                .param("person", it.person()).param("device", device).param("shift", it.shift())
                .param("grids", it.dutyGrids().toArray(String[]::new)).param("at", Timestamp.from(it.signedInAt()))
                .param("longitude", it.in() == null ? null : it.in().longitude())
                .param("latitude", it.in() == null ? null : it.in().latitude()).param("accuracy", accuracy)
                .param("inGrid", it.inGrid()).param("until", Timestamp.from(it.validUntil()))
                .param("skew", it.clockSkew()).update();
    }

    public void close(UUID id, Instant at, String by, @Nullable GeoPoint where) {
        endBreak(id, at);
        database.sql("""
                UPDATE collection.attendance SET signed_out_at = greatest(signed_in_at, :at), out_by = :by,
                  out_longitude = :longitude, out_latitude = :latitude
                WHERE platform = :platform AND id = :id AND signed_out_at IS NULL
                """).param("platform", platform()).param("id", id).param("at", Timestamp.from(at)).param("by", by)
                .param("longitude", where == null ? null : where.longitude())
                .param("latitude", where == null ? null : where.latitude()).update();
    }

    public void beginBreak(UUID id, Instant at) {
        database.sql("""
                INSERT INTO collection.breaks (platform, attendance, began_at) VALUES (:platform, :id, :at)
                ON CONFLICT DO NOTHING
                """).param("platform", platform()).param("id", id).param("at", Timestamp.from(at)).update();
    }

    public void endBreak(UUID id, Instant at) {
        database.sql("""
                UPDATE collection.breaks SET ended_at = greatest(began_at, :at)
                WHERE platform = :platform AND attendance = :id AND ended_at IS NULL
                """).param("platform", platform()).param("id", id).param("at", Timestamp.from(at)).update();
    }

    private static String platform() {
        return Tenancy.current().value();
    }

    private static Attendance read(ResultSet row, int n) throws SQLException {
        Array grids = row.getArray("duty_grids");
        Double longitude = row.getObject("in_longitude", Double.class);
        Double latitude = row.getObject("in_latitude", Double.class);
        Timestamp out = row.getTimestamp("signed_out_at");
        return new Attendance(row.getObject("id", UUID.class), row.getString("post"),
                row.getObject("person", UUID.class), row.getString("shift"),
                Arrays.asList((String[]) grids.getArray()), row.getTimestamp("signed_in_at").toInstant(),
                longitude == null || latitude == null ? null : new GeoPoint(longitude, latitude),
                row.getBoolean("in_grid"), row.getTimestamp("valid_until").toInstant(),
                out == null ? null : out.toInstant(), row.getString("out_by"), row.getBoolean("resting"),
                row.getInt("clock_skew"));
    }
}
