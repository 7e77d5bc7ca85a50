package jingwei.exchange.store;

import static jingwei.exchange.store.OutboxTables.at;
import static jingwei.exchange.store.OutboxTables.instant;
import static jingwei.exchange.store.OutboxTables.platform;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// 部门共享的表.
@Repository
public class ShareTables {

    private final JdbcTemplate database;

    ShareTables(JdbcTemplate database) {
        this.database = database;
    }

    /// 共享资源.
    ///
    /// @param mapping JSON
    /// @param keyed   whether a key for deliveries was given
    /// @param records how many records of it are kept, @param waiting how many wait for a person
    public record Share(String id, String kind, String name, String owner, String contact, String conditions, @Nullable String profile,
            String mapping, boolean keyed, LocalDate validFrom, @Nullable LocalDate validTo, @Nullable Instant lastAt, int lastRecords,
            int lastRefused, String lastNote, Instant changedAt, String changedBy, long records, long waiting) {
    }

    /// 送来的记录. @param shape WKT, null where it has no place
    public record ShareRecord(String share, String id, String profile, String kind, String name, String holder, @Nullable Instant begins,
            @Nullable Instant ends, @Nullable String shape, String content, String state, String reason, @Nullable String caseNumber,
            @Nullable String stage, @Nullable String act, @Nullable String opinion, @Nullable String unit, @Nullable Integer grade,
            @Nullable Boolean solved, Instant cameAt, Instant changedAt) {
    }

    /// Its bounds with the buffer; null where it has no place.
    public record Bounds(double west, double south, double east, double north) {
    }

    private static final String ALL = """
            SELECT s.*, (SELECT count(*) FROM exchange.share_records r WHERE r.platform = s.platform AND r.share = s.id
                AND r.state <> 'WITHDRAWN') AS records,
              (SELECT count(*) FROM exchange.share_records r WHERE r.platform = s.platform AND r.share = s.id AND r.state = 'PERSON') AS waiting
            FROM exchange.shares s WHERE s.platform = ?
            """;

    public List<Share> all() {
        return database.query(ALL + " ORDER BY s.kind, s.id", ShareTables::share, platform());
    }

    public Optional<Share> find(String id) {
        return database.query(ALL + " AND s.id = ?", ShareTables::share, platform(), id).stream().findFirst();
    }

    public Optional<Share> byKey(String digest, LocalDate day) {
        return database.query(ALL + " AND s.key_digest = ? AND s.valid_from <= ? AND (s.valid_to IS NULL OR s.valid_to >= ?)", ShareTables::share,
                platform(), digest, Date.valueOf(day), Date.valueOf(day)).stream().findFirst();
    }

    public void put(Share share) {
        database.update("""
                INSERT INTO exchange.shares (platform, id, kind, name, owner, contact, conditions, profile, mapping, valid_from, valid_to,
                  changed_at, changed_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (platform, id) DO UPDATE SET kind = EXCLUDED.kind, name = EXCLUDED.name, owner = EXCLUDED.owner,
                  contact = EXCLUDED.contact, conditions = EXCLUDED.conditions, profile = EXCLUDED.profile, mapping = EXCLUDED.mapping,
                  valid_from = EXCLUDED.valid_from, valid_to = EXCLUDED.valid_to, changed_at = EXCLUDED.changed_at,
                  changed_by = EXCLUDED.changed_by
                """, platform(), share.id(), share.kind(), share.name(), share.owner(), share.contact(), share.conditions(), share.profile(),
                share.mapping(), Date.valueOf(share.validFrom()), share.validTo() == null ? null : Date.valueOf(share.validTo()),
                Timestamp.from(share.changedAt()), share.changedBy());
    }

    public void key(String id, String digest) {
        database.update("UPDATE exchange.shares SET key_digest = ? WHERE platform = ? AND id = ?", digest, platform(), id);
    }

    public void delivered(String id, Instant now, int records, int refused, String note) {
        database.update("""
                UPDATE exchange.shares SET last_at = ?, last_records = ?, last_refused = ?, last_note = ? WHERE platform = ? AND id = ?
                """, Timestamp.from(now), records, refused, note, platform(), id);
    }

    public Optional<ShareRecord> record(String share, String id) {
        return database.query("SELECT * FROM exchange.share_records WHERE platform = ? AND share = ? AND id = ? FOR UPDATE", ShareTables::row,
                platform(), share, id).stream().findFirst();
    }

