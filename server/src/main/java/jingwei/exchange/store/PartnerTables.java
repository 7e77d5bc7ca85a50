package jingwei.exchange.store;

import static jingwei.exchange.store.OutboxTables.instant;
import static jingwei.exchange.store.OutboxTables.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jingwei.exchange.Partner;
import jingwei.standards.Text;
import jingwei.tenancy.PlatformId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// 协同平台的表.
@Repository
public class PartnerTables {

    private final JdbcTemplate database;

    PartnerTables(JdbcTemplate database) {
        this.database = database;
    }

    public List<Partner> all() {
        return database.query("SELECT * FROM exchange.partners WHERE platform = ? ORDER BY partner", PartnerTables::read,
                platform());
    }

    public Optional<Partner> find(PlatformId partner) {
        return database.query("SELECT * FROM exchange.partners WHERE platform = ? AND partner = ?", PartnerTables::read,
                platform(), partner.value()).stream().findFirst();
    }

    /// As {@link #find}, and nobody else receives from it until the transaction ends.
    public Optional<Partner> lock(PlatformId partner) {
        return database.query("SELECT * FROM exchange.partners WHERE platform = ? AND partner = ? FOR UPDATE",
                PartnerTables::read, platform(), partner.value()).stream().findFirst();
    }

    /// Joins it, or joins it anew with new keys; what was exchanged before stays.
    public void join(PlatformId partner, Text name, String region, Partner.Standing standing, String address, String algorithm,
            String publicKey, @Nullable String unit, Instant now) {
        database.update("""
                INSERT INTO exchange.partners (platform, partner, name_zh, name_en, region, standing, address, algorithm,
                  public_key, unit, state, joined_at, next_try_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'JOINED', ?, ?)
                ON CONFLICT (platform, partner) DO UPDATE SET name_zh = EXCLUDED.name_zh, name_en = EXCLUDED.name_en,
                  region = EXCLUDED.region, standing = EXCLUDED.standing, address = EXCLUDED.address,
                  algorithm = EXCLUDED.algorithm, public_key = EXCLUDED.public_key,
                  unit = coalesce(EXCLUDED.unit, exchange.partners.unit), state = 'JOINED', joined_at = EXCLUDED.joined_at,
                  revoked_at = NULL, failures = 0, trouble = NULL, next_try_at = EXCLUDED.next_try_at
                """, platform(), partner.value(), name.zh(), name.en(), region, standing.name(), address, algorithm, publicKey,
                unit, Timestamp.from(now), Timestamp.from(now));
    }

    public void arrange(PlatformId partner, @Nullable String unit, Partner.DoneAfter doneAfter, boolean acceptsCheck,
            String address) {
        database.update("""
                UPDATE exchange.partners SET unit = ?, done_after = ?, accepts_check = ?, address = ?
                WHERE platform = ? AND partner = ?
                """, unit, doneAfter.name(), acceptsCheck, address, platform(), partner.value());
    }

    public boolean revoke(PlatformId partner, Instant now) {
        return database.update("""
                UPDATE exchange.partners SET state = 'REVOKED', revoked_at = ? WHERE platform = ? AND partner = ? AND state = 'JOINED'
                """, Timestamp.from(now), platform(), partner.value()) == 1;
    }

    public void line(PlatformId partner, Partner.Line line, Instant now) {
        database.update("""
                UPDATE exchange.partners SET line = ?, failures = 0, next_try_at = ?, trouble = NULL
                WHERE platform = ? AND partner = ?
                """, line.name(), Timestamp.from(now), platform(), partner.value());
    }

    /// Takes so many sequences; answers the first.
    public long take(PlatformId partner, int many) {
        Long next = database.queryForObject("""
                UPDATE exchange.partners SET next_sequence = next_sequence + ? WHERE platform = ? AND partner = ?
                RETURNING next_sequence
                """, Long.class, many, platform(), partner.value());
        return next == null ? 0 : next - many;
    }

    /// Our own sequence went back: it goes on after what the other side knows.
    public void goOnAfter(PlatformId partner, long sequence, Instant now) {
        database.update("""
                UPDATE exchange.partners SET next_sequence = greatest(next_sequence, ? + 1), restored_at = ?
                WHERE platform = ? AND partner = ?
                """, sequence, Timestamp.from(now), platform(), partner.value());
    }

    /// The other side's sequence went back, or it lacks what it had.
    public void restored(PlatformId partner, Instant now) {
        database.update("UPDATE exchange.partners SET restored_at = ? WHERE platform = ? AND partner = ?", Timestamp.from(now),
                platform(), partner.value());
    }

    public void heard(PlatformId partner, long received, long contiguous, Instant now) {
        database.update("""
                UPDATE exchange.partners SET received = greatest(received, ?), contiguous = ?, heard_at = ?
                WHERE platform = ? AND partner = ?
                """, received, contiguous, Timestamp.from(now), platform(), partner.value());
    }

    public void carried(PlatformId partner, long confirmed, int skewSeconds) {
        database.update("""
                UPDATE exchange.partners SET confirmed = greatest(confirmed, ?), failures = 0, trouble = NULL, skew_seconds = ?
                WHERE platform = ? AND partner = ?
                """, confirmed, skewSeconds, platform(), partner.value());
    }

    public void failed(PlatformId partner, String why, Instant again) {
        database.update("""
                UPDATE exchange.partners SET failures = failures + 1, trouble = ?, next_try_at = ?
                WHERE platform = ? AND partner = ?
                """, why, Timestamp.from(again), platform(), partner.value());
    }

    /// The next attempt comes at once.
    public void hurry(PlatformId partner, Instant now) {
        database.update("UPDATE exchange.partners SET next_try_at = ? WHERE platform = ? AND partner = ?", Timestamp.from(now),
                platform(), partner.value());
    }

