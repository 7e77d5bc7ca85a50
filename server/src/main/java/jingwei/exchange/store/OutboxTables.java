package jingwei.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// 发件箱的表.
@Repository
public class OutboxTables {

    private final JdbcTemplate database;

    OutboxTables(JdbcTemplate database) {
        this.database = database;
    }

    /// A letter on its way out.
    ///
    /// @param sequence 0 before it is sealed
    public record Outgoing(UUID id, PlatformId partner, String kind, @Nullable String caseKey, @Nullable UUID answers,
            String content, Instant writtenAt, long sequence, @Nullable UUID after, byte @Nullable [] bytes,
            byte @Nullable [] signature, String state, int tries, @Nullable Instant nextTryAt, @Nullable String trouble,
            @Nullable Instant receivedAt, @Nullable String answer, @Nullable String answerCode, @Nullable String answerText,
            @Nullable Instant answeredAt) {
    }

    /// What sealing adds.
    public record Sealing(UUID id, long sequence, @Nullable UUID after, byte[] bytes, byte[] signature) {
    }

    public void insert(UUID id, PlatformId partner, String kind, @Nullable String caseKey, @Nullable UUID answers,
            String content, Instant at) {
        database.update("""
                INSERT INTO exchange.outbox (platform, id, partner, kind, case_key, answers, content, written_at, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'WAITING')
                """, platform(), id, partner.value(), kind, caseKey, answers, content, Timestamp.from(at));
    }

    /// What is not sealed yet, in the order it was written.
    public List<Outgoing> unsealed(PlatformId partner, int most) {
        return database.query("""
                SELECT * FROM exchange.outbox WHERE platform = ? AND partner = ? AND sequence IS NULL AND state = 'WAITING'
                ORDER BY nr LIMIT ?
                """, OutboxTables::read, platform(), partner.value(), most);
    }

    /// The last sealed letter of each of these cases.
    public Map<String, UUID> lastOf(PlatformId partner, Collection<String> cases) {
        Map<String, UUID> last = new HashMap<>();
        database.query("""
                SELECT c.key, l.id FROM unnest(?::text[]) AS c (key)
                CROSS JOIN LATERAL (SELECT o.id FROM exchange.outbox o WHERE o.platform = ? AND o.partner = ?
                  AND o.case_key = c.key AND o.sequence IS NOT NULL ORDER BY o.nr DESC LIMIT 1) l
                """, row -> {
                    last.put(row.getString(1), row.getObject(2, UUID.class));
                }, cases.toArray(String[]::new), platform(), partner.value());
        return last;
    }

    public void seal(List<Sealing> sealed) {
        database.batchUpdate("""
                UPDATE exchange.outbox SET sequence = ?, after = ?, bytes = ?, signature = ? WHERE platform = ? AND id = ?
                """, sealed, sealed.size(), (statement, one) -> {
                    statement.setLong(1, one.sequence());
                    statement.setObject(2, one.after());
                    statement.setBytes(3, one.bytes());
                    statement.setBytes(4, one.signature());
                    statement.setString(5, platform());
                    statement.setObject(6, one.id());
                });
    }

    /// Takes the seals off what was not received, so that it gets new sequences: our own went back.
    public int unseal(PlatformId partner) {
        return database.update("""
                UPDATE exchange.outbox SET sequence = NULL, after = NULL, bytes = NULL, signature = NULL, next_try_at = NULL
                WHERE platform = ? AND partner = ? AND state = 'WAITING' AND sequence IS NOT NULL
                """, platform(), partner.value());
    }

    /// The next sealed letters that may go: a case with a parked letter, or one that is tried again later, keeps its others back.
    public List<Outgoing> ready(PlatformId partner, Instant now, int most) {
        return database.query("""
                SELECT * FROM exchange.outbox o
                WHERE o.platform = ? AND o.partner = ? AND o.state = 'WAITING' AND o.sequence IS NOT NULL
                  AND (o.next_try_at IS NULL OR o.next_try_at <= ?)
                  AND (o.case_key IS NULL OR NOT EXISTS (
                    SELECT FROM exchange.outbox h WHERE h.platform = o.platform AND h.partner = o.partner
                      AND h.case_key = o.case_key AND h.state <> 'RECEIVED'
                      AND (h.state = 'PARKED' OR h.next_try_at > ?) AND h.id <> o.id AND h.nr < o.nr))
                ORDER BY o.sequence LIMIT ?
                """, OutboxTables::read, platform(), partner.value(), Timestamp.from(now), Timestamp.from(now), most);
    }

