package jingwei.exchange.store;

import static jingwei.exchange.store.OutboxTables.instant;
import static jingwei.exchange.store.OutboxTables.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingwei.tenancy.PlatformId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// 收件箱的表.
@Repository
public class InboxTables {

    private final JdbcTemplate database;

    InboxTables(JdbcTemplate database) {
        this.database = database;
    }

    /// A letter that came.
    public record Incoming(UUID id, PlatformId partner, long sequence, String kind, @Nullable String caseKey,
            @Nullable UUID after, byte[] bytes, byte[] signature, Instant receivedAt, String state,
            @Nullable String reasonCode, @Nullable String reason, @Nullable Instant settledAt, @Nullable String settledBy,
            @Nullable String afterState) {
    }

    /// Known letters among these, with the bytes they came with.
    public Map<UUID, byte[]> known(PlatformId partner, Collection<UUID> ids) {
        Map<UUID, byte[]> known = new HashMap<>();
        database.query("""
                SELECT i.id, i.bytes FROM unnest(?::uuid[]) AS l (id)
                JOIN exchange.inbox i ON i.platform = ? AND i.partner = ? AND i.id = l.id
                """, row -> {
                    known.put(row.getObject(1, UUID.class), row.getBytes(2));
                }, ids.toArray(UUID[]::new), platform(), partner.value());
        return known;
    }

    /// Sequences among these that a letter has already.
    public Set<Long> taken(PlatformId partner, Collection<Long> sequences) {
        return new HashSet<>(database.queryForList("""
                SELECT i.sequence FROM unnest(?::bigint[]) AS l (n)
                JOIN exchange.inbox i ON i.platform = ? AND i.partner = ? AND i.sequence = l.n
                """, Long.class, sequences.toArray(Long[]::new), platform(), partner.value()));
    }

    public void insert(List<Incoming> letters) {
        database.batchUpdate("""
                INSERT INTO exchange.inbox (platform, partner, id, sequence, kind, case_key, after, bytes, signature,
                  received_at, state, reason_code, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, letters, letters.size(), (statement, one) -> {
                    statement.setString(1, platform());
                    statement.setString(2, one.partner().value());
                    statement.setObject(3, one.id());
                    statement.setLong(4, one.sequence());
                    statement.setString(5, one.kind());
                    statement.setString(6, one.caseKey());
                    statement.setObject(7, one.after());
                    statement.setBytes(8, one.bytes());
                    statement.setBytes(9, one.signature());
                    statement.setTimestamp(10, Timestamp.from(one.receivedAt()));
                    statement.setString(11, one.state());
                    statement.setString(12, one.reasonCode());
                    statement.setString(13, one.reason());
                });
    }

    /// Every sequence up to the answer has come, starting from one that is known to be whole.
    public long contiguous(PlatformId partner, long from) {
        Long whole = database.queryForObject("""
                SELECT coalesce(
                  (SELECT max(n) FROM (
                     SELECT sequence AS n, sequence - row_number() OVER (ORDER BY sequence) AS step
                     FROM (SELECT DISTINCT sequence FROM exchange.inbox
                           WHERE platform = ? AND partner = ? AND sequence > ? ORDER BY sequence LIMIT 5000) s) r
                   WHERE step = ?), ?)
                """, Long.class, platform(), partner.value(), from, from, from);
        return whole == null ? from : whole;
    }

    /// The lowest sequence above a number that has come; 0 where there is none.
    public long nextAbove(PlatformId partner, long sequence) {
        List<Long> next = database.queryForList("""
                SELECT sequence FROM exchange.inbox WHERE platform = ? AND partner = ? AND sequence > ? ORDER BY sequence LIMIT 1
                """, Long.class, platform(), partner.value(), sequence);
        return next.isEmpty() ? 0 : next.getFirst();
    }

    /// What waits, in order, without what is held back by a letter of its case that has not come or waits for a person.
    public List<Incoming> waiting(PlatformId partner, long above, int most) {
        return database.query("""
                SELECT i.*, a.state AS after_state FROM exchange.inbox i
                LEFT JOIN exchange.inbox a ON a.platform = i.platform AND a.partner = i.partner AND a.id = i.after
                WHERE i.platform = ? AND i.partner = ? AND i.state = 'WAITING' AND i.sequence > ?
                  AND (i.after IS NULL OR a.state IN ('DONE', 'REFUSED', 'WAITING'))
                ORDER BY i.sequence LIMIT ?
                """, InboxTables::read, platform(), partner.value(), above, most);
    }

    public void settle(PlatformId partner, UUID id, String state, @Nullable String code, @Nullable String reason, Instant at,
            @Nullable String by) {
        database.update("""
                UPDATE exchange.inbox SET state = ?, reason_code = ?, reason = ?, settled_at = ?, settled_by = ?
                WHERE platform = ? AND partner = ? AND id = ?
                """, state, code, reason, Timestamp.from(at), by, platform(), partner.value(), id);
    }

    public Optional<Incoming> find(PlatformId partner, UUID id) {
        return database.query("""
                SELECT i.*, NULL AS after_state FROM exchange.inbox i WHERE platform = ? AND partner = ? AND id = ? FOR UPDATE
                """, InboxTables::read, platform(), partner.value(), id).stream().findFirst();
    }

    /// The last letter about that case of theirs.
    public Optional<UUID> lastOf(PlatformId partner, String caseKey) {
        return database.queryForList("""
                SELECT id FROM exchange.inbox WHERE platform = ? AND partner = ? AND case_key = ? ORDER BY sequence DESC LIMIT 1
                """, UUID.class, platform(), partner.value(), caseKey).stream().findFirst();
    }

    public List<Incoming> ofCase(PlatformId partner, String caseKey) {
        return database.query("""
                SELECT i.*, NULL AS after_state FROM exchange.inbox i WHERE platform = ? AND partner = ? AND case_key = ?
                ORDER BY sequence LIMIT 500
                """, InboxTables::read, platform(), partner.value(), caseKey);
    }

    /// The desk's list, newest first.
    public List<Incoming> list(@Nullable PlatformId partner, @Nullable String state, int most) {
        String who = partner == null ? null : partner.value();
        return database.query("""
                SELECT i.*, NULL AS after_state FROM exchange.inbox i WHERE platform = ?
                  AND (?::text IS NULL OR partner = ?) AND (?::text IS NULL OR state = ?)
                ORDER BY received_at DESC, sequence DESC LIMIT ?
                """, InboxTables::read, platform(), who, who, state, state, most);
    }

    private static Incoming read(ResultSet row, int number) throws SQLException {
        return new Incoming(row.getObject("id", UUID.class), PlatformId.of(row.getString("partner")), row.getLong("sequence"),
                row.getString("kind"), row.getString("case_key"), row.getObject("after", UUID.class), row.getBytes("bytes"),
                row.getBytes("signature"), row.getTimestamp("received_at").toInstant(), row.getString("state"),
                row.getString("reason_code"), row.getString("reason"), instant(row, "settled_at"), row.getString("settled_by"),
                row.getString("after_state"));
    }
}
