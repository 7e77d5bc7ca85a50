package jingwei.situation.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jingwei.casework.Case;
import jingwei.evaluation.EvaluatedTown;
import jingwei.evaluation.PlayedCity;
import jingwei.simulator.Requirement;
import jingwei.tenancy.Tenancy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The wall follows the acts: read on in any pieces or made anew in one, its rows are the same; its hot questions use an index.
@Tag("slow")
@Requirement({"CMD-01", "CMD-03", "CMD-05"})
class WallFollowTest {

    private static final int HISTORIES = 2_000;
    private static EvaluatedTown town;
    private static PlayedCity city;

    @BeforeAll
    static void play() {
        town = EvaluatedTown.open();
        city = new PlayedCity();
        Random random = new Random(106);
        List<Case> open = new ArrayList<>();
        for (int i = 0; i < HISTORIES; i++) {
            open.add(city.random(random, 1 + random.nextInt(25)));
            if (random.nextInt(HISTORIES / 8) == 0 || i == HISTORIES - 1) {
                town.write(city);
                follow();
                for (int again = 0; again < open.size() / 4; again++) {
                    city.randomly(open.get(random.nextInt(open.size())), random, 12);
                }
            }
        }
        town.write(city);
        follow();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static void follow() {
        town.pass("situation.cursors", () -> town.server().room(WallKeeper.class).follow());
    }

    @Test
    void readOnInPiecesOrMadeAnewTheyAreTheSameRows() {
        String followed = dump();
        long seq = seq();
        WallKeeper.Remade rebuilt = Tenancy.within(PlayedCity.PLATFORM, () -> town.server().room(WallKeeper.class).rebuild());
        assertThat(dump()).isEqualTo(followed).contains("reported").contains("late");
        assertThat(rebuilt.cases()).isGreaterThanOrEqualTo(HISTORIES);
        assertThat(seq()).as("walls that are open load anew").isGreaterThan(seq);
        System.out.println("wall rebuilt " + rebuilt);
    }

    @Test
    void everyCaseIsThereOnceWithItsLastAct() {
        List<String> rows = town.within(() -> town.database().queryForList(
                "SELECT number || ' ' || version || ' ' || state FROM situation.cases ORDER BY number", String.class));
        assertThat(rows).containsExactlyInAnyOrderElementsOf(city.cases().stream()
                .map(c -> c.number() + " " + c.version() + " " + c.state()).toList());
    }

    /// Under forced row-level security only leakproof operators use an index (HOUSE 10).
    @Test
    void theHotQuestionsUseAnIndexAsTheApplication() {
        for (String question : List.of(
                "SELECT * FROM situation.cases WHERE platform = 'luoyang' AND seq > 5 ORDER BY seq FETCH FIRST 100 ROWS WITH TIES",
                "SELECT * FROM situation.cases WHERE platform = 'luoyang' AND ended_at IS NULL AND case_id > '00000000-0000-0000-0000-000000000000' ORDER BY case_id LIMIT 100",
                "SELECT * FROM situation.cases WHERE platform = 'luoyang' ORDER BY last_at DESC LIMIT 14",
                "SELECT * FROM situation.cases WHERE platform = 'luoyang' AND cell = '410303001001001' AND ended_at IS NULL",
                "SELECT * FROM situation.tallies WHERE platform = 'luoyang' AND scope = 'all' AND day = '2026-01-05'")) {
            String plan = town.within(() -> {
                town.database().execute("SET LOCAL enable_seqscan = off");
                return String.join("\n", town.database().queryForList("EXPLAIN " + question, String.class));
            });
            assertThat(plan).as(question).contains("Index").doesNotContain("Seq Scan");
        }
    }

    private static long seq() {
        return town.within(() -> town.database().queryForObject("SELECT seq FROM situation.cursors WHERE platform = 'luoyang'", Long.class));
    }

    private static String dump() {
        return town.within(() -> {
            StringBuilder text = new StringBuilder();
            town.database().queryForList("SELECT (to_jsonb(t) - 'seq')::text COLLATE \"C\" AS line FROM situation.cases t ORDER BY 1",
                    String.class).forEach(row -> text.append(row).append('\n'));
            town.database().queryForList("SELECT t::text COLLATE \"C\" AS line FROM situation.tallies t ORDER BY 1", String.class)
                    .forEach(row -> text.append(row).append('\n'));
            return text.toString();
        });
    }
}