    public void received(Collection<UUID> ids, Instant at) {
        database.update("""
                UPDATE exchange.outbox o SET state = 'RECEIVED', received_at = ?, trouble = NULL, next_try_at = NULL
                FROM unnest(?::uuid[]) AS l (id) WHERE o.platform = ? AND o.id = l.id
                """, Timestamp.from(at), ids.toArray(UUID[]::new), platform());
    }

    /// The receiver did not take it: try again at that moment, or park it (null).
    public void refused(UUID id, String why, @Nullable Instant again) {
        database.update("""
                UPDATE exchange.outbox SET tries = tries + 1, trouble = ?, next_try_at = ?::timestamptz,
                  state = CASE WHEN ?::timestamptz IS NULL THEN 'PARKED' ELSE 'WAITING' END
                WHERE platform = ? AND id = ? AND state <> 'RECEIVED'
                """, why, at(again), at(again), platform(), id);
    }

    /// 重发: a parked or received letter goes out once more as it is. Answers false where there is no such letter.
    public boolean resend(UUID id) {
        return database.update("""
                UPDATE exchange.outbox SET state = 'WAITING', tries = 0, next_try_at = NULL, trouble = NULL
                WHERE platform = ? AND id = ?
                """, platform(), id) == 1;
    }

    /// Sends everything between two sequences again that was thought received; answers how many there were.
    public int resend(PlatformId partner, long from, long to) {
        return database.update("""
                UPDATE exchange.outbox SET state = 'WAITING', next_try_at = NULL
                WHERE platform = ? AND partner = ? AND sequence BETWEEN ? AND ? AND state = 'RECEIVED'
                """, platform(), partner.value(), from, to);
    }

    /// How many letters have a sequence in the range, whatever their state.
    public long numbered(PlatformId partner, long from, long to) {
        Long count = database.queryForObject("""
                SELECT count(*) FROM exchange.outbox WHERE platform = ? AND partner = ? AND sequence BETWEEN ? AND ?
                """, Long.class, platform(), partner.value(), from, to);
        return count == null ? 0 : count;
    }

    public void answered(UUID id, boolean accepted, @Nullable String code, @Nullable String text, Instant at) {
        database.update("""
                UPDATE exchange.outbox SET answer = ?, answer_code = ?, answer_text = ?, answered_at = ?
                WHERE platform = ? AND id = ?
                """, accepted ? "ACCEPTED" : "REFUSED", code, text, Timestamp.from(at), platform(), id);
    }

    public Optional<Outgoing> find(UUID id) {
        return database.query("SELECT * FROM exchange.outbox WHERE platform = ? AND id = ?", OutboxTables::read, platform(), id)
                .stream().findFirst();
    }

    /// Letters of one case to one partner, in order.
    public List<Outgoing> ofCase(PlatformId partner, String caseKey) {
        return database.query("""
                SELECT * FROM exchange.outbox WHERE platform = ? AND partner = ? AND case_key = ? ORDER BY nr LIMIT 500
                """, OutboxTables::read, platform(), partner.value(), caseKey);
    }

    /// The desk's list, newest first.
    ///
    /// @param state WAITING, PARKED, RECEIVED or REFUSED (a business refusal); null for all
    public List<Outgoing> list(@Nullable PlatformId partner, @Nullable String state, int most) {
        return database.query("""
                SELECT * FROM exchange.outbox WHERE platform = ?
                  AND (?::text IS NULL OR partner = ?)
                  AND (?::text IS NULL OR state = ? OR (? = 'REFUSED' AND answer = 'REFUSED'))
                ORDER BY nr DESC LIMIT ?
                """, OutboxTables::read, platform(), word(partner), word(partner), state, state, state, most);
    }

    private static @Nullable String word(@Nullable PlatformId partner) {
        return partner == null ? null : partner.value();
    }

    static @Nullable Timestamp at(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    static String platform() {
        return Tenancy.current().value();
    }

    private static Outgoing read(ResultSet row, int number) throws SQLException {
        return new Outgoing(row.getObject("id", UUID.class), PlatformId.of(row.getString("partner")), row.getString("kind"),
                row.getString("case_key"), row.getObject("answers", UUID.class), row.getString("content"),
                row.getTimestamp("written_at").toInstant(), row.getLong("sequence"), row.getObject("after", UUID.class),
                row.getBytes("bytes"), row.getBytes("signature"), row.getString("state"), row.getInt("tries"),
                instant(row, "next_try_at"), row.getString("trouble"), instant(row, "received_at"), row.getString("answer"),
                row.getString("answer_code"), row.getString("answer_text"), instant(row, "answered_at"));
    }
}
