package jingwei.evaluation.fact;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jingwei.casework.history.CaseHistory;
import jingwei.casework.history.Histories;
import jingwei.evaluation.fact.FactRows.Findings;
import jingwei.tenancy.Platform;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.Calendars;
import jingwei.workcalendar.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// 因子跟读: keeps the facts of every platform in step with the acts of its cases, and makes them anew on command.
///
/// It reads the acts of transactions that are over, in their order, and remembers where it stands in the transaction that
/// wrote the facts; so a late commit is never skipped, a crash repeats nothing, and of several servers one at a time reads.
@Component
public class FactKeeper {

    private static final int ACTS = 2_000;
    private static final int CASES = 1_000;
    private static final int TALLIES = 200_000;
    private static final long TAKEN = Long.MIN_VALUE;

    private final Histories histories;
    private final FactTables tables;
    private final Calendars calendars;
    private final Platforms platforms;
    private final JdbcTemplate database;
    private final Clock wall;
    private final TransactionTemplate work;

    FactKeeper(Histories histories, FactTables tables, Calendars calendars, Platforms platforms, JdbcTemplate database,
            Clock wall, PlatformTransactionManager transactions) {
        this.histories = histories;
        this.tables = tables;
        this.calendars = calendars;
        this.platforms = platforms;
        this.database = database;
        this.wall = wall;
        this.work = new TransactionTemplate(transactions);
    }

    /// 重建结果. @param cases how many cases were read, @param millis wall time
    public record Rebuilt(long cases, long millis) {
    }

    @Scheduled(fixedDelayString = "${jingwei.evaluation.every:1000}")
    void followAll() {
        for (Platform platform : platforms.all()) {
            Tenancy.run(platform.id(), this::follow);
        }
    }

    /// Reads on until nothing is left to read; answers how many cases were reckoned.
    public int follow() {
        int all = 0;
        for (int some = step(); some > 0; some = step()) {
            all += some;
        }
        return all;
    }

    /// Reckons these cases at once, in the caller's transaction: after a finding of this room's own.
    public void refresh(Collection<UUID> cases) {
        if (claim() != TAKEN) {
            project(Set.copyOf(cases));
        } else {
            throw new org.springframework.dao.CannotAcquireLockException("the facts are being written");
        }
    }

    /// 重建因子: throws the platform's facts away and makes them anew from the acts, to the same rows.
    ///
    /// While one batch is written the next is read and reckoned, in a transaction of its own: whatever ended before the horizon
    /// is seen by every later one, and what came after it is read again by the follower.
    public Rebuilt rebuild() {
        long began = wall.millis();
        PlatformId platform = Tenancy.current();
        Long cases = work.execute(status -> {
            database.update("INSERT INTO evaluation.cursors (platform, next) VALUES (?, 0) ON CONFLICT DO NOTHING", platform());
            database.queryForList("SELECT next FROM evaluation.cursors WHERE platform = ? FOR UPDATE", platform());
            long horizon = histories.horizon();
            tables.clear();
            long read = rewrite(platform);
            database.update("UPDATE evaluation.cursors SET next = ?, rebuilt_at = ? WHERE platform = ?", horizon,
                    Timestamp.from(wall.instant()), platform());
            return read;
        });
        return new Rebuilt(cases == null ? 0 : cases, wall.millis() - began);
    }

    /// Cases read ahead. @param last the last of them, null at the end
    private record Batch(@Nullable UUID last, int cases, List<FactRow> rows, Map<Tally.Key, Tally.Amount> amounts) {
    }

