package jingwei.situation.follow;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jingwei.casework.history.CaseHistory;
import jingwei.casework.history.CaseStand;
import jingwei.casework.history.Histories;
import jingwei.tenancy.Platform;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// 大屏跟读: keeps the read models of the wall in step with the acts, and makes them anew on command (ADR 0070).
///
/// The push numbers come from the row that is locked while they are given, so they become visible in their order: who has
/// seen number n has seen everything up to n.
@Component
public class WallKeeper {

    private static final int ACTS = 2_000;
    private static final int CASES = 1_000;

    private final Histories histories;
    private final WallTables tables;
    private final Platforms platforms;
    private final JdbcTemplate database;
    private final Clock wall;
    private final TransactionTemplate work;

    WallKeeper(Histories histories, WallTables tables, Platforms platforms, JdbcTemplate database, Clock wall,
            PlatformTransactionManager transactions) {
        this.histories = histories;
        this.tables = tables;
        this.platforms = platforms;
        this.database = database;
        this.wall = wall;
        this.work = new TransactionTemplate(transactions);
    }

    /// 重建结果. @param cases how many cases were read, @param millis wall time
    public record Remade(long cases, long millis) {
    }

    private record Place(long next, long seq) {
    }

    @Scheduled(fixedDelayString = "${jingwei.situation.every:400}")
    void followAll() {
        for (Platform platform : platforms.all()) {
            Tenancy.run(platform.id(), this::follow);
        }
    }

    /// Reads on until nothing is left to read; answers how many cases were written.
    public int follow() {
        int all = 0;
        for (int some = step(); some > 0; some = step()) {
            all += some;
        }
        return all;
    }

    /// 重建: throws the platform's read models away and makes them anew from the acts, to the same rows but for the push
    /// number, which goes on, so that every open wall loads them again.
    public Remade rebuild() {
        long began = wall.millis();
        Long cases = work.execute(status -> {
            database.update("INSERT INTO situation.cursors (platform, next, seq) VALUES (?, 0, 0) ON CONFLICT DO NOTHING",
                    platform());
            Place place = place("FOR UPDATE").getFirst();
            long horizon = histories.horizon();
            tables.clear();
            long read = 0;
            UUID last = null;
            Map<Tally.Key, Long> counts = new HashMap<>();
            for (List<CaseHistory> some = histories.after(last, CASES); !some.isEmpty(); some = histories.after(last, CASES)) {
                List<WallTables.Standing> rows = standing(some);
                tables.write(rows, place.seq() + 1);
                rows.forEach(row -> Tally.of(row.grounds(), row.steps()).forEach((key, n) -> counts.merge(key, n, Long::sum)));
                last = some.getLast().head().id();
                read += some.size();
            }
            tables.move(counts);
            database.update("UPDATE situation.cursors SET next = ?, seq = ?, rebuilt_at = ? WHERE platform = ?", horizon,
                    place.seq() + 1, Timestamp.from(wall.instant()), platform());
            return read;
        });
        return new Remade(cases == null ? 0 : cases, wall.millis() - began);
    }

    private int step() {
        Integer done = work.execute(status -> {
            List<Place> found = place("FOR UPDATE SKIP LOCKED");
            if (found.isEmpty()) {
                // None yet, or another server reads.
                database.update("INSERT INTO situation.cursors (platform, next, seq) VALUES (?, 0, 0) ON CONFLICT DO NOTHING",
                        platform());
                found = place("FOR UPDATE SKIP LOCKED");
            }
            if (found.isEmpty()) {
                return 0;
            }
            Place place = found.getFirst();
            Histories.Changes changes = histories.since(place.next(), ACTS);
            long seq = place.seq();
            List<UUID> all = List.copyOf(changes.cases());
            if (!all.isEmpty()) {
                seq++;
                for (int from = 0; from < all.size(); from += CASES) {
                    project(all.subList(from, Math.min(all.size(), from + CASES)), seq);
                }
            }
            if (!all.isEmpty() || changes.next() - place.next() > ACTS) {
                // Where nothing was acted on, reading the empty stretch again costs nothing, and a row written does.
                database.update("UPDATE situation.cursors SET next = ?, seq = ? WHERE platform = ?", changes.next(), seq,
                        platform());
            }
            return all.size();
        });
        return done == null ? 0 : done;
    }

    private void project(List<UUID> some, long seq) {
        Map<UUID, WallTables.Former> former = tables.former(some);
        List<WallTables.Standing> rows = standing(histories.read(some));
        Map<Tally.Key, Long> change = new HashMap<>();
        for (WallTables.Standing row : rows) {
            Tally.of(row.grounds(), row.steps()).forEach((key, n) -> change.merge(key, n, Long::sum));
            WallTables.Former before = former.get(row.stand().id());
            if (before != null) {
                Tally.of(before.grounds(), row.steps().stream().filter(step -> step.seq() <= before.version()).toList())
                        .forEach((key, n) -> change.merge(key, -n, Long::sum));
            }
        }
        tables.write(rows, seq);
        tables.move(change);
    }

    private List<WallTables.Standing> standing(List<CaseHistory> some) {
        Map<UUID, CaseStand> stands = histories.stands(some.stream().map(one -> one.head().id()).toList()).stream()
                .collect(Collectors.toMap(CaseStand::id, stand -> stand));
        List<WallTables.Standing> rows = new ArrayList<>();
        for (CaseHistory history : some) {
            CaseStand stand = stands.get(history.head().id());
            if (stand != null && !history.steps().isEmpty()) {
                rows.add(new WallTables.Standing(stand, history.steps()));
            }
        }
        return rows;
    }

    private List<Place> place(String lock) {
        return database.query("SELECT next, seq FROM situation.cursors WHERE platform = ? " + lock,
                (row, n) -> new Place(row.getLong(1), row.getLong(2)), platform());
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
