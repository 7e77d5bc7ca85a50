package jingwei.collection;

import com.github.f4b6a3.uuid.UuidCreator;
import io.swagger.v3.oas.annotations.media.Schema;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingwei.casework.Case;
import jingwei.casework.CaseFilter;
import jingwei.casework.CaseLine;
import jingwei.casework.CaseRoom;
import jingwei.casework.Performer;
import jingwei.casework.ReportSource;
import jingwei.media.Media;
import jingwei.media.MediaKind;
import jingwei.notice.Notices;
import jingwei.notice.Recipient;
import jingwei.process.Act;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 抽查 (COLM-02): findings drawn by chance, looked at again by another collector; across areas where the center wants it.
///
/// Nobody looks at his own finding: not the one who reported, verified or checked the case, and the database holds the first
/// of it a second time.
@Component
public class SpotChecks {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final Duration DRAWN_FROM = Duration.ofDays(7);

    private final JdbcClient database;
    private final CaseRoom room;
    private final AttendanceBook attendance;
    private final Notices notices;
    private final Media media;
    private final PlatformClock clock;

    SpotChecks(JdbcClient database, CaseRoom room, AttendanceBook attendance, Notices notices, Media media,
            PlatformClock clock) {
        this.database = database;
        this.room = room;
        this.attendance = attendance;
        this.notices = notices;
        this.media = media;
        this.clock = clock;
    }

    /// 抽查.
    ///
    /// @param checkedPost whose finding is looked at
    /// @param post        who looks
    /// @param agrees      null while it is not answered
    @Schema(name = "SpotCheck")
    public record SpotCheck(UUID id, Kind kind, String number, UUID checkedPerson, String checkedPost, String post,
            Instant orderedAt, @Nullable Instant answeredAt, @Nullable Boolean agrees, @Nullable String words,
            @Nullable String photo) {

        /// 种类: any other collector, or one of another duty grid.
        public enum Kind {
            RANDOM, CROSS
        }
    }

