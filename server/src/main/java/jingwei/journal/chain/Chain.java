package jingwei.journal.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jingwei.tenancy.Platform;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// 日志链: links what was written once its transaction is over, drops an anchor a day, reads the chain and verifies it.
///
/// Several servers may do it: one at a time holds the place in the chain.
@Component
public class Chain {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int PIECE = 2_000;
    /// The entry as one line; a column added later is appended only where it is set, so that old hashes stay true.
    private static final String TEXT = """
            concat_ws('|', e.id::text, e.kind, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
              coalesce(e.account::text, ''), coalesce(e.person::text, ''), coalesce(e.post, ''),
              translate(e.subject, E'\\t\\r\\n', '   '), translate(e.action, E'\\t\\r\\n', '   '), e.detail::text,
              coalesce(e.address, ''))
            """;

    private final JdbcTemplate database;
    private final Platforms platforms;
    private final Clock clock;
    private final TransactionTemplate work;

    Chain(JdbcTemplate database, Platforms platforms, Clock clock, PlatformTransactionManager transactions) {
        this.database = database;
        this.platforms = platforms;
        this.clock = clock;
        this.work = new TransactionTemplate(transactions);
    }

    /// 锚. @param seq place of the day's last link
    public record Anchor(LocalDate day, long seq, String hash) {
    }

    @Scheduled(fixedDelayString = "${jingwei.journal.every:5000}")
    void linkAll() {
        for (Platform platform : platforms.all()) {
            Tenancy.run(platform.id(), this::link);
        }
    }

    /// Links all that is over; answers how many entries that were.
    public int link() {
        int all = 0;
        for (int some = step(); some > 0; some = step()) {
            all += some;
        }
        return all;
    }

    /// Reads the links of the bound platform from that place on, in order. One whose entry is gone has an empty text.
    public List<Link> from(long seq, int most) {
        return read(() -> database.query("SELECT l.seq, CASE WHEN e.id IS NULL THEN '' ELSE " + TEXT + " END AS text, l.hash "
                + "FROM journal.links l LEFT JOIN journal.entries e ON e.platform = l.platform AND e.id = l.entry "
                + "WHERE l.platform = ? AND l.seq >= ? ORDER BY l.seq LIMIT ?", Chain::linked, platform(), seq, most));
    }

    /// Hands every link on, piece by piece.
    public void each(Consumer<Link> reader) {
        long next = 1;
        for (List<Link> some = from(next, PIECE); !some.isEmpty(); some = from(next, PIECE)) {
            some.forEach(reader);
            next = some.getLast().seq() + 1;
        }
    }

    public List<Anchor> anchors() {
        return read(() -> database.query("SELECT day, seq, hash FROM journal.anchors WHERE platform = ? ORDER BY day",
                (row, n) -> new Anchor(row.getObject(1, LocalDate.class), row.getLong(2), row.getString(3)), platform()));
    }

    /// 核对: the whole chain of the bound platform against its entries and its anchors.
    public ChainVerifier.Verdict verify() {
        Map<Long, String> anchors = new HashMap<>();
        anchors().forEach(anchor -> anchors.put(anchor.seq(), anchor.hash()));
        ChainVerifier verifier = new ChainVerifier(anchors);
        each(link -> {
            if (link.text().isEmpty()) {
                verifier.gone(link.seq(), link.hash());
            } else {
                verifier.read(link);
            }
        });
        unlinked().forEach(verifier::unlinked);
        return verifier.verdict();
    }

    private List<String> unlinked() {
        return read(() -> database.queryForList("SELECT " + TEXT + """
                 FROM journal.entries e JOIN journal.chains c ON c.platform = e.platform
                WHERE e.platform = ? AND e.recorded_in < c.next
                  AND NOT EXISTS (SELECT 1 FROM journal.links l WHERE l.platform = e.platform AND l.entry = e.id)
                ORDER BY e.id LIMIT 1000
                """, String.class, platform()));
    }

