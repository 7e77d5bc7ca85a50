package jingwei.exchange.store;

import static jingwei.exchange.store.OutboxTables.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingwei.tenancy.PlatformId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// 异构平台的表.
@Repository
public class StrangerTables {

    /// Kinds that say whose turn it is in a case: given, told done, asked back.
    private static final String TURNS = "kind IN ('hand-down', 'rework', 'done', 'return-asked')";

    private final JdbcTemplate database;

    StrangerTables(JdbcTemplate database) {
        this.database = database;
    }

    /// 异构平台.
    ///
    /// @param dialect    the mapping file, JSON
    /// @param ourCode    what the stranger calls this platform
    /// @param privateKey signs receipts in its name, here alone
    public record Foreign(PlatformId partner, String dialect, String ourCode, String theirCode, String privateKey, Instant changedAt,
            String changedBy) {
    }

    /// 一份报文. @param number the stranger's number of the case, ours where it has none yet
    public record Message(UUID id, PlatformId partner, boolean in, String code, String number, String kind, int round, UUID letter,
            String knownBy, byte[] bytes, Instant at, int repeats) {
    }

    public List<Foreign> all() {
        return database.query("SELECT * FROM exchange.strangers WHERE platform = ? ORDER BY partner", StrangerTables::stranger, platform());
    }

    public Optional<Foreign> find(PlatformId partner) {
        return database.query("SELECT * FROM exchange.strangers WHERE platform = ? AND partner = ?", StrangerTables::stranger, platform(),
                partner.value()).stream().findFirst();
    }

    /// Whose door that is.
    public Optional<Foreign> byDoor(String digest) {
        return database.query("SELECT * FROM exchange.strangers WHERE platform = ? AND door_digest = ?", StrangerTables::stranger,
                platform(), digest).stream().findFirst();
    }

    public void put(Foreign stranger, String doorDigest) {
        database.update("""
                INSERT INTO exchange.strangers (platform, partner, dialect, our_code, their_code, door_digest, private_key, changed_at,
                  changed_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (platform, partner) DO UPDATE SET dialect = EXCLUDED.dialect, our_code = EXCLUDED.our_code,
                  their_code = EXCLUDED.their_code, door_digest = EXCLUDED.door_digest, private_key = EXCLUDED.private_key,
                  changed_at = EXCLUDED.changed_at, changed_by = EXCLUDED.changed_by
                """, platform(), stranger.partner().value(), stranger.dialect(), stranger.ourCode(), stranger.theirCode(), doorDigest,
                stranger.privateKey(), Timestamp.from(stranger.changedAt()), stranger.changedBy());
    }

    public boolean dialect(PlatformId partner, String dialect, Instant now, String by) {
        return database.update("""
                UPDATE exchange.strangers SET dialect = ?, changed_at = ?, changed_by = ? WHERE platform = ? AND partner = ?
                """, dialect, Timestamp.from(now), by, platform(), partner.value()) == 1;
    }

    public void insert(Message one) {
        database.update("""
                INSERT INTO exchange.stranger_messages (platform, id, partner, direction, code, number, kind, round, letter, known_by, bytes,
                  came_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, platform(), one.id(), one.partner().value(), one.in() ? "IN" : "OUT", one.code(), one.number(), one.kind(),
                one.round(), one.letter(), one.knownBy(), one.bytes(), Timestamp.from(one.at()));
    }

    /// Counts a repeat; answers whether the message is known.
    public boolean repeated(PlatformId partner, String knownBy) {
        return database.update("""
                UPDATE exchange.stranger_messages SET repeats = repeats + 1
                WHERE platform = ? AND partner = ? AND direction = 'IN' AND known_by = ?
                """, platform(), partner.value(), knownBy) == 1;
    }

    /// Whether that letter has gone to the stranger.
    public boolean gone(PlatformId partner, UUID letter) {
        return Boolean.TRUE.equals(database.queryForObject("""
                SELECT EXISTS (SELECT FROM exchange.stranger_messages WHERE platform = ? AND partner = ? AND direction = 'OUT' AND known_by = ?)
                """, Boolean.class, platform(), partner.value(), letter.toString()));
    }

    /// The last message of a case that says whose turn it is.
    public Optional<Message> turn(PlatformId partner, String number) {
        return database.query("SELECT * FROM exchange.stranger_messages WHERE platform = ? AND partner = ? AND number = ? AND " + TURNS
                + " ORDER BY nr DESC LIMIT 1", StrangerTables::message, platform(), partner.value(), number).stream().findFirst();
    }

    public Optional<Message> ofLetter(PlatformId partner, UUID letter) {
        return database.query("SELECT * FROM exchange.stranger_messages WHERE platform = ? AND partner = ? AND letter = ?",
                StrangerTables::message, platform(), partner.value(), letter).stream().findFirst();
    }

    /// What a message that could not be read turned out to say.
    public void understood(UUID id, String code, String number, String kind, int round, UUID letter, String knownBy) {
        database.update("""
                UPDATE exchange.stranger_messages SET code = ?, number = ?, kind = ?, round = ?, letter = ?, known_by = ?
                WHERE platform = ? AND id = ?
                """, code, number, kind, round, letter, knownBy, platform(), id);
    }

    /// Newest first.
    public List<Message> newest(PlatformId partner, int most) {
        return database.query("SELECT * FROM exchange.stranger_messages WHERE platform = ? AND partner = ? ORDER BY nr DESC LIMIT ?",
                StrangerTables::message, platform(), partner.value(), most);
    }

    private static Foreign stranger(ResultSet row, int n) throws SQLException {
        return new Foreign(PlatformId.of(row.getString("partner")), row.getString("dialect"), row.getString("our_code"),
                row.getString("their_code"), row.getString("private_key"), row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"));
    }

    private static Message message(ResultSet row, int n) throws SQLException {
        return new Message(row.getObject("id", UUID.class), PlatformId.of(row.getString("partner")), row.getString("direction").equals("IN"),
                row.getString("code"), row.getString("number"), row.getString("kind"), row.getInt("round"),
                row.getObject("letter", UUID.class), row.getString("known_by"), row.getBytes("bytes"),
                row.getTimestamp("came_at").toInstant(), row.getInt("repeats"));
    }
}