    /// Draws findings of the last week and sends each to another collector on duty.
    ///
    /// @throws jingwei.standards.RefusedException `nothing-to-draw`
    @Transactional
    public List<SpotCheck> draw(Performer by, SpotCheck.Kind kind, int count) {
        if (count < 1 || count > 50) {
            throw CollectionRefusals.malformed("count", "应在 1 到 50 之间", "lies between 1 and 50");
        }
        Instant now = clock.now();
        List<CaseLine> lines = new ArrayList<>(room.list(new CaseFilter(null, null, null, null, ReportSource.COLLECTOR, null,
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, now.minus(DRAWN_FROM),
                null, null, null, null, null, null, null, null), by, 2000));
        Collections.shuffle(lines, CHANCE);
        Set<String> drawn = Set.copyOf(database.sql("SELECT number FROM collection.spot_checks WHERE platform = :platform")
                .param("platform", platform()).query(String.class).list());
        List<Attendance> onDuty = new ArrayList<>(attendance.onDuty());
        List<SpotCheck> made = new ArrayList<>();
        for (CaseLine line : lines) {
            if (made.size() == count) {
                break;
            }
            if (drawn.contains(line.number().toString())) {
                continue;
            }
            Collections.shuffle(onDuty, CHANCE);
            room.find(line.number(), by).flatMap(found -> other(found, kind, onDuty).map(other -> order(by, kind, found, other, now)))
                    .ifPresent(made::add);
        }
        if (made.isEmpty()) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "nothing-to-draw",
                    Text.of("近七天没有可抽查的上报，或没有合适的采集员在岗", "no finding of the last week, or no fitting collector on duty"),
                    Text.of("请在采集员在岗时抽查", "draw while collectors are on duty")).under("COLM-02").asException();
        }
        return made;
    }

    /// 复核结果. The first answer stands.
    ///
    /// @throws jingwei.standards.RefusedException `no-such-spot-check`, `own-finding`, `no-such-media`
    @Transactional
    public SpotCheck answer(UUID id, Performer who, boolean agrees, @Nullable String words, Fix fix, @Nullable String photo) {
        SpotCheck check = find(id).filter(found -> found.post().equals(who.post().id()))
                .orElseThrow(() -> CollectionRefusals.noSuch("no-such-spot-check", "项派给您的抽查", "spot check for you"));
        if (check.checkedPerson().equals(who.person())) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "own-finding", Text.of("不能复核自己的发现", "nobody looks at his own finding"),
                    Text.of("请由另一名采集员复核", "leave it to another collector")).under("COLM-02").asException();
        }
        if (photo != null) {
            media.require(photo, MediaKind.IMAGE);
        }
        database.sql("""
                UPDATE collection.spot_checks SET person = :person, answered_at = :now, agrees = :agrees, words = :words,
                  photo = :photo, longitude = :longitude, latitude = :latitude
                WHERE platform = :platform AND id = :id AND answered_at IS NULL
                """).param("platform", platform()).param("id", id).param("person", who.person())
                .param("now", Timestamp.from(clock.now())).param("agrees", agrees).param("words", words)
                .param("photo", photo).param("longitude", fix.point().longitude())
                .param("latitude", fix.point().latitude()).update();
        return find(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public List<SpotCheck> list(@Nullable String post) {
        return database.sql("""
                SELECT * FROM collection.spot_checks WHERE platform = :platform AND (:post::text IS NULL OR post = :post)
                ORDER BY ordered_at DESC LIMIT 300
                """).param("platform", platform()).param("post", post).query(SpotChecks::read).list();
    }

    /// A collector on duty who had no hand in the case, of another duty grid where it is to be across areas.
    private static Optional<Attendance> other(Case found, SpotCheck.Kind kind, List<Attendance> onDuty) {
        Set<UUID> hands = Set.copyOf(found.hands().values());
        String grid = found.spot().dutyGrid();
        return onDuty.stream().filter(each -> !hands.contains(each.person()) && !each.post().equals(found.reported().post()))
                .filter(each -> kind == SpotCheck.Kind.RANDOM || grid == null || !each.dutyGrids().contains(grid)).findFirst();
    }

    private SpotCheck order(Performer by, SpotCheck.Kind kind, Case found, Attendance other, Instant now) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        database.sql("""
                INSERT INTO collection.spot_checks (platform, id, kind, number, checked_person, checked_post, post,
                  ordered_by, ordered_at)
                VALUES (:platform, :id, :kind, :number, :checked, :checkedPost, :post, :by, :now)
                """).param("platform", platform()).param("id", id).param("kind", kind.name())
                .param("number", found.number().toString()).param("checked", found.hand(Act.REPORT).orElseThrow())
                .param("checkedPost", found.reported().post()).param("post", other.post()).param("by", by.post().id())
                .param("now", Timestamp.from(now)).update();
        notices.send(new Recipient.ToPost(other.post()), Text.of("抽查：请到 " + found.spot().address() + " 复核",
                "spot check: look again at " + found.number()), "/collector/checks/" + id);
        return find(id).orElseThrow();
    }

    private Optional<SpotCheck> find(UUID id) {
        return database.sql("SELECT * FROM collection.spot_checks WHERE platform = :platform AND id = :id")
                .param("platform", platform()).param("id", id).query(SpotChecks::read).optional();
    }

    private static SpotCheck read(ResultSet row, int n) throws SQLException {
        Timestamp answered = row.getTimestamp("answered_at");
        return new SpotCheck(row.getObject("id", UUID.class), SpotCheck.Kind.valueOf(row.getString("kind")),
                row.getString("number"), row.getObject("checked_person", UUID.class), row.getString("checked_post"),
                row.getString("post"), row.getTimestamp("ordered_at").toInstant(),
                answered == null ? null : answered.toInstant(), row.getObject("agrees", Boolean.class),
                row.getString("words"), row.getString("photo"));
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