    private long rewrite(PlatformId platform) {
        long read = 0;
        boolean empty = true;
        try (ExecutorService ahead = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("facts").factory())) {
            Tally[] tally = {new Tally()};
            Future<Batch> coming = ahead.submit(() -> Tenancy.within(platform, () -> batch(null, tally)));
            for (Batch batch = coming.get(); ; batch = coming.get()) {
                UUID last = batch.last;
                if (last != null) {
                    coming = ahead.submit(() -> Tenancy.within(platform, () -> batch(last, tally)));
                }
                tables.insert(batch.rows);
                tables.add(batch.amounts, empty);
                empty &= batch.amounts.isEmpty();
                read += batch.cases;
                if (last == null) {
                    return read;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the rebuild was interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /// The tallies are handed on before they grow beyond what memory should hold, and at the end.
    private Batch batch(@Nullable UUID after, Tally[] tally) {
        List<CaseHistory> some = new ArrayList<>();
        List<FactRow> rows = work.execute(status -> {
            some.addAll(histories.after(after, CASES));
            return rows(some, calendars.current());
        });
        List<FactRow> made = rows == null ? List.of() : rows;
        tally[0].add(made);
        boolean end = some.isEmpty();
        Map<Tally.Key, Tally.Amount> amounts = Map.of();
        if (end || tally[0].size() > TALLIES) {
            amounts = tally[0].amounts();
            tally[0] = new Tally();
        }
        return new Batch(end ? null : some.getLast().head().id(), some.size(), made, amounts);
    }

    private int step() {
        Integer done = work.execute(status -> {
            long cursor = claim();
            if (cursor == TAKEN) {
                return 0;
            }
            Histories.Changes changes = histories.since(cursor, ACTS);
            Set<UUID> cases = new HashSet<>(changes.cases());
            if (changes.next() > cursor) {
                cases.addAll(provisional());
            }
            if (!cases.isEmpty()) {
                project(cases);
            }
            if (changes.next() != cursor) {
                database.update("UPDATE evaluation.cursors SET next = ? WHERE platform = ?", changes.next(), platform());
            }
            return changes.cases().size();
        });
        return done == null ? 0 : done;
    }

    /// The place in the acts, locked until the transaction ends; {@link #TAKEN} while another server reads. It may be negative: in a
    /// restored database what was read before lies below every transaction.
    private long claim() {
        List<Long> cursor = database.queryForList(
                "SELECT next FROM evaluation.cursors WHERE platform = ? FOR UPDATE SKIP LOCKED", Long.class, platform());
        if (!cursor.isEmpty()) {
            return cursor.getFirst();
        }
        int begun = database.update("INSERT INTO evaluation.cursors (platform, next) VALUES (?, 0) ON CONFLICT DO NOTHING",
                platform());
        return begun == 1 ? 0 : TAKEN;
    }

    private void project(Set<UUID> cases) {
        WorkCalendar calendar = calendars.current();
        List<UUID> all = List.copyOf(cases);
        for (int from = 0; from < all.size(); from += CASES) {
            List<UUID> some = all.subList(from, Math.min(all.size(), from + CASES));
            tables.replace(some, rows(histories.read(some), calendar));
        }
    }

    private List<FactRow> rows(List<CaseHistory> some, WorkCalendar calendar) {
        Map<UUID, Set<Integer>> appealed = appealed(some.stream().map(one -> one.head().id()).toList());
        List<FactRow> rows = new ArrayList<>();
        for (CaseHistory history : some) {
            rows.addAll(FactRows.of(history, new Findings(appealed.getOrDefault(history.head().id(), Set.of())), calendar));
        }
        return rows;
    }

    private Map<UUID, Set<Integer>> appealed(List<UUID> cases) {
        Map<UUID, Set<Integer>> granted = new HashMap<>();
        database.query("""
                SELECT a.case_id, a.turn FROM unnest(?::uuid[]) AS t (id)
                JOIN evaluation.appeals a ON a.platform = ? AND a.case_id = t.id WHERE a.status = 'granted'
                """, row -> {
                    granted.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashSet<>()).add(row.getInt(2));
                }, cases.toArray(UUID[]::new), platform());
        return granted;
    }

    /// Cases whose deadline is provisional may be reckoned anew without an act.
    private List<UUID> provisional() {
        return database.queryForList("SELECT DISTINCT case_id FROM evaluation.case_facts WHERE platform = ? AND provisional",
                UUID.class, platform());
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
