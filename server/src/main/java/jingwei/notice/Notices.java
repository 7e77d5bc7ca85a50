package jingwei.notice;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// 通知簿: sends in the transaction of the deed, reads without missing what was committed late.
@Component
public class Notices {

    /// How many are read at once, at least, where there are more.
    public static final int PAGE = 500;
    private static final String SELECT = """
            SELECT n.*, r.read_at FROM notice.notices n
            LEFT JOIN notice.receipts r ON r.platform = n.platform AND r.notice = n.id AND r.account = :account
            WHERE n.platform = :platform AND n.recipient IN (:recipients)
            """;

    private final JdbcClient database;
    private final Clock clock;
    private final NoticeSignal signal;

    Notices(JdbcClient database, Clock clock, NoticeSignal signal) {
        this.database = database;
        this.clock = clock;
        this.signal = signal;
    }

    /// Sends a message, if and when the open transaction commits.
    ///
    /// @param link path inside this system; null where it leads nowhere
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID send(Recipient recipient, Text text, @Nullable String link) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        database.sql("""
                INSERT INTO notice.notices (platform, id, recipient, zh, en, link, made_at)
                VALUES (:platform, :id, :recipient, :zh, :en, :link, :now)
                """)
                .param("platform", Tenancy.current().value()).param("id", id).param("recipient", recipient.word())
                .param("zh", text.zh()).param("en", text.en()).param("link", link)
                .param("now", Timestamp.from(clock.instant())).update();
        PlatformId platform = Tenancy.current();
        // NOTIFY inside the deed's transaction would make all commits of the database queue at one lock.
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signal.raise(new NoticeSignal.Raised(platform, recipient.word()));
            }
        });
        return id;
    }

    /// 微澜: tells every open window of the platform that something moved, without saying what; each asks for what it shows.
    public void ripple() {
        PlatformId platform = Tenancy.current();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signal.raise(new NoticeSignal.Raised(platform, NoticeSignal.EVERYBODY));
            }
        });
    }

    /// The newest notices of these recipients, newest first.
    @Transactional(readOnly = true)
    public NoticePage newest(UUID account, Set<Recipient> recipients, int limit) {
        long horizon = horizon();
        return new NoticePage(database.sql(SELECT + "ORDER BY n.id DESC LIMIT :limit")
                .param("limit", Math.clamp(limit, 1, PAGE)).param("account", account)
                .param("platform", Tenancy.current().value()).param("recipients", words(recipients))
                .query(Notices::read).list(), horizon);
    }

    /// What was sent since a cursor, oldest first.
    ///
    /// Every row carries the number of its transaction. The new cursor is the oldest transaction that was still running
    /// when the reading began: whatever commits later has that number or a higher one, so the next reading finds it,
    /// together with some that were read already. A plain sequence would lose what was numbered early and committed late.
    @Transactional(readOnly = true)
    public NoticePage since(long cursor, UUID account, Set<Recipient> recipients) {
        long horizon = horizon();
        // A cursor from the future is one of another cluster, before the data were moved: begin anew.
        long from = cursor > horizon ? 0 : cursor;
        List<Notice> notices = new ArrayList<>();
        List<Long> transactions = new ArrayList<>();
        database.sql(SELECT + "AND n.xact >= :from ORDER BY n.xact FETCH FIRST :limit ROWS WITH TIES")
                .param("from", from).param("limit", PAGE).param("account", account)
                .param("platform", Tenancy.current().value()).param("recipients", words(recipients))
                .query(row -> {
                    transactions.add(row.getLong("xact"));
                    notices.add(read(row, 0));
                });
        // A page ends with a whole transaction (WITH TIES), so one that sent thousands is not cut.
        boolean more = notices.size() >= PAGE;
        return new NoticePage(notices, more ? Math.min(horizon, transactions.getLast() + 1) : horizon);
    }

    /// Marks a notice as read by an account; reading it again changes nothing.
    ///
    /// @throws RefusedException `no-such-notice`, also where it is for somebody else
    @Transactional
    public void read(UUID notice, UUID account, Set<Recipient> recipients) {
        int found = database.sql("""
                SELECT count(*) FROM notice.notices WHERE platform = :platform AND id = :id AND recipient IN (:recipients)
                """).param("platform", Tenancy.current().value()).param("id", notice)
                .param("recipients", words(recipients)).query(Integer.class).single();
        if (found == 0) {
            throw Refusal.of(Refusal.Kind.NOT_FOUND, "no-such-notice",
                    Text.of("没有这条通知", "there is no such notice"),
                    Text.of("请刷新通知列表", "load the notices again")).asException();
        }
        database.sql("""
                INSERT INTO notice.receipts (platform, notice, account, read_at)
                VALUES (:platform, :notice, :account, :now) ON CONFLICT DO NOTHING
                """).param("platform", Tenancy.current().value()).param("notice", notice).param("account", account)
                .param("now", Timestamp.from(clock.instant())).update();
    }

    /// 回执: what was told about a page of this system, newest first, and when each was first read.
    @Transactional(readOnly = true)
    public List<NoticeReceipt> about(String link, int limit) {
        return database.sql("""
                SELECT n.recipient, n.zh, n.en, n.made_at, (SELECT min(r.read_at) FROM notice.receipts r
                  WHERE r.platform = n.platform AND r.notice = n.id) AS read_at
                FROM notice.notices n WHERE n.platform = :platform AND n.link = :link ORDER BY n.id DESC LIMIT :limit
                """).param("platform", Tenancy.current().value()).param("link", link).param("limit", Math.clamp(limit, 1, PAGE))
                .query((row, number) -> {
                    Timestamp read = row.getTimestamp("read_at");
                    return new NoticeReceipt(row.getString("recipient"), Text.of(row.getString("zh"), row.getString("en")),
                            row.getTimestamp("made_at").toInstant(), read == null ? null : read.toInstant());
                }).list();
    }

    private long horizon() {
        return database.sql("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query(Long.class).single();
    }

    private static Set<String> words(Set<Recipient> recipients) {
        return recipients.stream().map(Recipient::word).collect(Collectors.toSet());
    }

    private static Notice read(ResultSet row, int number) throws SQLException {
        Timestamp read = row.getTimestamp("read_at");
        return new Notice(row.getObject("id", UUID.class), Text.of(row.getString("zh"), row.getString("en")),
                row.getString("link"), row.getTimestamp("made_at").toInstant(),
                read == null ? null : read.toInstant());
    }
}
