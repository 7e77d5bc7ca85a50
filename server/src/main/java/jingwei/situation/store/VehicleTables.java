package jingwei.situation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jingwei.situation.MovingSource;
import jingwei.situation.MovingThing;
import jingwei.situation.TrackPoint;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 作业车辆 (GPS-01): the register of vehicles, their last positions and their tracks, as the terminals' gateway reports them.
@Component
@Transactional
public class VehicleTables implements MovingSource {

    /// Standing this long is a stop, silent this long is no signal.
    private static final Duration STOP = Duration.ofMinutes(5);
    private static final Duration SILENCE = Duration.ofMinutes(10);
    private static final double STANDS_BELOW = 2;

    private final JdbcTemplate database;
    private final PlatformClock clock;

    VehicleTables(JdbcTemplate database, PlatformClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// 车辆. @param duty what it is for: 清扫, 清运, 渣土, 巡查
    public record Vehicle(String id, String name, String duty, @Nullable String unit) {
    }

    /// 定位. @param speed km/h, @param heading degrees
    public record Sighted(Instant at, double longitude, double latitude, @Nullable Double speed, @Nullable Double heading) {
    }

    @Transactional(readOnly = true)
    public List<Vehicle> all() {
        return database.query("SELECT id, name, duty, unit FROM situation.vehicles WHERE platform = ? ORDER BY id",
                (row, n) -> new Vehicle(row.getString(1), row.getString(2), row.getString(3), row.getString(4)), platform());
    }

    public void put(Vehicle vehicle) {
        database.update("""
                INSERT INTO situation.vehicles (platform, id, name, duty, unit) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (platform, id) DO UPDATE SET name = excluded.name, duty = excluded.duty, unit = excluded.unit
                """, platform(), vehicle.id(), vehicle.name(), vehicle.duty(), vehicle.unit());
    }

    /// Keeps fixes of a known vehicle, the same moment once, in any order; answers false where there is no such vehicle.
    public boolean keep(String vehicle, List<Sighted> fixes) {
        if (database.queryForList("SELECT 1 FROM situation.vehicles WHERE platform = ? AND id = ? FOR UPDATE", platform(), vehicle)
                .isEmpty()) {
            return false;
        }
        database.batchUpdate("""
                INSERT INTO situation.fixes (platform, vehicle, at, longitude, latitude, speed, heading)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """, fixes.stream().map(fix -> new Object[] {platform(), vehicle, Timestamp.from(fix.at()), fix.longitude(),
                    fix.latitude(), fix.speed(), fix.heading()}).toList());
        // A late batch from a terminal that was out of reach must not set the position back.
        fixes.stream().max(java.util.Comparator.comparing(Sighted::at)).ifPresent(last -> {
            boolean stands = last.speed() != null && last.speed() < STANDS_BELOW;
            database.update("""
                    UPDATE situation.vehicles SET longitude = ?, latitude = ?, speed = ?, heading = ?, fixed_at = ?,
                      still_at = CASE WHEN ? THEN coalesce(still_at, ?) END
                    WHERE platform = ? AND id = ? AND (fixed_at IS NULL OR fixed_at < ?)
                    """, last.longitude(), last.latitude(), last.speed(), last.heading(), Timestamp.from(last.at()), stands,
                    Timestamp.from(last.at()), platform(), vehicle, Timestamp.from(last.at()));
        });
        return true;
    }

    @Override
    @Transactional(readOnly = true)
    public List<MovingThing> present() {
        Instant now = clock.now();
        return database.query("""
                SELECT id, name, unit, longitude, latitude, speed, heading, fixed_at, still_at FROM situation.vehicles
                WHERE platform = ? AND fixed_at IS NOT NULL ORDER BY id
                """, (row, n) -> thing(row, now), platform());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<List<TrackPoint>> track(String id, Instant from, Instant to, int most) {
        if (database.queryForList("SELECT 1 FROM situation.vehicles WHERE platform = ? AND id = ?", platform(), id).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(database.query("""
                SELECT at, longitude, latitude, speed FROM situation.fixes
                WHERE platform = ? AND vehicle = ? AND at >= ? AND at < ? ORDER BY at LIMIT ?
                """, (row, n) -> new TrackPoint(row.getTimestamp(1).toInstant(), row.getDouble(2), row.getDouble(3),
                        (Double) row.getObject(4)), platform(), id, Timestamp.from(from), Timestamp.from(to), most));
    }

    private static MovingThing thing(ResultSet row, Instant now) throws SQLException {
        Instant at = row.getTimestamp("fixed_at").toInstant();
        Timestamp still = row.getTimestamp("still_at");
        MovingThing.State state = at.isBefore(now.minus(SILENCE)) ? MovingThing.State.SILENT
                : still != null && !still.toInstant().isAfter(now.minus(STOP)) ? MovingThing.State.STILL : MovingThing.State.MOVING;
        return new MovingThing(row.getString("id"), MovingThing.Kind.VEHICLE, row.getString("name"), null, null,
                row.getString("unit"), row.getDouble("longitude"), row.getDouble("latitude"), at, state,
                (Double) row.getObject("speed"), (Double) row.getObject("heading"));
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