    /// One worker at a time does this for this partner, on however many servers; the lock ends with the transaction.
    public boolean claim(String work, PlatformId partner) {
        return Boolean.TRUE.equals(database.queryForObject(
                "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))", Boolean.class,
                "exchange " + work + " " + platform() + " " + partner.value()));
    }

    public void invite(String digest, PlatformId partner, @Nullable String unit, Instant now, Instant expires) {
        database.update("""
                INSERT INTO exchange.invitations (platform, digest, partner, unit, made_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)
                """, platform(), digest, partner.value(), unit, Timestamp.from(now), Timestamp.from(expires));
    }

    /// An invitation used up by this call. @param unit stands for the partner here
    public record Invitation(PlatformId partner, @Nullable String unit) {
    }

    public Optional<Invitation> use(String digest, Instant now) {
        return database.query("""
                UPDATE exchange.invitations SET used_at = ? WHERE platform = ? AND digest = ? AND used_at IS NULL AND expires_at > ?
                RETURNING partner, unit
                """, (row, n) -> new Invitation(PlatformId.of(row.getString(1)), row.getString(2)), Timestamp.from(now),
                platform(), digest, Timestamp.from(now)).stream().findFirst();
    }

    /// 待送影音.
    public record MediaDue(PlatformId partner, String hash, int tries, @Nullable String trouble) {
    }

    public void mediaWanted(PlatformId partner, List<String> hashes, Instant now) {
        database.batchUpdate("""
                INSERT INTO exchange.media_due (platform, partner, hash, next_try_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                """, hashes, 100, (statement, hash) -> {
                    statement.setString(1, platform());
                    statement.setString(2, partner.value());
                    statement.setString(3, hash);
                    statement.setTimestamp(4, Timestamp.from(now));
                });
    }

    public List<MediaDue> mediaDue(PlatformId partner, Instant now, int most) {
        return database.query("""
                SELECT partner, hash, tries, trouble FROM exchange.media_due
                WHERE platform = ? AND partner = ? AND next_try_at <= ? ORDER BY next_try_at, hash LIMIT ?
                """, (row, n) -> new MediaDue(PlatformId.of(row.getString(1)), row.getString(2), row.getInt(3), row.getString(4)),
                platform(), partner.value(), Timestamp.from(now), most);
    }

    public void mediaSent(PlatformId partner, String hash) {
        database.update("DELETE FROM exchange.media_due WHERE platform = ? AND partner = ? AND hash = ?", platform(),
                partner.value(), hash);
    }

    public void mediaFailed(PlatformId partner, String hash, String why, Instant again) {
        database.update("""
                UPDATE exchange.media_due SET tries = tries + 1, trouble = ?, next_try_at = ?
                WHERE platform = ? AND partner = ? AND hash = ?
                """, why, Timestamp.from(again), platform(), partner.value(), hash);
    }

    /// 队列: what waits on a line.
    ///
    /// @param oldest when the oldest letter that waits was written
    public record Queue(PlatformId partner, long waiting, long parked, @Nullable Instant oldest, long refused, long toApply,
            long person, long media) {
    }

    public List<Queue> queues() {
        return database.query("""
                SELECT p.partner,
                  (SELECT count(*) FROM exchange.outbox o WHERE o.platform = p.platform AND o.partner = p.partner
                     AND o.state = 'WAITING') AS waiting,
                  (SELECT count(*) FROM exchange.outbox o WHERE o.platform = p.platform AND o.partner = p.partner
                     AND o.state = 'PARKED') AS parked,
                  (SELECT min(written_at) FROM exchange.outbox o WHERE o.platform = p.platform AND o.partner = p.partner
                     AND o.state <> 'RECEIVED') AS oldest,
                  (SELECT count(*) FROM exchange.outbox o WHERE o.platform = p.platform AND o.partner = p.partner
                     AND o.answer = 'REFUSED') AS refused,
                  (SELECT count(*) FROM exchange.inbox i WHERE i.platform = p.platform AND i.partner = p.partner
                     AND i.state = 'WAITING') AS to_apply,
                  (SELECT count(*) FROM exchange.inbox i WHERE i.platform = p.platform AND i.partner = p.partner
                     AND i.state = 'PERSON') AS person,
                  (SELECT count(*) FROM exchange.media_due m WHERE m.platform = p.platform AND m.partner = p.partner) AS media
                FROM exchange.partners p WHERE p.platform = ? ORDER BY p.partner
                """, (row, n) -> new Queue(PlatformId.of(row.getString("partner")), row.getLong("waiting"), row.getLong("parked"),
                        instant(row, "oldest"), row.getLong("refused"), row.getLong("to_apply"), row.getLong("person"),
                        row.getLong("media")), platform());
    }

    private static Partner read(ResultSet row, int number) throws SQLException {
        return new Partner(PlatformId.of(row.getString("partner")), Text.of(row.getString("name_zh"), row.getString("name_en")),
                row.getString("region"), Partner.Standing.valueOf(row.getString("standing")), row.getString("address"),
                row.getString("algorithm"), row.getString("public_key"), row.getString("unit"),
                Partner.DoneAfter.valueOf(row.getString("done_after")), row.getBoolean("accepts_check"),
                Partner.State.valueOf(row.getString("state")), row.getTimestamp("joined_at").toInstant(), row.getLong("received"),
                row.getLong("contiguous"), row.getLong("confirmed"), row.getInt("failures"),
                row.getTimestamp("next_try_at").toInstant(), Partner.Line.valueOf(row.getString("line")), row.getString("trouble"),
                instant(row, "heard_at"), row.getObject("skew_seconds", Integer.class), instant(row, "restored_at"));
    }
}
