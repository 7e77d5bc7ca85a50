package jingwei.situation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import jingwei.casework.Case;
import jingwei.casework.store.BulkCases;
import jingwei.door.TestServer;
import jingwei.evaluation.PlayedCity;
import jingwei.situation.follow.WallKeeper;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Figures of the wall; run by name, never with the tests: `-Dtest=WallForFigures -Djingwei.cases=50000`. A server with so many
/// open cases and two thousand walkers that really move, looked at by a real browser (web/browser/screen.figures.mjs).
@Tag("slow")
class WallForFigures {

    private static final int CASES = Integer.getInteger("jingwei.cases", 50_000);
    private static final int WALKERS = Integer.getInteger("jingwei.walkers", 2_000);
    private static final String[] WALKS = {"report", "report accept", "report accept file", "report accept file dispatch",
        "report accept file dispatch", "report accept file dispatch handle", "report accept file dispatch handle report-back",
        "report accept file dispatch handle report-back ask-check"};

    static class Walkers {

        @Bean
        MovingSource walkers(Clock wall, PlatformClock clock) {
            return new MovingSource() {
                @Override
                public List<MovingThing> present() {
                    Instant now = clock.now();
                    double t = wall.millis() / 1000.0;
                    List<MovingThing> all = new ArrayList<>();
                    for (int i = 0; i < WALKERS; i++) {
                        Random at = new Random(i);
                        double speed = 0.00001 + at.nextDouble() * 0.00001;
                        double way = at.nextDouble() * 6.28;
                        double longitude = 112.432 + at.nextDouble() * 0.03 + Math.cos(way + t / 40) * speed * 40;
                        double latitude = 34.660 + at.nextDouble() * 0.02 + Math.sin(way + t / 40) * speed * 40;
                        all.add(new MovingThing("walker-" + i, MovingThing.Kind.COLLECTOR, "采集员" + i, "walker-" + i, null,
                                "supervision-center", longitude, latitude, now, i % 50 == 0 ? MovingThing.State.ASTRAY
                                        : i % 11 == 0 ? MovingThing.State.STILL : MovingThing.State.MOVING, 4.2, null));
                    }
                    return all;
                }

                @Override
                public Optional<List<TrackPoint>> track(String id, Instant from, Instant to, int most) {
                    return Optional.empty();
                }
            };
        }
    }

    @Test
    void figures() throws Exception {
        try (TestServer server = TestServer.open(Map.of("jingwei.demo", true, "jingwei.demo-clock", "2026-01-06T02:00:00Z",
                "jingwei.evaluation.every", 3_600_000, "jingwei.situation.every", 400), Walkers.class)) {
            Random random = new Random(50);
            for (int done = 0; done < CASES; done += 2_000) {
                PlayedCity city = new PlayedCity();
                List<BulkCases.Played> all = new ArrayList<>();
                for (int i = 0; i < Math.min(2_000, CASES - done); i++) {
                    city.at(Instant.parse("2026-01-05T01:00:00Z").plus(Duration.ofMinutes(random.nextInt(24 * 60))));
                    Case c = city.of(random.nextBoolean() ? "event-0101" : "component-0118").walk(random.nextInt(480), WALKS[random.nextInt(WALKS.length)]);
                    all.add(new BulkCases.Played(c, city.acts(c), 0));
                }
                Tenancy.run(PlayedCity.PLATFORM, () -> new TransactionTemplate(server.room(PlatformTransactionManager.class))
                        .executeWithoutResult(status -> BulkCases.write(server.room(JdbcTemplate.class), all)));
            }
            long began = System.nanoTime();
            int followed = Tenancy.within(PlayedCity.PLATFORM, () -> server.room(WallKeeper.class).follow());
            System.out.println("followed " + followed + " in " + (System.nanoTime() - began) / 1_000_000 + " ms");
            System.out.println("rebuilt " + Tenancy.within(PlayedCity.PLATFORM, () -> server.room(WallKeeper.class).rebuild()));
            String password = Files.readAllLines(server.data().resolve("demo-accounts.csv"), StandardCharsets.UTF_8).stream()
                    .map(line -> line.split(",")).filter(cells -> cells[0].equals("luoyang") && cells[2].equals("leader-1"))
                    .findFirst().orElseThrow()[3];
            Process browser = new ProcessBuilder("node", "browser/screen.figures.mjs", server.address(), password)
                    .directory(Path.of("../web").toFile()).inheritIO().start();
            assertThat(browser.waitFor()).isZero();
        }
    }
}
