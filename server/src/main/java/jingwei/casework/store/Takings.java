package jingwei.casework.store;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingwei.casework.CaseNumber;
import jingwei.casework.Performer;
import jingwei.notice.Notices;
import jingwei.organization.PostKind;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 占用: a case opened by one is shown as taken to the others of the same kind of post, who may not act on it meanwhile (ACC-15).
///
/// The page that holds a case renews its taking; a machine that dies lets go of it after {@link #LASTS}. The shift leader may
/// release a taking of anybody, the holder of a taking his own.
@Component
public class Takings {

    static final Duration LASTS = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final Clock clock;
    private final Notices notices;

    Takings(JdbcClient database, Clock clock, Notices notices) {
        this.database = database;
        this.clock = clock;
        this.notices = notices;
    }

    /// @param kind  kind of post among which it holds
    /// @param until lets go by itself then
    public record Taking(String number, String kind, String post, UUID person, Instant takenAt, Instant until) {
    }

    /// Takes the case or renews it; answers who has it, which is somebody else where he came first.
    @Transactional
    public Taking take(CaseNumber number, Performer speaker) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        database.sql("""
                INSERT INTO casework.takings (platform, number, kind, post, person, taken_at, until)
                VALUES (:platform, :number, :kind, :post, :person, :now, :until)
                ON CONFLICT (platform, number, kind) DO UPDATE
                SET post = excluded.post, person = excluded.person, until = excluded.until,
                    taken_at = CASE WHEN takings.person = excluded.person AND takings.until >= excluded.taken_at
                                    THEN takings.taken_at ELSE excluded.taken_at END
                WHERE takings.person = excluded.person OR takings.until < excluded.taken_at
                """).param("platform", platform()).param("number", number.value()).param("kind", speaker.post().kind().word())
                .param("post", speaker.post().id()).param("person", speaker.person()).param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(LASTS))).update();
        Taking taken = of(number, speaker.post().kind()).orElseThrow();
        if (taken.takenAt().equals(now)) {
            notices.ripple();
        }
        return taken;
    }

    /// Lets go. @throws jingwei.standards.RefusedException `taken-by-another`
    @Transactional
    public void release(CaseNumber number, Performer speaker) {
        boolean leads = speaker.post().kind() == PostKind.SHIFT_LEADER;
        if (!leads) {
            refuse(number, speaker);
        }
        database.sql("DELETE FROM casework.takings WHERE platform = :platform AND number = :number AND (:leads OR person = :person)")
                .param("platform", platform()).param("number", number.value()).param("leads", leads)
                .param("person", speaker.person()).update();
        notices.ripple();
    }

    /// @throws jingwei.standards.RefusedException `taken-by-another` where another of the same kind of post has it
    @Transactional(readOnly = true)
    public void refuse(CaseNumber number, Performer speaker) {
        of(number, speaker.post().kind()).filter(taken -> !taken.person().equals(speaker.person())).ifPresent(taken -> {
            throw Refusal.of(Refusal.Kind.CONFLICT, "taken-by-another",
                    Text.of("案件 " + number + " 正由 " + taken.post() + " 办理", "case " + number + " is in the hands of " + taken.post()),
                    Text.of("请等对方办完，或请值班长解除占用", "wait until it is let go, or ask the shift leader to release it"))
                    .under("ACC-15").asException();
        });
    }

    /// Every case somebody has in hand now.
    @Transactional(readOnly = true)
    public List<Taking> all() {
        return database.sql("SELECT * FROM casework.takings WHERE platform = :platform AND until >= :now ORDER BY taken_at")
                .param("platform", platform()).param("now", Timestamp.from(clock.instant())).query(Takings::read).list();
    }

    private Optional<Taking> of(CaseNumber number, PostKind kind) {
        return database.sql("""
                SELECT * FROM casework.takings WHERE platform = :platform AND number = :number AND kind = :kind AND until >= :now
                """).param("platform", platform()).param("number", number.value()).param("kind", kind.word())
                .param("now", Timestamp.from(clock.instant())).query(Takings::read).optional();
    }

    private static Taking read(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Taking(row.getString("number"), row.getString("kind"), row.getString("post"),
                row.getObject("person", UUID.class), row.getTimestamp("taken_at").toInstant(),
                row.getTimestamp("until").toInstant());
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
