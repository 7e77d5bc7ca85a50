package jingwei.exchange.store;

import static jingwei.exchange.store.OutboxTables.at;
import static jingwei.exchange.store.OutboxTables.instant;
import static jingwei.exchange.store.OutboxTables.platform;

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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// 两级案件对照、副本和来版的表.
@Repository
public class LinkTables {

    private final JdbcTemplate database;

    LinkTables(JdbcTemplate database) {
        this.database = database;
    }

    /// 两级案件对照: a case two platforms have between them.
    ///
    /// @param part    whether this platform gave it or took it
    /// @param stage   stage of the other side's case; null before it said one
    /// @param due     the giver's deadline
    /// @param wish    what the taker has asked and nobody has decided: `return`, `extension`, `hold`
    /// @param granted words of what the giver has agreed to: `hold`, `return`, `closed`
    public record Link(PlatformId partner, String ours, @Nullable String theirs, Part part, int round, @Nullable String stage,
            @Nullable String act, boolean active, @Nullable Instant due, @Nullable String wish, String granted,
            Instant changedAt) {

        /// 交办方, 承办方.
        public enum Part {
            GIVER, TAKER
        }

        public boolean has(String word) {
            return List.of(granted.split(" ")).contains(word);
        }

        public Link with(String word) {
            return has(word) ? this : new Link(partner, ours, theirs, part, round, stage, act, active, due, wish,
                    (granted + " " + word).strip(), changedAt);
        }

        public Link without(String word) {
            return new Link(partner, ours, theirs, part, round, stage, act, active, due, wish,
                    String.join(" ", java.util.Arrays.stream(granted.split(" ")).filter(each -> !each.equals(word)).toList()), changedAt);
        }

        public Link theirs(@Nullable String number) {
            return new Link(partner, ours, number, part, round, stage, act, active, due, wish, granted, changedAt);
        }

        public Link at(@Nullable String nowStage, @Nullable String nowAct) {
            return new Link(partner, ours, theirs, part, round, nowStage, nowAct, active, due, wish, granted, changedAt);
        }

        public Link due(@Nullable Instant deadline) {
            return new Link(partner, ours, theirs, part, round, stage, act, active, deadline, wish, granted, changedAt);
        }

        public Link wish(@Nullable String word) {
            return new Link(partner, ours, theirs, part, round, stage, act, active, due, word, granted, changedAt);
        }

        public Link active(boolean value) {
            return new Link(partner, ours, theirs, part, round, stage, act, value, due, wish, granted, changedAt);
        }

        public Link round(int value) {
            return new Link(partner, ours, theirs, part, value, stage, act, true, due, null, "", changedAt);
        }
    }

    /// 下级自办案件副本.
    public record Copy(PlatformId partner, String number, String stage, String act, int round, String classCode, String address,
            double longitude, double latitude, String description, @Nullable String unit, @Nullable Instant due, Instant begunAt,
            Instant changedAt, String more) {
    }

    /// 来版.
    public record CameVersion(PlatformId partner, String subject, String version, UUID letter, String body, Instant receivedAt,
            @Nullable Instant takenAt, @Nullable String takenBy) {
    }

    public List<Link> ofOurs(String ours) {
        return database.query("SELECT * FROM exchange.linked_cases WHERE platform = ? AND ours = ?", LinkTables::link, platform(), ours);
    }

    public Optional<Link> find(PlatformId partner, String ours) {
        return database.query("SELECT * FROM exchange.linked_cases WHERE platform = ? AND partner = ? AND ours = ?", LinkTables::link,
                platform(), partner.value(), ours).stream().findFirst();
    }

    /// The partner's numbers of these cases of ours, where they are known.
    public Map<String, String> theirs(PlatformId partner, Collection<String> ours) {
        Map<String, String> known = new HashMap<>();
        database.query("""
                SELECT ours, theirs FROM exchange.linked_cases WHERE platform = ? AND partner = ? AND ours = ANY (?) AND theirs IS NOT NULL
                """, row -> {
                    known.put(row.getString(1), row.getString(2));
                }, platform(), partner.value(), ours.toArray(String[]::new));
        return known;
    }

    public Optional<Link> byTheirs(PlatformId partner, String theirs) {
        return database.query("SELECT * FROM exchange.linked_cases WHERE platform = ? AND partner = ? AND theirs = ?",
                LinkTables::link, platform(), partner.value(), theirs).stream().findFirst();
    }

    public List<Link> all(PlatformId partner) {
        return database.query("SELECT * FROM exchange.linked_cases WHERE platform = ? AND partner = ? ORDER BY ours", LinkTables::link,
                platform(), partner.value());
    }

    public List<Link> newest(@Nullable PlatformId partner, int most) {
        String who = partner == null ? null : partner.value();
        return database.query("""
                SELECT * FROM exchange.linked_cases WHERE platform = ? AND (?::text IS NULL OR partner = ?)
                ORDER BY changed_at DESC LIMIT ?
                """, LinkTables::link, platform(), who, who, most);
    }

    public void put(Link link, Instant now) {
        database.update("""
                INSERT INTO exchange.linked_cases
                  (platform, partner, ours, theirs, part, round, stage, act, active, due, wish, granted, changed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (platform, partner, ours) DO UPDATE SET theirs = EXCLUDED.theirs, part = EXCLUDED.part,
                  round = EXCLUDED.round, stage = EXCLUDED.stage, act = EXCLUDED.act, active = EXCLUDED.active, due = EXCLUDED.due,
                  wish = EXCLUDED.wish, granted = EXCLUDED.granted, changed_at = EXCLUDED.changed_at
                """, platform(), link.partner().value(), link.ours(), link.theirs(), link.part().name(), link.round(), link.stage(),
                link.act(), link.active(), at(link.due()), link.wish(), link.granted(), Timestamp.from(now));
    }

