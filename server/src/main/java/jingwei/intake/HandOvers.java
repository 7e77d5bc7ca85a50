package jingwei.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jingwei.casework.Performer;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 交接班 (ACC-23): the shift that goes writes what is open, the shift that comes signs for it.
@Component
public class HandOvers {

    private final JdbcClient database;
    private final PlatformClock clock;

    HandOvers(JdbcClient database, PlatformClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param receivedBy post that signed for it; null while nobody has
    public record HandOver(UUID id, String words, String post, Instant writtenAt, @Nullable String receivedBy,
            @Nullable Instant receivedAt) {
    }

    /// Writes a note once; the same id again is the same note.
    @Transactional
    public HandOver write(UUID id, String words, Performer speaker) {
        if (words.isBlank() || words.length() > 5000) {
            throw IntakeRefusals.malformed("words", "应为 1 到 5000 字", "has 1 to 5000 characters");
        }
        database.sql("""
                INSERT INTO intake.hand_overs (platform, id, words, post, person, written_at)
                VALUES (:platform, :id, :words, :post, :person, :now) ON CONFLICT (platform, id) DO NOTHING
                """).param("platform", Tenancy.current().value()).param("id", id).param("words", words.strip())
                .param("post", speaker.post().id()).param("person", speaker.person()).param("now", Timestamp.from(clock.now()))
                .update();
        return find(id);
    }

    /// @throws jingwei.standards.RefusedException `no-such-hand-over`, `own-hand-over`
    @Transactional
    public HandOver receive(UUID id, Performer speaker) {
        int own = database.sql("SELECT count(*) FROM intake.hand_overs WHERE platform = :platform AND id = :id AND person = :person")
                .param("platform", Tenancy.current().value()).param("id", id).param("person", speaker.person())
                .query(Integer.class).single();
        if (own > 0) {
            throw IntakeRefusals.conflict("own-hand-over", "ACC-23", Text.of("交班记录由接班人签收", "the next shift signs for a note"),
                    Text.of("请接班人签收", "let the next shift sign"));
        }
        database.sql("""
                UPDATE intake.hand_overs SET received_by = :post, received_at = :now
                WHERE platform = :platform AND id = :id AND received_at IS NULL
                """).param("platform", Tenancy.current().value()).param("id", id).param("post", speaker.post().id())
                .param("now", Timestamp.from(clock.now())).update();
        return find(id);
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public List<HandOver> newest() {
        return database.sql("SELECT * FROM intake.hand_overs WHERE platform = :platform ORDER BY written_at DESC, id LIMIT 100")
                .param("platform", Tenancy.current().value()).query(HandOvers::read).list();
    }

    private HandOver find(UUID id) {
        return database.sql("SELECT * FROM intake.hand_overs WHERE platform = :platform AND id = :id")
                .param("platform", Tenancy.current().value()).param("id", id).query(HandOvers::read).optional()
                .orElseThrow(() -> IntakeRefusals.noSuch("no-such-hand-over", "条交接记录", "note"));
    }

    private static HandOver read(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        Timestamp received = row.getTimestamp("received_at");
        return new HandOver(row.getObject("id", UUID.class), row.getString("words"), row.getString("post"),
                row.getTimestamp("written_at").toInstant(), row.getString("received_by"),
                received == null ? null : received.toInstant());
    }
}
