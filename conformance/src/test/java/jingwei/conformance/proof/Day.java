package jingwei.conformance.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;

/// 城市一日: so many cases led round the loop by so many hands at once, while positions of collectors come in.
final class Day {

    private static final int COLLECTORS_WITH_ACCOUNTS = 8;
    private static final int POSITIONS_A_BATCH = 10;

    private final Sender sender;
    private final String tag;
    private final int cases;
    private final int hands;
    /// One case of so many is handed down to the county; 0 for none.
    private final int below;
    final LongAdder positions = new LongAdder();

    Day(Sender sender, String tag, int cases, int hands, int below) {
        this.sender = sender;
        this.tag = tag;
        this.cases = cases;
        this.hands = hands;
        this.below = below;
    }

    /// @param perSecond positions a second while the cases go round
    /// @param begun     told before each case begins, so that a fault can strike in the middle
    List<Played> live(double perSecond, IntConsumer begun) {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService crew = Executors.newVirtualThreadPerTaskExecutor(); ScheduledExecutorService field = Executors.newScheduledThreadPool(4)) {
            if (perSecond > 0) {
                for (int n = 1; n <= COLLECTORS_WITH_ACCOUNTS; n++) {
                    sender.post("luoyang/collector-" + n, "attendance", "/api/collection/attendance",
                            Map.of("id", UUID.randomUUID(), "act", "IN", "fix", Map.of("longitude", 112.4412, "latitude", 34.6701, "accuracy", 8)));
                }
                field.scheduleAtFixedRate(this::position, 0, (long) (1e9 * POSITIONS_A_BATCH / perSecond), TimeUnit.NANOSECONDS);
            }
            List<CompletableFuture<List<Played>>> all = new ArrayList<>();
            for (int hand = 0; hand < hands; hand++) {
                all.add(CompletableFuture.supplyAsync(() -> work(next, begun), crew));
            }
            try {
                return all.stream().map(CompletableFuture::join).flatMap(Collection::stream).toList();
            } finally {
                field.shutdownNow();
            }
        }
    }

    private List<Played> work(AtomicInteger next, IntConsumer begun) {
        Player player = new Player(sender);
        List<Played> played = new ArrayList<>();
        for (int n = next.getAndIncrement(); n < cases; n = next.getAndIncrement()) {
            begun.accept(n);
            played.add(player.play(tag + " 第" + n + "件", n, below > 0 && n % below == below - 1));
        }
        return played;
    }

    /// Ten positions of one collector, as a phone sends them that gathers for five minutes.
    private void position() {
        int n = positions.intValue() / POSITIONS_A_BATCH;
        Instant now = Instant.now();
        List<Map<String, Object>> batch = new ArrayList<>();
        for (int i = 0; i < POSITIONS_A_BATCH; i++) {
            batch.add(Map.of("at", now.minus(Duration.ofMillis(30L * (POSITIONS_A_BATCH - i))).toString(), "longitude", 112.44 + n % 100 * 1e-4,
                    "latitude", 34.67 + i * 1e-5, "accuracy", 8, "battery", 76));
        }
        sender.post("luoyang/collector-" + (1 + n % COLLECTORS_WITH_ACCOUNTS), "positions", "/api/collection/positions",
                Map.of("sentAt", now.toString(), "positions", batch));
        positions.add(POSITIONS_A_BATCH);
    }
}
