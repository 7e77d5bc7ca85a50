package jingwei.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jingwei.conformance.PackedServer;
import org.junit.jupiter.api.Test;

/// 城市一日 as a benchmark, by name alone (`make bench-day CASES=10000`): so many cases with four photos each go round the whole loop on one
/// packed server, one in twenty through the county by letters, while 2,000 collectors send positions at ten times the speed of a day, desks
/// listen, and facts follow. At the end the audit counts everything. Figures go to `benchmark/results`.
class CityDay {

    private static final int CASES = Integer.getInteger("jingwei.cases", 10_000);
    private static final int HANDS = Integer.getInteger("jingwei.hands", 8);
    private static final int BELOW = 20;
    private static final int CASES_A_DAY = 10_000;
    private static final double SPEED = 10;
    private static final double POSITIONS_A_SECOND = 2_000 / 30.0 * SPEED;
    private static final String HEAP = "512m";
    private static final int DESKS = 12;

    private final List<String> page = new ArrayList<>();

    @Test
    void day() throws IOException {
        PackedServer server = PackedServer.full(FaultTest.SETTINGS, HEAP);
        try (Sender sender = new Sender(server.address(), server.accounts()); Desks desks = new Desks(sender, DESKS)) {
            new Day(sender, "热身", 100, HANDS, BELOW).live(0, n -> { });
            long before = size(server.data());
            Duration cpu = cpu(server);
            long began = System.nanoTime();
            Day day = new Day(sender, "城市一日", CASES, HANDS, BELOW);
            List<Played> played = day.live(POSITIONS_A_SECOND, n -> { });
            double seconds = (System.nanoTime() - began) / 1e9;
            double used = cpu(server).minus(cpu).toMillis() / 1e3;
            long grown = size(server.data()) - before;
            Audit.Counted counted = new Audit(sender).of(played, "城市一日");
            assertThat(counted.cases()).isEqualTo(CASES);
            say("# A city day, " + LocalDate.now());
            say("");
            say("Commit %s, seed of the cases their names, %d hands, %d desks that listen, server with %s of heap, embedded PostgreSQL with every write flushed, two cores shared with the players. `make bench-day CASES=%d`.",
                    System.getenv().getOrDefault("JINGWEI_COMMIT", "unknown"), HANDS, DESKS, HEAP, CASES);
            say("");
            say("| what | figure |");
            say("|---|---|");
            say("| cases led from the report to the close | %d in %.0f s, %.1f a second |", CASES, seconds, CASES / seconds);
            say("| against a day of 10,000 cases | %.0f times the speed of the day |", 86_400.0 / CASES_A_DAY * CASES / seconds);
            say("| positions stored meanwhile | %d, %.0f a second |", day.positions.sum(), day.positions.sum() / seconds);
            say("| notices that reached the desks | %d |", desks.heard.sum());
            say("| processor time of the server, without PostgreSQL | %.0f s, %.0f ms a case |", used, used * 1000 / CASES);
            say("| largest resident size of the server | %d MB |", resident(server));
            say("| growth of database and media | %d MB, %d kB a case |", grown >> 20, grown / CASES >> 10);
            say("| sendings made again | %d |", sender.again.sum());
            say("| counted afterwards: cases, acts, photos, letters' cases, closed by the facts | %d, %d, %d, %d, %d: nothing lost, nothing doubled |",
                    counted.cases(), counted.acts(), counted.photos(), counted.letters(), counted.facts());
            say("");
            say("| request, ms seen by the sender | count | median | p95 | p99 | longest |");
            say("|---|---|---|---|---|---|");
            Stream.concat(Stream.of(sender.latencies.acts()), sender.latencies.lines().stream()).forEach(line -> say("| %s | %d | %.0f | %.0f | %.0f | %.0f |",
                    line.kind(), line.count(), line.median(), line.p95(), line.p99(), line.longest()));
            Files.write(Path.of("..", "benchmark", "results", LocalDate.now() + "-city-day.md"), page);
        } finally {
            server.close();
        }
    }

    private void say(String words, Object... values) {
        String line = words.formatted(values);
        page.add(line);
        System.out.println("DAY " + line);
    }

    private static Duration cpu(PackedServer server) {
        return server.process().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static long resident(PackedServer server) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(server.process().pid()), "status")).stream().filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.toLowerCase(Locale.ROOT).replaceAll("\\D", "")) >> 10).findFirst().orElse(0);
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> {
                try {
                    return Files.isRegularFile(file) ? Files.size(file) : 0;
                } catch (IOException e) {
                    return 0;
                }
            }).sum();
        }
    }
}
