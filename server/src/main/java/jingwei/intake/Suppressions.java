package jingwei.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jingwei.casework.Performer;
import jingwei.grid.GeoPoint;
import jingwei.grid.LandMap;
import jingwei.organization.PostKind;
import jingwei.standards.ClassCode;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 屏蔽 (ACC-19): a place, some classes and a time in which reports need not become cases: road works, a fair.
///
/// The report itself is never refused: it is taken in, the desk sees the reason and declines it with that reason, so that it is
/// counted and its reporter answered.
@Component
public class Suppressions {

    private final JdbcClient database;
    private final PlatformClock clock;

    Suppressions(JdbcClient database, PlatformClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param meters radius around the point
    public record Suppression(UUID id, String reason, List<String> classes, GeoPoint point, int meters, Instant from,
            Instant until, @Nullable String post) {
    }

    /// @throws jingwei.standards.RefusedException `only-shift-leader`, `field-malformed`
    @Transactional
    public Suppression set(Suppression wanted, Performer speaker) {
        if (speaker.post().kind() != PostKind.SHIFT_LEADER && speaker.post().kind() != PostKind.CENTER_CHIEF) {
            throw IntakeRefusals.onlyShiftLeader();
        }
        if (wanted.reason().isBlank() || wanted.reason().length() > 200) {
            throw IntakeRefusals.malformed("reason", "应为 1 到 200 字", "has 1 to 200 characters");
        }
        if (wanted.classes().isEmpty() || wanted.classes().size() > 200) {
            throw IntakeRefusals.malformed("classes", "应有 1 到 200 个小类", "names 1 to 200 classes");
        }
        if (wanted.meters() < 10 || wanted.meters() > 20_000) {
            throw IntakeRefusals.malformed("meters", "应在 10 到 20000 之间", "lies between 10 and 20000");
        }
        if (!wanted.until().isAfter(wanted.from())) {
            throw IntakeRefusals.malformed("until", "应晚于起始", "comes after from");
        }
        List<String> classes = wanted.classes().stream().map(code -> ClassCode.of(code).toString()).distinct().toList();
        database.sql("""
                INSERT INTO intake.suppressions (platform, id, reason, classes, longitude, latitude, meters, begins_at, ends_at, post, person)
                VALUES (:platform, :id, :reason, :classes::text[], :longitude, :latitude, :meters, :from, :until, :post, :person)
                ON CONFLICT (platform, id) DO UPDATE SET reason = excluded.reason, classes = excluded.classes,
                  longitude = excluded.longitude, latitude = excluded.latitude, meters = excluded.meters,
                  begins_at = excluded.begins_at, ends_at = excluded.ends_at, post = excluded.post, person = excluded.person
                """).param("platform", Tenancy.current().value()).param("id", wanted.id()).param("reason", wanted.reason().strip())
                .param("classes", classes.toArray(String[]::new)).param("longitude", wanted.point().longitude())
                .param("latitude", wanted.point().latitude()).param("meters", wanted.meters())
                .param("from", Timestamp.from(wanted.from())).param("until", Timestamp.from(wanted.until()))
                .param("post", speaker.post().id()).param("person", speaker.person()).update();
        return all().stream().filter(each -> each.id().equals(wanted.id())).findFirst().orElseThrow();
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public List<Suppression> all() {
        return database.sql("SELECT * FROM intake.suppressions WHERE platform = :platform ORDER BY ends_at DESC, id LIMIT 500")
                .param("platform", Tenancy.current().value()).query((row, n) -> new Suppression(row.getObject("id", UUID.class),
                        row.getString("reason"), List.of((String[]) row.getArray("classes").getArray()),
                        new GeoPoint(row.getDouble("longitude"), row.getDouble("latitude")), row.getInt("meters"),
                        row.getTimestamp("begins_at").toInstant(), row.getTimestamp("ends_at").toInstant(), row.getString("post")))
                .list();
    }

    /// Those in force now for a class at a point.
    @Transactional(readOnly = true)
    public List<Suppression> inForce(String classCode, GeoPoint point) {
        Instant now = clock.now();
        return all().stream().filter(each -> !each.from().isAfter(now) && each.until().isAfter(now)
                && each.classes().contains(classCode)
                && LandMap.distanceMeters(each.point(), point) <= each.meters()).toList();
    }
}
