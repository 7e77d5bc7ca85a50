package jingwei.collection;

import com.github.f4b6a3.uuid.UuidCreator;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jingwei.casework.Performer;
import jingwei.grid.GeoPoint;
import jingwei.media.Media;
import jingwei.media.MediaKind;
import jingwei.notice.Notices;
import jingwei.notice.Recipient;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 点名: the center asks where its collectors are; each answers in a set time with position and photo (ACQ-23, DEV-14).
@Component
public class RollCalls {

    private static final String SELECT = """
            SELECT r.*, a.post, a.person, a.answered_at, a.longitude, a.latitude, a.accuracy, a.photo, a.in_grid
            FROM collection.roll_calls r
            JOIN collection.roll_call_answers a ON a.platform = r.platform AND a.roll_call = r.id
            WHERE r.platform = :platform
            """;

    private final JdbcClient database;
    private final AttendanceBook attendance;
    private final Speakers speakers;
    private final Notices notices;
    private final Media media;
    private final PlatformClock clock;

    RollCalls(JdbcClient database, AttendanceBook attendance, Speakers speakers, Notices notices, Media media,
            PlatformClock clock) {
        this.database = database;
        this.attendance = attendance;
        this.speakers = speakers;
        this.notices = notices;
        this.media = media;
        this.clock = clock;
    }

    /// One collector's line of a roll call.
    ///
    /// @param answeredAt null while it is not answered
    /// @param inTime     answered before the end; null while that is open
    @Schema(name = "RollCallLine")
    public record Line(UUID rollCall, String words, Instant askedAt, Instant answerUntil, String post,
            @Nullable Instant answeredAt, @Nullable Double longitude, @Nullable Double latitude, @Nullable Double accuracy,
            @Nullable String photo, @Nullable Boolean inGrid, @Nullable Boolean inTime) {
    }

    /// 发起点名. @param posts the collectors asked; empty asks everybody on duty
    @Transactional
    public UUID ask(Performer by, List<String> posts, int minutes, String words) {
        if (minutes < 1 || minutes > 120) {
            throw CollectionRefusals.malformed("minutes", "应在 1 到 120 之间", "lies between 1 and 120");
        }
        List<String> asked = posts.isEmpty() ? attendance.onDuty().stream().map(Attendance::post).distinct().toList()
                : posts.stream().map(each -> speakers.post(each).id()).distinct().toList();
        if (asked.isEmpty()) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "nobody-on-duty", Text.of("现在没有采集员在岗", "nobody is on duty now"),
                    Text.of("请在当班时点名，或指定采集员", "call the roll during a shift, or name the collectors")).under("ACQ-23")
                    .asException();
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Instant now = clock.now();
        database.sql("""
                INSERT INTO collection.roll_calls (platform, id, asked_by, asked_at, answer_until, words)
                VALUES (:platform, :id, :by, :now, :until, :words)
                """).param("platform", platform()).param("id", id).param("by", by.post().id())
                .param("now", Timestamp.from(now)).param("until", Timestamp.from(now.plus(Duration.ofMinutes(minutes))))
                .param("words", words).update();
        for (String post : asked) {
            database.sql("INSERT INTO collection.roll_call_answers (platform, roll_call, post) VALUES (:platform, :id, :post)")
                    .param("platform", platform()).param("id", id).param("post", post).update();
            notices.send(new Recipient.ToPost(post), Text.of("点名：请在 " + minutes + " 分钟内应答。" + words,
                    "roll call: answer within " + minutes + " minutes. " + words), "/collector/roll-calls/" + id);
        }
        return id;
    }

    /// 应答. The first answer stands; a repeat answers it.
    ///
    /// @throws jingwei.standards.RefusedException `no-such-roll-call`, `no-such-media`, `wrong-media-kind`
    @Transactional
    public Line answer(UUID id, Performer who, Fix fix, @Nullable String photo) {
        GeoPoint point = fix.point();
        if (photo != null) {
            media.require(photo, MediaKind.IMAGE);
        }
        Instant now = clock.now();
        database.sql("""
                UPDATE collection.roll_call_answers SET person = :person, answered_at = :now, longitude = :longitude,
                  latitude = :latitude, accuracy = :accuracy, photo = :photo, in_grid = :inGrid
                WHERE platform = :platform AND roll_call = :id AND post = :post AND answered_at IS NULL
                """).param("platform", platform()).param("id", id).param("post", who.post().id())
                .param("person", who.person()).param("now", Timestamp.from(now))
                .param("longitude", point.longitude()).param("latitude", point.latitude())
                .param("accuracy", fix.accuracy()).param("photo", photo)
                .param("inGrid", attendance.inside(point, attendance.dutyGrids(who.post().id(), now))).update();
        return lines(id).stream().filter(line -> line.post().equals(who.post().id())).findFirst()
                .orElseThrow(() -> CollectionRefusals.noSuch("no-such-roll-call", "次点名，或没有点您的名", "roll call for you"));
    }

    @Transactional(readOnly = true)
    public List<Line> lines(UUID id) {
        return database.sql(SELECT + " AND r.id = :id ORDER BY a.post").param("platform", platform()).param("id", id)
                .query(this::read).list();
    }

    /// The newest, newest first; of one post, or of everybody.
    @Transactional(readOnly = true)
    public List<Line> newest(@Nullable String post) {
        return database.sql(SELECT + " AND (:post::text IS NULL OR a.post = :post) ORDER BY r.id DESC, a.post LIMIT 200")
                .param("platform", platform()).param("post", post).query(this::read).list();
    }

    private Line read(ResultSet row, int n) throws SQLException {
        Timestamp answered = row.getTimestamp("answered_at");
        Instant until = row.getTimestamp("answer_until").toInstant();
        Boolean inTime = answered != null ? (Boolean) !answered.toInstant().isAfter(until)
                : clock.now().isAfter(until) ? Boolean.FALSE : null;
        float accuracy = row.getFloat("accuracy");
        return new Line(row.getObject("id", UUID.class), row.getString("words"), row.getTimestamp("asked_at").toInstant(),
                until, row.getString("post"), answered == null ? null : answered.toInstant(),
                row.getObject("longitude", Double.class), row.getObject("latitude", Double.class),
                answered == null ? null : (Double) (double) accuracy, row.getString("photo"),
                row.getObject("in_grid", Boolean.class), inTime);
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
