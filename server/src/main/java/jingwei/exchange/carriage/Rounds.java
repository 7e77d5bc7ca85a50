package jingwei.exchange.carriage;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import jingwei.exchange.Outbox;
import jingwei.exchange.cases.Inbox;
import jingwei.exchange.reconcile.Reconciling;
import jingwei.tenancy.Platform;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// 巡回: wakes the lines, at once when a letter waits and in rounds otherwise. Each line has a thread of its own, so that a partner
/// who hangs keeps nobody else waiting.
@Component
public class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int ALIVE_EVERY = 30;

    private final Platforms platforms;
    private final Sender sender;
    private final Inbox inbox;
    private final Reconciling reconciling;
    private final boolean automatic;
    private final ExecutorService lines = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Set<String> again = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();
    /// A line at work holds two connections of the pool: never more lines at once than the pool can bear.
    private final Semaphore sending = new Semaphore(4);
    private final Semaphore applying = new Semaphore(2);
    private int round;

    Rounds(Platforms platforms, Sender sender, Inbox inbox, Reconciling reconciling, @Value("${jingwei.exchange.automatic:true}") boolean automatic) {
        this.platforms = platforms;
        this.sender = sender;
        this.inbox = inbox;
        this.reconciling = reconciling;
        this.automatic = automatic;
    }

    @Scheduled(fixedDelayString = "${jingwei.exchange.every:2000}")
    void all() {
        if (!automatic) {
            return;
        }
        boolean alive = round++ % ALIVE_EVERY == 0;
        for (Platform platform : platforms.all()) {
            for (PlatformId partner : Tenancy.within(platform.id(), sender::lines)) {
                start("send", platform.id(), partner, () -> sender.work(partner, alive));
                start("apply", platform.id(), partner, () -> inbox.work(partner));
                if (alive) {
                    Tenancy.within(platform.id(), () -> reconciling.daily(partner));
                }
            }
        }
    }

    @EventListener
    void letterWaits(Outbox.LetterWaits waits) {
        if (automatic) {
            start("send", waits.platform(), waits.partner(), () -> sender.work(waits.partner(), false));
        }
    }

    @EventListener
    void letterCame(Receiver.LetterCame came) {
        if (automatic) {
            start("apply", came.platform(), came.partner(), () -> inbox.work(came.partner()));
        }
    }

    /// One round over every line of this server by hand, the rounds being off: sends, applies, and answers how much moved.
    public int turn() {
        int moved = 0;
        for (Platform platform : platforms.all()) {
            for (PlatformId partner : Tenancy.within(platform.id(), sender::lines)) {
                moved += Tenancy.within(platform.id(), () -> sender.work(partner, false) + inbox.work(partner));
            }
        }
        return moved;
    }

    private void start(String work, PlatformId platform, PlatformId partner, Runnable task) {
        String line = work + " " + platform + " " + partner;
        again.add(line);
        if (closed.get() || !busy.add(line)) {
            return;
        }
        Semaphore turn = work.equals("send") ? sending : applying;
        lines.execute(() -> {
            try {
                turn.acquire();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                busy.remove(line);
                return;
            }
            try {
                while (again.remove(line) && !closed.get()) {
                    Tenancy.run(platform, task);
                }
            } catch (RuntimeException e) {
                if (!closed.get()) {
                    LOG.error("the line {} stopped and is tried again in the next round", line, e);
                }
            } finally {
                turn.release();
                busy.remove(line);
                if (!closed.get() && again.contains(line)) {
                    start(work, platform, partner, task);
                }
            }
        });
    }

    @PreDestroy
    void close() throws InterruptedException {
        closed.set(true);
        lines.shutdownNow();
        lines.awaitTermination(Duration.ofSeconds(20).toSeconds(), TimeUnit.SECONDS);
    }

    /// The lines being worked on now.
    public List<String> working() {
        return List.copyOf(busy);
    }
}
