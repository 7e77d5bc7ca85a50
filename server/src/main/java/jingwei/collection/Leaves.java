package jingwei.collection;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jingwei.casework.Performer;
import jingwei.notice.Notices;
import jingwei.notice.Recipient;
import jingwei.organization.Organizations;
import jingwei.organization.PostKind;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 请假: a collector asks, the supervision center decides (ACQ-17, DEV-13). Nobody decides his own.
@Component
public class Leaves {

    private final JdbcClient database;
    private final Notices notices;
    private final Organizations organizations;
    private final PlatformClock clock;

    Leaves(JdbcClient database, Notices notices, Organizations organizations, PlatformClock clock) {
        this.database = database;
        this.notices = notices;
        this.organizations = organizations;
        this.clock = clock;
    }

    /// 请假申请.
    ///
    /// @param granted null while nobody has decided
    @Schema(name = "Leave")
    public record Leave(UUID id, String post, UUID person, Instant from, Instant to, String reason, Instant askedAt,
            @Nullable Boolean granted, @Nullable Instant decidedAt, @Nullable String words) {
    }

    /// The same id again answers the first request.
    @Transactional
    public Leave ask(UUID id, Performer who, Instant from, Instant to, String reason) {
        if (!to.isAfter(from)) {
            throw CollectionRefusals.malformed("to", "应晚于开始时刻", "lies after the beginning");
        }
        if (reason.isBlank() || reason.length() > 500) {
            throw CollectionRefusals.malformed("reason", "应为 1 到 500 字", "has 1 to 500 characters");
        }
        int made = database.sql("""
                INSERT INTO collection.leaves (platform, id, post, person, from_at, to_at, reason, asked_at)
                VALUES (:platform, :id, :post, :person, :from, :to, :reason, :now) ON CONFLICT DO NOTHING
                """).param("platform", platform()).param("id", id).param("post", who.post().id())
                .param("person", who.person()).param("from", Timestamp.from(from)).param("to", Timestamp.from(to))
                .param("reason", reason.strip()).param("now", Timestamp.from(clock.now())).update();
        Leave leave = require(id);
        if (!leave.person().equals(who.person())) {
            throw CollectionRefusals.taken();
        }
        if (made == 1) {
            organizations.current().postsOf(PostKind.SHIFT_LEADER).forEach(post -> notices.send(
                    new Recipient.ToPost(post.id()), Text.of("请假申请：" + who.post().name(), "leave asked: " + who.post().id()),
                    "/office/collectors"));
        }
        return leave;
    }

    /// 批假. @throws jingwei.standards.RefusedException `no-such-leave`, `leave-decided`, `own-leave`
    @Transactional
    public Leave decide(UUID id, Performer by, boolean granted, @Nullable String words) {
        Leave leave = require(id);
        if (leave.person().equals(by.person())) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "own-leave", Text.of("不能批自己的假", "nobody grants his own leave"),
                    Text.of("请交由他人批复", "leave it to somebody else")).under("DEV-13").asException();
        }
        int changed = database.sql("""
                UPDATE collection.leaves SET granted = :granted, decided_by = :by, decided_at = :now, words = :words
                WHERE platform = :platform AND id = :id AND granted IS NULL
                """).param("platform", platform()).param("id", id).param("granted", granted).param("by", by.person())
                .param("now", Timestamp.from(clock.now())).param("words", words).update();
        if (changed == 0) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "leave-decided", Text.of("此假已经批复", "the leave was decided already"),
                    Text.of("请刷新列表", "load the list again")).under("DEV-13").asException();
        }
        notices.send(new Recipient.ToPost(leave.post()), granted ? Text.of("请假已批准", "your leave was granted")
                : Text.of("请假未批准", "your leave was not granted"), "/collector/attendance");
        return require(id);
    }

    @Transactional(readOnly = true)
    public List<Leave> list(@Nullable String post) {
        return database.sql("""
                SELECT * FROM collection.leaves WHERE platform = :platform AND (:post::text IS NULL OR post = :post)
                ORDER BY granted IS NULL DESC, asked_at DESC LIMIT 200
                """).param("platform", platform()).param("post", post).query(Leaves::read).list();
    }

    private Leave require(UUID id) {
        return database.sql("SELECT * FROM collection.leaves WHERE platform = :platform AND id = :id")
                .param("platform", platform()).param("id", id).query(Leaves::read).optional()
                .orElseThrow(() -> CollectionRefusals.noSuch("no-such-leave", "项请假申请", "leave request"));
    }

    private static Leave read(ResultSet row, int n) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new Leave(row.getObject("id", UUID.class), row.getString("post"), row.getObject("person", UUID.class),
                row.getTimestamp("from_at").toInstant(), row.getTimestamp("to_at").toInstant(), row.getString("reason"),
                row.getTimestamp("asked_at").toInstant(), row.getObject("granted", Boolean.class),
                decided == null ? null : decided.toInstant(), row.getString("words"));
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
