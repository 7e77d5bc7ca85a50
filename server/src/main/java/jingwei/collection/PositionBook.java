package jingwei.collection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jingwei.collection.store.PositionTables;
import jingwei.grid.GeoPoint;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.Platform;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// 位置簿: takes in positions of phones and trackers (ACQ-16, DEV-12).
///
/// Thousands of phones send one position each: the batches of a quarter of a second share one transaction, and each is
/// answered after its commit. What was sent twice is stored once, what lies outside a duty is not stored.
@Component
public class PositionBook implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PositionBook.class);
    private static final int MOST_AT_ONCE = 1500;
    private static final int MOST_WAITING = 20_000;
    private static final long GATHER_MILLIS = 250;
    private static final long ANSWER_SECONDS = 20;
    private static final Duration LATE_FROM = Duration.ofMinutes(3);

    private final PositionTables tables;
    private final SettingsKeeper settings;
    private final PlatformClock clock;
    private final Clock wall;
    private final Platforms platforms;
    private final TransactionTemplate transaction;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(MOST_WAITING);
    private volatile @Nullable Thread writer;

    PositionBook(PositionTables tables, SettingsKeeper settings, PlatformClock clock, Clock wall, Platforms platforms,
            PlatformTransactionManager transactions) {
        this.tables = tables;
        this.settings = settings;
        this.clock = clock;
        this.wall = wall;
        this.platforms = platforms;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// 收到的位置.
    ///
    /// @param stored  in the track now, also where they were there before
    /// @param offDuty taken outside a duty or on a break, and not stored
    /// @param tooOld  a week old or more, and not stored
    /// @param skew    seconds the phone's clock is ahead of the server's
    public record Received(int stored, int offDuty, int tooOld, int skew) {
    }

    private record Waiting(PlatformId platform, List<PositionTables.Row> rows, CompletableFuture<Integer> stored) {
    }

    /// Takes in a batch and answers after it is stored.
    ///
    /// @param person null for a tracker, which knows its post only
    /// @param sentAt the device's clock at the sending; null where its clock is right
    /// @throws jingwei.standards.RefusedException `too-many-positions`, `point-malformed`, `gcj02-refused`, `positions-not-stored`
    public Received take(String post, @Nullable UUID person, List<Fix> fixes, @Nullable Instant sentAt, boolean tracker) {
        if (fixes.size() > 3000) {
            throw Refusal.of(Refusal.Kind.TOO_LARGE, "too-many-positions",
                    Text.of("一批位置超过 3000 个", "a batch holds more than 3000 positions"),
                    Text.of("请分批发送", "send it in parts")).under("DEV-12").asException();
        }
        Instant now = clock.now();
        Instant real = wall.instant();
        int coarse = settings.current().coarseMeters();
        List<PositionTables.Row> rows = new ArrayList<>();
        int tooOld = 0;
        for (Fix fix : fixes) {
            GeoPoint point = fix.point();
            PhoneTime time = PhoneTime.of(fix.at(), sentAt, now, real);
            if (time.tooOld()) {
                tooOld++;
                continue;
            }
            rows.add(new PositionTables.Row(0, post, person, time.at(), fix.at() == null ? real : fix.at(), point,
                    fix.accuracy(), fix.speed(), fix.battery(),
                    tracker ? "TRACKER" : "APP", fix.accuracy() != null && fix.accuracy() > coarse,
                    time.age().compareTo(LATE_FROM) > 0));
        }
        int skew = PhoneTime.of(null, sentAt, now, real).skew();
        if (rows.isEmpty()) {
            return new Received(0, 0, tooOld, skew);
        }
        Waiting waiting = new Waiting(Tenancy.current(), rows, new CompletableFuture<>());
        if (!queue.offer(waiting)) {
            throw notStored();
        }
        try {
            int stored = waiting.stored().orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).join();
            return new Received(stored, rows.size() - stored, tooOld, skew);
        } catch (CompletionException e) {
            LOG.warn("positions were not stored", e.getCause());
            throw notStored();
        }
    }

    /// Removes what is kept longer than the platform wants.
    @Scheduled(fixedDelayString = "${jingwei.collection.retention-every:PT1H}", initialDelayString = "PT3M")
    public void forget() {
        for (Platform platform : platforms.all()) {
            Tenancy.run(platform.id(), () -> transaction.executeWithoutResult(status ->
                    tables.removeBefore(clock.today().minusDays(settings.current().retentionDays()))));
        }
    }

    @Override
    public void start() {
        Thread thread = new Thread(this::work, "positions");
        thread.setDaemon(true);
        writer = thread;
        thread.start();
    }

    @Override
    public void stop() {
        Thread thread = writer;
        writer = null;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return writer != null;
    }

    private void work() {
        try {
            while (writer != null) {
                List<Waiting> gathered = gather();
                Map<PlatformId, List<Waiting>> byPlatform = new LinkedHashMap<>();
                gathered.forEach(each -> byPlatform.computeIfAbsent(each.platform(), id -> new ArrayList<>()).add(each));
                byPlatform.forEach((platform, batch) -> Tenancy.run(platform, () -> store(batch)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Waiting> gather() throws InterruptedException {
        List<Waiting> gathered = new ArrayList<>(List.of(queue.take()));
        int rows = gathered.getFirst().rows().size();
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GATHER_MILLIS);
        while (rows < MOST_AT_ONCE) {
            Waiting next = queue.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                break;
            }
            gathered.add(next);
            rows += next.rows().size();
        }
        return gathered;
    }

    private void store(List<Waiting> batch) {
        try {
            List<PositionTables.Row> rows = new ArrayList<>();
            for (int i = 0; i < batch.size(); i++) {
                int item = i;
                batch.get(i).rows().forEach(row -> rows.add(new PositionTables.Row(item, row.post(), row.person(), row.at(),
                        row.deviceAt(), row.point(), row.accuracy(), row.speed(), row.battery(), row.source(), row.coarse(), row.late())));
            }
            tables.open(rows);
            Map<Integer, Integer> stored = transaction.execute(status -> tables.store(rows, clock.now()));
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).stored().complete(stored == null ? 0 : stored.getOrDefault(i, 0));
            }
        } catch (RuntimeException e) {
            batch.forEach(each -> each.stored().completeExceptionally(e));
        }
    }

    private static RuntimeException notStored() {
        return Refusal.of(Refusal.Kind.UNAVAILABLE, "positions-not-stored",
                Text.of("位置未能保存", "the positions were not stored"),
                Text.of("请稍后重发，重发不会重复", "send them again later; nothing is stored twice")).under("DEV-12").asException();
    }
}
