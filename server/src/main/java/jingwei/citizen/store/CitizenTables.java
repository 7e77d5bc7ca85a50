package jingwei.citizen.store;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingwei.citizen.CitizenReport;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 公众上报、积分台账和使用次数的表. Needs a transaction of the caller.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class CitizenTables {

    private final JdbcClient database;

    CitizenTables(JdbcClient database) {
        this.database = database;
    }

    /// 台账行.
    public record Reward(UUID id, @Nullable UUID caseId, int points, String reason, @Nullable UUID person, Instant at) {
    }

    public Optional<CitizenReport> find(UUID id) {
        return database.sql("SELECT * FROM citizen.reports WHERE platform = :platform AND id = :id")
                .param("platform", platform()).param("id", id).query(CitizenTables::read).optional();
    }

    public Optional<CitizenReport> numbered(String number) {
        return database.sql("SELECT * FROM citizen.reports WHERE platform = :platform AND number = :number")
                .param("platform", platform()).param("number", number).query(CitizenTables::read).optional();
    }

    public Optional<CitizenReport> ofCase(UUID caseId) {
        return database.sql("SELECT * FROM citizen.reports WHERE platform = :platform AND case_id = :case")
                .param("platform", platform()).param("case", caseId).query(CitizenTables::read).optional();
    }

    /// Reports taken in between two moments, newest first.
    public List<CitizenReport> between(Instant from, Instant to, int offset, int most) {
        return database.sql("""
                SELECT * FROM citizen.reports WHERE platform = :platform AND made_at >= :from AND made_at < :to
                ORDER BY made_at DESC, id DESC OFFSET :offset LIMIT :most
                """).param("platform", platform()).param("from", Timestamp.from(from)).param("to", Timestamp.from(to))
                .param("offset", offset).param("most", most).query(CitizenTables::read).list();
    }

    public void keep(CitizenReport report) {
        database.sql("""
                INSERT INTO citizen.reports (platform, id, digest, case_id, number, client, name, phone, phone_digest,
                  email, wants_reply, confirmed, confirmed_at, made_at)
                VALUES (:platform, :id, :digest, :case, :number, :client, :name, :phone, :phoneDigest, :email, :wants, :confirmed,
                  CASE WHEN :confirmed::text IS NULL THEN NULL ELSE :at::timestamptz END, :at)
                """).param("platform", platform()).param("id", report.id()).param("digest", report.digest())
                .param("case", report.caseId()).param("number", report.number()).param("client", report.client())
                .param("name", report.name()).param("phone", report.phone()).param("phoneDigest", report.phoneDigest())
                .param("email", report.email()).param("wants", report.wantsReply())
                .param("confirmed", report.confirmed() == null ? null : report.confirmed().name())
                .param("at", Timestamp.from(report.madeAt())).update();
    }

    public void confirm(UUID id, CitizenReport.Confirmed how, Instant at) {
        database.sql("""
                UPDATE citizen.reports SET confirmed = :how, confirmed_at = :at
                WHERE platform = :platform AND id = :id AND confirmed IS NULL
                """).param("platform", platform()).param("id", id).param("how", how.name()).param("at", Timestamp.from(at))
                .update();
    }

    /// @return whether it was graded now; false where a grade stood already
    public boolean grade(UUID id, int grade, boolean solved, @Nullable String words, Instant at) {
        return database.sql("""
                UPDATE citizen.reports SET grade = :grade, solved = :solved, words = :words, graded_at = :at
                WHERE platform = :platform AND id = :id AND grade IS NULL
                """).param("platform", platform()).param("id", id).param("grade", grade).param("solved", solved)
                .param("words", words).param("at", Timestamp.from(at)).update() == 1;
    }

    /// Wipes names and phones of reports older than the moment.
    public int mask(Instant before, Instant now) {
        return database.sql("""
                UPDATE citizen.reports SET name = NULL, phone = NULL, email = NULL, masked_at = :now
                WHERE platform = :platform AND made_at < :before AND masked_at IS NULL
                """).param("platform", platform()).param("before", Timestamp.from(before)).param("now", Timestamp.from(now))
                .update();
    }

    /// @return whether it was written; false where the case has its reward already
    public boolean reward(String phoneDigest, @Nullable UUID caseId, int points, String reason, @Nullable UUID person,
            Instant at) {
        return database.sql("""
                INSERT INTO citizen.rewards (platform, id, phone_digest, case_id, points, reason, person, at)
                VALUES (:platform, :id, :phone, :case, :points, :reason, :person, :at)
                ON CONFLICT (platform, case_id) WHERE case_id IS NOT NULL DO NOTHING
                """).param("platform", platform()).param("id", UuidCreator.getTimeOrderedEpoch())
                .param("phone", phoneDigest).param("case", caseId).param("points", points).param("reason", reason)
                .param("person", person).param("at", Timestamp.from(at)).update() == 1;
    }

    public List<Reward> rewards(String phoneDigest) {
        return database.sql("""
                SELECT * FROM citizen.rewards WHERE platform = :platform AND phone_digest = :phone ORDER BY at, id
                """).param("platform", platform()).param("phone", phoneDigest)
                .query((row, n) -> new Reward(row.getObject("id", UUID.class), row.getObject("case_id", UUID.class),
                        row.getInt("points"), row.getString("reason"), row.getObject("person", UUID.class),
                        row.getTimestamp("at").toInstant())).list();
    }

    /// Serialises what is done with one phone's ledger, so that points are not spent twice.
    public void lockLedger(String phoneDigest) {
        database.sql("SELECT pg_advisory_xact_lock(:key)")
                .param("key", UUID.nameUUIDFromBytes((platform() + phoneDigest).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .getLeastSignificantBits()).query((row, n) -> 1).list();
    }

    /// Counts one use and answers how many there are now.
    public int use(String who, String span) {
        return database.sql("""
                INSERT INTO citizen.uses (platform, who, span, times) VALUES (:platform, :who, :span, 1)
                ON CONFLICT (platform, who, span) DO UPDATE SET times = uses.times + 1 RETURNING times
                """).param("platform", platform()).param("who", who).param("span", span).query(Integer.class).single();
    }

    public int used(String who, String span) {
        return database.sql("SELECT times FROM citizen.uses WHERE platform = :platform AND who = :who AND span = :span")
                .param("platform", platform()).param("who", who).param("span", span).query(Integer.class).optional().orElse(0);
    }

    public void forgetUses(String before) {
        database.sql("DELETE FROM citizen.uses WHERE platform = :platform AND span < :before")
                .param("platform", platform()).param("before", before).update();
    }

    public void keepCode(String phoneDigest, String codeDigest, Instant at) {
        database.sql("""
                INSERT INTO citizen.codes (platform, phone_digest, code_digest, sent_at) VALUES (:platform, :phone, :code, :at)
                ON CONFLICT (platform, phone_digest) DO UPDATE SET code_digest = :code, sent_at = :at, tries = 0
                """).param("platform", platform()).param("phone", phoneDigest).param("code", codeDigest)
                .param("at", Timestamp.from(at)).update();
    }

    /// One try. @return whether the code is the one that was sent after the moment, in fewer than five tries
    public boolean tryCode(String phoneDigest, String codeDigest, Instant notBefore) {
        return database.sql("""
                UPDATE citizen.codes SET tries = tries + 1
                WHERE platform = :platform AND phone_digest = :phone AND sent_at >= :from AND tries < 5
                RETURNING code_digest = :code
                """).param("platform", platform()).param("phone", phoneDigest).param("code", codeDigest)
                .param("from", Timestamp.from(notBefore)).query(Boolean.class).optional().orElse(false);
    }

    private static CitizenReport read(ResultSet row, int n) throws SQLException {
        String confirmed = row.getString("confirmed");
        Timestamp masked = row.getTimestamp("masked_at");
        return new CitizenReport(row.getObject("id", UUID.class), row.getString("digest"),
                row.getObject("case_id", UUID.class), row.getString("number"), row.getString("client"),
                row.getString("name"), row.getString("phone"), row.getString("phone_digest"), row.getString("email"), row.getBoolean("wants_reply"),
                confirmed == null ? null : CitizenReport.Confirmed.valueOf(confirmed), row.getTimestamp("made_at").toInstant(),
                masked == null ? null : masked.toInstant(), row.getObject("grade", Integer.class),
                row.getObject("solved", Boolean.class), row.getString("words"));
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
