package jingwei.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jingwei.simulator.wire.AccountsFile;
import jingwei.simulator.wire.Line;
import jingwei.simulator.wire.Reply;

/// 模拟: the posts of every platform of a demonstration at work, over HTTP, by the contract alone.
///
/// Each platform has one thread that goes from desk to desk in rounds; a round takes about a minute of the platform's time.
/// What happens to a case follows from its number and the seed ({@link Fate}), so that in a day every act of the loop occurs.
/// A server that does not answer is asked again later; a refusal is counted and work goes on.
public final class Simulator implements AutoCloseable {

    private static final String ADMINISTRATOR = "administrator-1";
    private static final long LONGEST_REST_MILLIS = 2_000;
    private static final long SHORTEST_REST_MILLIS = 5;

    private final List<Line> lines = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final ConcurrentSkipListMap<String, Integer> performed = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<String, Integer> refused = new ConcurrentSkipListMap<>();
    private final CountDownLatch end = new CountDownLatch(1);

    private Simulator() {
    }

    /// Starts the cast at sixty times the speed of the wall, on every platform of the file.
    ///
    /// @param seed another seed deals the fates in another order
    public static Simulator start(URI server, Path accountsFile, long seed) {
        return start(server, AccountsFile.read(accountsFile), seed, 60);
    }

    /// @param rate business seconds in a second of the wall
    public static Simulator start(URI server, AccountsFile accounts, long seed, double rate) {
        Simulator simulator = new Simulator();
        accounts.lines().stream().map(AccountsFile.Line::platform).distinct().forEach(platform -> {
            Line line = new Line(server, accounts, platform);
            simulator.lines.add(line);
            simulator.threads.add(Thread.ofPlatform().daemon().name("simulator-" + platform)
                    .start(() -> simulator.work(line, seed, rate)));
        });
        return simulator;
    }

    /// 已办动作: how often each act was performed, by its word.
    public SortedMap<String, Integer> performed() {
        return new ConcurrentSkipListMap<>(performed);
    }

    /// How often each refusal was met, by act and code word.
    public SortedMap<String, Integer> refused() {
        return new ConcurrentSkipListMap<>(refused);
    }

    @Override
    public void close() {
        end.countDown();
        threads.forEach(Thread::interrupt);
        lines.forEach(Line::close);
    }

    private void work(Line line, long seed, double rate) {
        long rest = Math.clamp(Math.round(Duration.ofMinutes(1).toMillis() / rate), SHORTEST_REST_MILLIS,
                LONGEST_REST_MILLIS);
        Office office = null;
        while (!rested(rest)) {
            try {
                if (office == null) {
                    line.put(ADMINISTRATOR, "/api/clock", Map.of("rate", rate));
                    office = new Office(line, seed, this::told);
                }
                office.round();
            } catch (RuntimeException e) {
                // The server is starting, stopping or busy; the people wait a little and go on.
                if (rested(LONGEST_REST_MILLIS)) {
                    return;
                }
            }
        }
    }

    private void told(String act, Reply reply) {
        if (reply.done()) {
            performed.merge(act, 1, Integer::sum);
        } else {
            refused.merge(act + " " + reply.code(), 1, Integer::sum);
        }
    }

    /// Rests so long; true where the work is over.
    private boolean rested(long millis) {
        try {
            return end.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /// Plays until it is told to stop: `Simulator <address> <accounts file> [seed] [rate]`.
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length < 2) {
            System.err.println("用法 usage: Simulator <address> <demo-accounts.csv> [seed] [rate]");
            System.exit(2);
        }
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        double rate = arguments.length > 3 ? Double.parseDouble(arguments[3]) : 60;
        try (Simulator simulator = start(URI.create(arguments[0]), AccountsFile.read(Path.of(arguments[1])), seed, rate)) {
            while (!simulator.end.await(1, TimeUnit.MINUTES)) {
                System.out.println("已办 " + simulator.performed() + "  拒绝 " + simulator.refused());
            }
        }
    }
}
