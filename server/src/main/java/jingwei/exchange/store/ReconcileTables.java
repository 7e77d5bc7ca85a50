package jingwei.exchange.store;

import static jingwei.exchange.store.OutboxTables.at;
import static jingwei.exchange.store.OutboxTables.instant;
import static jingwei.exchange.store.OutboxTables.platform;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingwei.exchange.Partner;
import jingwei.tenancy.PlatformId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// 对账的表, and the lines both sides draw from their cases.
@Repository
public class ReconcileTables {

    private final JdbcTemplate database;

    ReconcileTables(JdbcTemplate database) {
        this.database = database;
    }

    /// 一行账.
    ///
    /// @param key      `G` and the giver's number for a given case, `C` and the owner's number for a copy
    /// @param standing what must be the same on both sides: the taker's number, round and stage
    public record LedgerLine(String key, String standing) {
    }

    /// 一次对账.
    public record Reconciliation(UUID id, PlatformId partner, Instant askedAt, @Nullable Instant finishedAt, String state, long ours,
            long theirs, String differences) {
    }

    /// Every case this platform and the partner have between them, as it should stand on both sides.
    public List<LedgerLine> lines(Partner partner) {
        String copies = partner.standing() == Partner.Standing.ABOVE ? """
                SELECT 'C' || c.number, c.round || ' ' || lower(c.stage) FROM casework.cases c
                WHERE c.platform = ? AND EXISTS (SELECT FROM exchange.outbox o
                  WHERE o.platform = c.platform AND o.partner = ? AND o.case_key = c.number AND o.kind = 'copy')
                """ : "SELECT 'C' || number, round || ' ' || stage FROM exchange.copies WHERE platform = ? AND partner = ?";
        return database.query("""
                SELECT CASE l.part WHEN 'GIVER' THEN 'G' || l.ours ELSE 'G' || l.theirs END AS key,
                  CASE l.part WHEN 'GIVER' THEN coalesce(l.theirs, '') ELSE l.ours END || ' ' || l.round || ' '
                    || CASE l.part WHEN 'GIVER' THEN coalesce(l.stage, '') ELSE lower(coalesce(c.stage, '')) END AS standing
                FROM exchange.linked_cases l
                LEFT JOIN casework.cases c ON c.platform = l.platform AND c.number = l.ours
                WHERE l.platform = ? AND l.partner = ? AND l.active
                UNION ALL
                """ + copies, (row, n) -> new LedgerLine(row.getString(1), row.getString(2)), platform(), partner.id().value(), platform(),
                partner.id().value());
    }

    public void begin(UUID id, PlatformId partner, Instant now) {
        database.update("INSERT INTO exchange.reconciliations (platform, id, partner, asked_at, state) VALUES (?, ?, ?, ?, 'ASKED')",
                platform(), id, partner.value(), Timestamp.from(now));
    }

    /// @param keep keeps the differences found by an earlier attempt: what was repaired stays to be read
    public void compared(UUID id, String state, long ours, long theirs, String differences, boolean keep, @Nullable Instant finished) {
        database.update("""
                UPDATE exchange.reconciliations SET state = ?, ours = ?, theirs = ?, finished_at = ?,
                  differences = CASE WHEN ? THEN differences ELSE ? END
                WHERE platform = ? AND id = ?
                """, state, ours, theirs, at(finished), keep, differences, platform(), id);
    }

    public Optional<Instant> lastAsked(PlatformId partner) {
        return Optional.ofNullable(database.queryForObject("""
                SELECT max(asked_at) FROM exchange.reconciliations WHERE platform = ? AND partner = ?
                """, Timestamp.class, platform(), partner.value())).map(Timestamp::toInstant);
    }

    public List<Reconciliation> newest(@Nullable PlatformId partner, int most) {
        String who = partner == null ? null : partner.value();
        return database.query("""
                SELECT * FROM exchange.reconciliations WHERE platform = ? AND (?::text IS NULL OR partner = ?)
                ORDER BY asked_at DESC LIMIT ?
                """, (row, n) -> new Reconciliation(row.getObject("id", UUID.class), PlatformId.of(row.getString("partner")),
                        row.getTimestamp("asked_at").toInstant(), instant(row, "finished_at"), row.getString("state"),
                        row.getLong("ours"), row.getLong("theirs"), row.getString("differences")), platform(), who, who, most);
    }
}