    /// Without a transaction no platform is bound to the connection, and nothing is seen.
    private <T> List<T> read(Supplier<List<T>> query) {
        List<T> found = work.execute(status -> query.get());
        return found == null ? List.of() : found;
    }

    /// @param text as the hash sees it
    private record Waiting(UUID entry, long transaction, String text) {
    }

    private int step() {
        Integer linked = work.execute(status -> {
            database.update("INSERT INTO journal.chains (platform, next, seq, hash) VALUES (?, 0, 0, ?) ON CONFLICT DO NOTHING",
                    platform(), Link.ROOT);
            List<Object[]> place = database.query("SELECT next, seq, hash FROM journal.chains WHERE platform = ? FOR UPDATE SKIP LOCKED",
                    (row, n) -> new Object[] {row.getLong(1), row.getLong(2), row.getString(3)}, platform());
            return place.isEmpty() ? 0 : append((long) place.getFirst()[0], (long) place.getFirst()[1], (String) place.getFirst()[2]);
        });
        return linked == null ? 0 : linked;
    }

    private int append(long next, long seq, String hash) {
        Long horizon = database.queryForObject("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint", Long.class);
        List<Waiting> waiting = database.query("SELECT e.id, e.recorded_in, " + TEXT + " FROM journal.entries e "
                + "WHERE e.platform = ? AND e.recorded_in >= ? AND e.recorded_in < ? ORDER BY e.recorded_in, e.id LIMIT ?",
                (row, n) -> new Waiting(row.getObject(1, UUID.class), row.getLong(2), row.getString(3)), platform(), next,
                horizon, PIECE);
        if (waiting.isEmpty()) {
            return 0;
        }
        boolean more = waiting.size() == PIECE;
        long last = waiting.getLast().transaction();
        // A transaction is linked as a whole: one that the piece may have cut is left for the next.
        List<Waiting> whole = more && waiting.getFirst().transaction() != last
                ? waiting.stream().filter(one -> one.transaction() < last).toList()
                : more ? ofTransaction(last) : waiting;
        List<Object[]> links = new ArrayList<>();
        for (Waiting one : whole) {
            hash = Link.hash(hash, one.text());
            links.add(new Object[] {platform(), ++seq, one.entry(), hash});
        }
        database.batchUpdate("INSERT INTO journal.links (platform, seq, entry, hash) VALUES (?, ?, ?, ?)", links);
        database.update("UPDATE journal.chains SET next = ?, seq = ?, hash = ? WHERE platform = ?",
                whole.getLast().transaction() + 1, seq, hash, platform());
        return links.size();
    }

    private List<Waiting> ofTransaction(long transaction) {
        return database.query("SELECT e.id, e.recorded_in, " + TEXT + " FROM journal.entries e "
                + "WHERE e.platform = ? AND e.recorded_in = ? ORDER BY e.id",
                (row, n) -> new Waiting(row.getObject(1, UUID.class), row.getLong(2), row.getString(3)), platform(), transaction);
    }

    /// 落锚: yesterday's last link, once a day; a server that was down makes up for it when it is back.
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void anchorAll() {
        LocalDate yesterday = clock.instant().atZone(ZONE).toLocalDate().minusDays(1);
        for (Platform platform : platforms.all()) {
            Tenancy.run(platform.id(), () -> anchor(yesterday));
        }
    }

    /// Anchors the chain as it stands now for that day, unless the day has its anchor.
    public void anchor(LocalDate day) {
        work.executeWithoutResult(status -> database.update("""
                INSERT INTO journal.anchors (platform, day, seq, hash, at)
                SELECT platform, ?, seq, hash, ? FROM journal.chains WHERE platform = ? AND seq > 0 ON CONFLICT DO NOTHING
                """, day, Timestamp.from(clock.instant()), platform()));
    }

    private static Link linked(ResultSet row, int number) throws SQLException {
        return new Link(row.getLong("seq"), row.getString("text"), row.getString("hash"));
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
