package jingwei.collection.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingwei.casework.Evidence;
import jingwei.casework.Particulars;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// 报送表. Needs a transaction of the caller.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class SubmissionTables {

    private static final String SELECT = """
            SELECT s.*, (SELECT json_agg(json_build_object('hash', m.hash, 'kind', m.kind, 'view', m.view, 'size', m.size,
                'takenAt', to_char(m.taken_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'longitude', m.longitude,
                'latitude', m.latitude) ORDER BY m.hash)
              FROM collection.submission_media m WHERE m.platform = s.platform AND m.submission = s.id) AS media
            FROM collection.submissions s WHERE s.platform = :platform
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    SubmissionTables(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// False where the id is there already.
    boolean insert(Submission it, String digest, @Nullable String device) {
        int made = database.sql("""
                INSERT INTO collection.submissions (platform, id, kind, act, case_number, post, person, device, digest,
                  particulars, said_at, arrived_at, clock_skew, wait_until, state)
                VALUES (:platform, :id, :kind, :act, :case, :post, :person, :device, :digest, :particulars::jsonb, :said,
                  :arrived, :skew, :until, 'WAITING') ON CONFLICT DO NOTHING
                """).param("platform", platform()).param("id", it.id()).param("kind", it.kind().name())
                .param("act", it.act()).param("case", it.caseNumber()).param("post", it.post())
                .param("person", it.person()).param("device", device).param("digest", digest)
                .param("particulars", json.writeValueAsString(it.particulars()))
                .param("said", Timestamp.from(it.saidAt())).param("arrived", Timestamp.from(it.arrivedAt()))
                .param("skew", it.clockSkew()).param("until", Timestamp.from(it.waitUntil())).update();
        if (made == 0) {
            return false;
        }
        for (Submission.Medium medium : it.media()) {
            database.sql("""
                    INSERT INTO collection.submission_media (platform, submission, hash, kind, view, size, taken_at,
                      longitude, latitude)
                    VALUES (:platform, :id, :hash, :kind, :view, :size, :taken, :longitude, :latitude)
                    """).param("platform", platform()).param("id", it.id()).param("hash", medium.hash())
                    .param("kind", medium.kind().name()).param("view", medium.view()).param("size", medium.size())
                    .param("taken", medium.takenAt() == null ? null : Timestamp.from(medium.takenAt()))
                    .param("longitude", medium.longitude()).param("latitude", medium.latitude()).update();
        }
        return true;
    }

    Optional<Submission> find(UUID id) {
        return database.sql(SELECT + " AND s.id = :id").param("platform", platform()).param("id", id).query(this::read)
                .optional();
    }

    String digest(UUID id) {
        return database.sql("SELECT digest FROM collection.submissions WHERE platform = :platform AND id = :id")
                .param("platform", platform()).param("id", id).query(String.class).single();
    }

    /// Takes a waiting one for this transaction; empty where it is over. Who repeats it meanwhile waits here, so that his answer is the
    /// first one's and not that it is still waiting.
    Optional<Submission> claim(UUID id) {
        return database.sql(SELECT + " AND s.id = :id AND s.state = 'WAITING' FOR UPDATE OF s")
                .param("platform", platform()).param("id", id).query(this::read).optional();
    }

    /// Waiting ones that wait for a hash; without a hash those that waited long enough.
    List<UUID> waiting(@Nullable String hash, Instant now) {
        return hash == null
                ? database.sql("""
                        SELECT id FROM collection.submissions WHERE platform = :platform AND state = 'WAITING'
                          AND wait_until <= :now ORDER BY wait_until LIMIT 200
                        """).param("platform", platform()).param("now", Timestamp.from(now)).query(UUID.class).list()
                : database.sql("""
                        SELECT s.id FROM collection.submission_media m
                        JOIN collection.submissions s ON s.platform = m.platform AND s.id = m.submission
                        WHERE m.platform = :platform AND m.hash = :hash AND s.state = 'WAITING' ORDER BY s.arrived_at
                        """).param("platform", platform()).param("hash", hash).query(UUID.class).list();
    }

    void done(UUID id, String number, boolean overdue, Instant at) {
        database.sql("""
                UPDATE collection.submissions SET state = 'DONE', number = :number, overdue = :overdue, done_at = :at
                WHERE platform = :platform AND id = :id
                """).param("platform", platform()).param("id", id).param("number", number).param("overdue", overdue)
                .param("at", Timestamp.from(at)).update();
    }

    void refused(UUID id, Refusal refusal, Instant at) {
        database.sql("""
                UPDATE collection.submissions SET state = 'REFUSED', refusal = :refusal::jsonb, done_at = :at
                WHERE platform = :platform AND id = :id AND state = 'WAITING'
                """).param("platform", platform()).param("id", id).param("at", Timestamp.from(at))
                .param("refusal", json.writeValueAsString(new Submission.Refused(refusal.code(), refusal.what(),
                        refusal.remedy(), refusal.clause()))).update();
    }

    List<Submission> of(@Nullable String post, @Nullable String number, int most) {
        return database.sql(SELECT + """
                 AND (:post::text IS NULL OR s.post = :post) AND (:number::text IS NULL OR s.number = :number)
                 ORDER BY s.arrived_at DESC, s.id LIMIT :most
                """).param("platform", platform()).param("post", post).param("number", number).param("most", most)
                .query(this::read).list();
    }

    /// What a post sent in a period, by kind and outcome, for its statistics.
    List<Counted> count(String post, Instant from, Instant to) {
        return database.sql("""
                SELECT kind, state, coalesce(overdue, false) AS overdue, count(*) AS n FROM collection.submissions
                WHERE platform = :platform AND post = :post AND arrived_at >= :from AND arrived_at < :to
                GROUP BY 1, 2, 3
                """).param("platform", platform()).param("post", post).param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to)).query((row, n) -> new Counted(Submission.Kind.valueOf(row.getString(1)),
                        Submission.State.valueOf(row.getString(2)), row.getBoolean(3), row.getInt(4))).list();
    }

    /// A count by kind and outcome.
    record Counted(Submission.Kind kind, Submission.State state, boolean overdue, int count) {
    }

    /// Another submission that announced the same photo earlier.
    Optional<UUID> sameMedium(String hash, UUID but) {
        return database.sql("""
                SELECT submission FROM collection.submission_media
                WHERE platform = :platform AND hash = :hash AND submission <> :but LIMIT 1
                """).param("platform", platform()).param("hash", hash).param("but", but).query(UUID.class).optional();
    }

    void doubt(Doubt doubt) {
        database.sql("""
                INSERT INTO collection.doubts (platform, submission, kind, post, number, zh, en, made_at)
                VALUES (:platform, :submission, :kind, :post, :number, :zh, :en, :at) ON CONFLICT DO NOTHING
                """).param("platform", platform()).param("submission", doubt.submission())
                .param("kind", doubt.kind().name()).param("post", doubt.post()).param("number", doubt.number())
                .param("zh", doubt.text().zh()).param("en", doubt.text().en())
                .param("at", Timestamp.from(doubt.madeAt())).update();
    }

    List<Doubt> doubts(@Nullable String post, @Nullable String number) {
        return database.sql("""
                SELECT * FROM collection.doubts WHERE platform = :platform AND (:post::text IS NULL OR post = :post)
                  AND (:number::text IS NULL OR number = :number) ORDER BY made_at DESC LIMIT 500
                """).param("platform", platform()).param("post", post).param("number", number)
                .query((row, n) -> new Doubt(row.getObject("submission", UUID.class),
                        Doubt.Kind.valueOf(row.getString("kind")), row.getString("post"), row.getString("number"),
                        Text.of(row.getString("zh"), row.getString("en")), row.getTimestamp("made_at").toInstant())).list();
    }

    private Submission read(ResultSet row, int n) throws SQLException {
        String media = row.getString("media");
        String refusal = row.getString("refusal");
        return new Submission(row.getObject("id", UUID.class), Submission.Kind.valueOf(row.getString("kind")),
                row.getString("act"), row.getString("case_number"), row.getString("post"),
                row.getObject("person", UUID.class), json.readValue(row.getString("particulars"), Particulars.class),
                media == null ? List.of() : List.of(json.readValue(media, Submission.Medium[].class)),
                row.getTimestamp("said_at").toInstant(), row.getTimestamp("arrived_at").toInstant(),
                row.getInt("clock_skew"), row.getTimestamp("wait_until").toInstant(),
                Submission.State.valueOf(row.getString("state")), row.getString("number"),
                row.getObject("overdue", Boolean.class),
                refusal == null ? null : json.readValue(refusal, Submission.Refused.class), List.of());
    }

    private static String platform() {
        return Tenancy.current().value();
    }

    /// The evidence a case is given: what was announced and has arrived.
    static List<Evidence> evidence(List<Submission.Medium> arrived) {
        return arrived.stream().map(medium -> new Evidence(medium.hash(), medium.kind())).toList();
    }
}
