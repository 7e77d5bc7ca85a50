package jingwei.collection;

import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingwei.journal.Journal;
import jingwei.journal.JournalEntry;
import jingwei.organization.Post;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 外接定位器: devices and programs that speak the OsmAnd/Traccar phone protocol and nothing else.
///
/// A tracker has no session; it names itself by a word that is told once, when it is registered, and kept as a digest.
@Component
public class Trackers {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient database;
    private final Clock wall;
    private final Journal journal;

    Trackers(JdbcClient database, Clock wall, Journal journal) {
        this.database = database;
        this.wall = wall;
        this.journal = journal;
    }

    /// @param mark the beginning of the digest, to tell trackers apart
    @Schema(name = "Tracker")
    public record Tracker(String mark, String post, String name, Instant madeAt, @Nullable Instant endedAt) {
    }

    /// 登记: answers the word the tracker sends as `id`.
    @Transactional
    public String register(Post post, String name) {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        String word = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.sql("""
                INSERT INTO collection.trackers (platform, digest, post, name, made_at)
                VALUES (:platform, :digest, :post, :name, :now)
                """).param("platform", platform()).param("digest", digest(word)).param("post", post.id())
                .param("name", name.strip()).param("now", Timestamp.from(wall.instant())).update();
        journal.write(JournalEntry.Kind.DATA_CHANGE, post.id(), "tracker-registered", Map.of("name", name.strip()));
        return platform() + "." + word;
    }

    /// 停用. @throws jingwei.standards.RefusedException `no-such-tracker`
    @Transactional
    public void end(String mark) {
        int ended = database.sql("""
                UPDATE collection.trackers SET ended_at = :now
                WHERE platform = :platform AND left(digest, 12) = :mark AND ended_at IS NULL
                """).param("platform", platform()).param("mark", mark).param("now", Timestamp.from(wall.instant())).update();
        if (ended == 0) {
            throw CollectionRefusals.noSuch("no-such-tracker", "个在用的定位器", "tracker in use");
        }
        journal.write(JournalEntry.Kind.DATA_CHANGE, mark, "tracker-ended", Map.of());
    }

    /// The post behind a word, without its platform part.
    @Transactional(readOnly = true)
    public Optional<String> post(String word) {
        return database.sql("""
                SELECT post FROM collection.trackers WHERE platform = :platform AND digest = :digest AND ended_at IS NULL
                """).param("platform", platform()).param("digest", digest(word)).query(String.class).optional();
    }

    @Transactional(readOnly = true)
    public List<Tracker> list() {
        return database.sql("SELECT * FROM collection.trackers WHERE platform = :platform ORDER BY made_at DESC LIMIT 1000")
                .param("platform", platform()).query((row, n) -> {
                    Timestamp ended = row.getTimestamp("ended_at");
                    return new Tracker(row.getString("digest").substring(0, 12), row.getString("post"),
                            row.getString("name"), row.getTimestamp("made_at").toInstant(),
                            ended == null ? null : ended.toInstant());
                }).list();
    }

    private static String platform() {
        return Tenancy.current().value();
    }

    private static String digest(String word) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(word.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
