package jingwei.conformance.proof;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/// 台面: desks that stand open all day: each listens to its notices and, at a notice, asks for its queues anew, at most once a second.
final class Desks implements AutoCloseable {

    private static final String[] POSTS = {"operator-1", "shift-leader-1", "dispatcher-1", "lighting-1"};
    private static final long REST_NANOS = 1_000_000_000L;

    private final ExecutorService listeners = Executors.newVirtualThreadPerTaskExecutor();
    final LongAdder heard = new LongAdder();

    Desks(Sender sender, int desks) {
        for (int n = 0; n < desks; n++) {
            String who = "luoyang/" + POSTS[n % POSTS.length];
            listeners.submit(() -> {
                long[] asked = {0};
                sender.listen(who, line -> {
                    heard.increment();
                    if (System.nanoTime() - asked[0] > REST_NANOS) {
                        asked[0] = System.nanoTime();
                        sender.get(who, "desk", "/api/desk");
                    }
                });
            });
        }
    }

    @Override
    public void close() {
        listeners.shutdownNow();
    }
}