    public void put(Copy copy) {
        database.update("""
                INSERT INTO exchange.copies (platform, partner, number, stage, act, round, class, address, longitude, latitude,
                  description, unit, due, begun_at, changed_at, more)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (platform, partner, number) DO UPDATE SET stage = EXCLUDED.stage, act = EXCLUDED.act,
                  round = EXCLUDED.round, class = EXCLUDED.class, address = EXCLUDED.address, longitude = EXCLUDED.longitude,
                  latitude = EXCLUDED.latitude, description = EXCLUDED.description, unit = EXCLUDED.unit, due = EXCLUDED.due,
                  changed_at = EXCLUDED.changed_at, more = EXCLUDED.more
                """, platform(), copy.partner().value(), copy.number(), copy.stage(), copy.act(), copy.round(), copy.classCode(),
                copy.address(), copy.longitude(), copy.latitude(), copy.description(), copy.unit(), at(copy.due()),
                Timestamp.from(copy.begunAt()), Timestamp.from(copy.changedAt()), copy.more());
    }

    public List<Copy> copies(@Nullable PlatformId partner, int most) {
        String who = partner == null ? null : partner.value();
        return database.query("""
                SELECT * FROM exchange.copies WHERE platform = ? AND (?::text IS NULL OR partner = ?) ORDER BY changed_at DESC LIMIT ?
                """, LinkTables::copy, platform(), who, who, most);
    }

    /// Acts after which a county's case is over.
    private static final String ENDED = "act IN ('close', 'close-short', 'approve-settlement', 'decline', 'mark-duplicate', "
            + "'refuse-filing', 'annul', 'merge')";

    /// 来报合计: what a partner's copies say together.
    ///
    /// @param asOf the newest change told
    public record CopyCounts(Instant asOf, long open, long red, long reported, long closed) {
    }

    /// Counts of the partner's copies; empty where it has sent none.
    public Optional<CopyCounts> told(PlatformId partner, Instant now, Instant midnight) {
        return database.query("SELECT max(changed_at), count(*) FILTER (WHERE NOT " + ENDED + "), count(*) FILTER (WHERE NOT " + ENDED
                + " AND due < ?), count(*) FILTER (WHERE begun_at >= ?), count(*) FILTER (WHERE act IN ('close', 'close-short', "
                + "'approve-settlement') AND changed_at >= ?) FROM exchange.copies WHERE platform = ? AND partner = ? HAVING count(*) > 0",
                (row, n) -> new CopyCounts(row.getTimestamp(1).toInstant(), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                Timestamp.from(now), Timestamp.from(midnight), Timestamp.from(midnight), platform(), partner.value()).stream().findFirst();
    }

    /// The partner's open cases, newest first.
    public List<Copy> openCopies(PlatformId partner, int most) {
        return database.query("SELECT * FROM exchange.copies WHERE platform = ? AND partner = ? AND NOT " + ENDED
                + " ORDER BY changed_at DESC LIMIT ?", LinkTables::copy, platform(), partner.value(), most);
    }

    public void put(CameVersion publication) {
        database.update("""
                INSERT INTO exchange.publications (platform, partner, subject, version, letter, body, received_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (platform, partner, subject, version) DO UPDATE SET letter = EXCLUDED.letter, body = EXCLUDED.body,
                  received_at = EXCLUDED.received_at
                """, platform(), publication.partner().value(), publication.subject(), publication.version(), publication.letter(),
                publication.body(), Timestamp.from(publication.receivedAt()));
    }

    public List<CameVersion> publications(@Nullable PlatformId partner) {
        String who = partner == null ? null : partner.value();
        return database.query("""
                SELECT * FROM exchange.publications WHERE platform = ? AND (?::text IS NULL OR partner = ?)
                ORDER BY received_at DESC, subject LIMIT 500
                """, LinkTables::publication, platform(), who, who);
    }

    public boolean taken(PlatformId partner, String subject, String version, Instant now, String by) {
        return database.update("""
                UPDATE exchange.publications SET taken_at = ?, taken_by = ?
                WHERE platform = ? AND partner = ? AND subject = ? AND version = ?
                """, Timestamp.from(now), by, platform(), partner.value(), subject, version) == 1;
    }

    private static Link link(ResultSet row, int n) throws SQLException {
        return new Link(PlatformId.of(row.getString("partner")), row.getString("ours"), row.getString("theirs"),
                Link.Part.valueOf(row.getString("part")), row.getInt("round"), row.getString("stage"), row.getString("act"),
                row.getBoolean("active"), instant(row, "due"), row.getString("wish"), row.getString("granted"),
                row.getTimestamp("changed_at").toInstant());
    }

    private static Copy copy(ResultSet row, int n) throws SQLException {
        return new Copy(PlatformId.of(row.getString("partner")), row.getString("number"), row.getString("stage"), row.getString("act"),
                row.getInt("round"), row.getString("class"), row.getString("address"), row.getDouble("longitude"),
                row.getDouble("latitude"), row.getString("description"), row.getString("unit"), instant(row, "due"),
                row.getTimestamp("begun_at").toInstant(), row.getTimestamp("changed_at").toInstant(), row.getString("more"));
    }

    private static CameVersion publication(ResultSet row, int n) throws SQLException {
        return new CameVersion(PlatformId.of(row.getString("partner")), row.getString("subject"), row.getString("version"),
                row.getObject("letter", UUID.class), row.getString("body"), row.getTimestamp("received_at").toInstant(),
                instant(row, "taken_at"), row.getString("taken_by"));
    }
}