    public void put(ShareRecord one, @Nullable Bounds bounds) {
        database.update("""
                INSERT INTO exchange.share_records (platform, share, id, profile, kind, name, holder, begins_at, ends_at, shape, west, south,
                  east, north, content, state, reason, case_number, stage, act, opinion, unit, grade, solved, came_at, changed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (platform, share, id) DO UPDATE SET kind = EXCLUDED.kind, name = EXCLUDED.name, holder = EXCLUDED.holder,
                  begins_at = EXCLUDED.begins_at, ends_at = EXCLUDED.ends_at, shape = EXCLUDED.shape, west = EXCLUDED.west,
                  south = EXCLUDED.south, east = EXCLUDED.east, north = EXCLUDED.north, content = EXCLUDED.content, state = EXCLUDED.state,
                  reason = EXCLUDED.reason, case_number = EXCLUDED.case_number, stage = EXCLUDED.stage, act = EXCLUDED.act,
                  opinion = EXCLUDED.opinion, unit = EXCLUDED.unit, grade = EXCLUDED.grade, solved = EXCLUDED.solved,
                  changed_at = EXCLUDED.changed_at
                """, platform(), one.share(), one.id(), one.profile(), one.kind(), one.name(), one.holder(), at(one.begins()), at(one.ends()),
                one.shape(), bounds == null ? null : bounds.west(), bounds == null ? null : bounds.south(), bounds == null ? null : bounds.east(),
                bounds == null ? null : bounds.north(), one.content(), one.state(), one.reason(), one.caseNumber(), one.stage(), one.act(),
                one.opinion(), one.unit(), one.grade(), one.solved(), Timestamp.from(one.cameAt()), Timestamp.from(one.changedAt()));
    }

    /// What became of the case a record began.
    public void moved(String caseNumber, String stage, String act, @Nullable String opinion, @Nullable String unit, Instant at) {
        database.update("""
                UPDATE exchange.share_records SET stage = ?, act = ?, opinion = coalesce(?, opinion), unit = ?, changed_at = ?
                WHERE platform = ? AND case_number = ?
                """, stage, act, opinion, unit, Timestamp.from(at), platform(), caseNumber);
    }

    public List<ShareRecord> ofCase(String caseNumber) {
        return database.query("SELECT * FROM exchange.share_records WHERE platform = ? AND case_number = ?", ShareTables::row, platform(), caseNumber);
    }

    /// Cases of a share that have moved since, oldest first.
    public List<ShareRecord> results(String share, Instant since, int most) {
        return database.query("""
                SELECT * FROM exchange.share_records WHERE platform = ? AND share = ? AND changed_at > ? ORDER BY changed_at, id LIMIT ?
                """, ShareTables::row, platform(), share, Timestamp.from(since), most);
    }

    public List<ShareRecord> list(String share, @Nullable String state, int most) {
        return database.query("""
                SELECT * FROM exchange.share_records WHERE platform = ? AND share = ? AND (?::text IS NULL OR state = ?)
                ORDER BY changed_at DESC, id LIMIT ?
                """, ShareTables::row, platform(), share, state, state, most);
    }

    /// Works and lines whose bounds hold the point, in force then.
    public List<ShareRecord> around(double longitude, double latitude, Instant then) {
        return database.query("""
                SELECT * FROM exchange.share_records WHERE platform = ? AND state = 'CURRENT' AND west <= ? AND east >= ? AND south <= ?
                  AND north >= ? AND (begins_at IS NULL OR begins_at <= ?) AND (ends_at IS NULL OR ends_at >= ?)
                ORDER BY profile DESC, begins_at DESC, id LIMIT 50
                """, ShareTables::row, platform(), longitude, longitude, latitude, latitude, Timestamp.from(then), Timestamp.from(then));
    }

    private static Share share(ResultSet row, int n) throws SQLException {
        Date to = row.getDate("valid_to");
        return new Share(row.getString("id"), row.getString("kind"), row.getString("name"), row.getString("owner"), row.getString("contact"),
                row.getString("conditions"), row.getString("profile"), row.getString("mapping"), row.getString("key_digest") != null,
                row.getDate("valid_from").toLocalDate(), to == null ? null : to.toLocalDate(), instant(row, "last_at"),
                row.getInt("last_records"), row.getInt("last_refused"), row.getString("last_note"), row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"), row.getLong("records"), row.getLong("waiting"));
    }

    private static ShareRecord row(ResultSet row, int n) throws SQLException {
        return new ShareRecord(row.getString("share"), row.getString("id"), row.getString("profile"), row.getString("kind"), row.getString("name"),
                row.getString("holder"), instant(row, "begins_at"), instant(row, "ends_at"), row.getString("shape"), row.getString("content"),
                row.getString("state"), row.getString("reason"), row.getString("case_number"), row.getString("stage"), row.getString("act"),
                row.getString("opinion"), row.getString("unit"), row.getObject("grade", Integer.class), row.getObject("solved", Boolean.class),
                row.getTimestamp("came_at").toInstant(), row.getTimestamp("changed_at").toInstant());
    }
}
