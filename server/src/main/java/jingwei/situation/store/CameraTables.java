package jingwei.situation.store;

import java.util.Comparator;
import java.util.List;
import jingwei.grid.GeoPoint;
import jingwei.grid.LandMap;
import jingwei.tenancy.Tenancy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 摄像机登记 (CMD-07): where they stand, and the link under which the city's video platform shows them.
@Component
@Transactional
public class CameraTables {

    private final JdbcTemplate database;

    CameraTables(JdbcTemplate database) {
        this.database = database;
    }

    /// 摄像机. @param link address at the city's own video platform; nothing is streamed by us
    public record Camera(String id, String name, double longitude, double latitude, String link) {
    }

    /// A camera and how far off it stands, in meters.
    public record Near(Camera camera, long meters) {
    }

    /// Puts the whole register in the place of the former one.
    public void replace(List<Camera> cameras) {
        database.update("DELETE FROM situation.cameras WHERE platform = ?", platform());
        database.batchUpdate("INSERT INTO situation.cameras (platform, id, name, longitude, latitude, link) VALUES (?, ?, ?, ?, ?, ?)",
                cameras.stream().map(one -> new Object[] {platform(), one.id(), one.name(), one.longitude(), one.latitude(),
                    one.link()}).toList());
    }

    @Transactional(readOnly = true)
    public List<Camera> all() {
        return database.query("SELECT id, name, longitude, latitude, link FROM situation.cameras WHERE platform = ? ORDER BY id",
                (row, n) -> new Camera(row.getString(1), row.getString(2), row.getDouble(3), row.getDouble(4), row.getString(5)),
                platform());
    }

    /// The nearest first. A city registers a few thousand, so they are measured one by one.
    @Transactional(readOnly = true)
    public List<Near> nearest(GeoPoint from, int count) {
        return all().stream().map(one -> new Near(one, Math.round(LandMap.distanceMeters(from,
                new GeoPoint(one.longitude(), one.latitude()))))).sorted(Comparator.comparingLong(Near::meters)).limit(count).toList();
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
