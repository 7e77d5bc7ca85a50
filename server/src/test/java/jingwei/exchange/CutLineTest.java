package jingwei.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jingwei.door.TestServer;
import jingwei.exchange.carriage.Rounds;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Both sides work while the line is away, however it is away, and catch up in order when it is mended; two servers of a platform
/// drain one outbox; a side restored from a backup goes on without doubling anything (EXC-03).
@Requirement({"EXC-03", "EXC-06"})
class CutLineTest {

    private static Pair pair;
    private static Wire toCounty;
    private static Wire toCity;

    @BeforeAll
    static void open() {
        pair = Pair.open(Map.of("jingwei.exchange.patience", "PT3S"));
        toCounty = new Wire(pair.county.server.address());
        toCity = new Wire(pair.city.server.address());
        pair.join(toCounty.address(), toCity.address());
    }

    @AfterAll
    static void close() {
        toCounty.close();
        toCity.close();
        pair.close();
    }

    @Test
    void bothSidesWorkWhileTheLineIsCutAndAgreeAfterwards() {
        String before = pair.city.filed();
        String down = pair.handedDown(before);
        for (Wire.Mood mood : List.of(Wire.Mood.CUT, Wire.Mood.RUBBISH, Wire.Mood.HANGS, Wire.Mood.BREAKS)) {
            toCounty.mood(mood);
            toCity.mood(mood);
            String up = pair.city.filed();
            pair.city.done("dispatcher-1", up, "transfer", Map.of("unit", "xinan-platform"));
            String own = pair.county.filed();
            pair.county.done("dispatcher-1", own, "dispatch", Map.of("unit", "lighting"));
            turn();
            assertThat(partner(pair.city).get("failures").asInt()).as(mood.name()).isPositive();
            assertThat(partner(pair.city).get("waiting").asLong() + partner(pair.county).get("waiting").asLong()).as(mood.name()).isPositive();
            assertThat(partner(pair.city).get("parked").asLong()).isZero();
        }
        pair.county.done("dispatcher-1", down, "dispatch", Map.of("unit", "lighting"));
        toCounty.mood(Wire.Mood.WHOLE);
        toCity.mood(Wire.Mood.WHOLE);
        pair.settle();
        agree();
        assertThat(pair.county.get("/api/exchange/cases?size=200").valueStream().map(link -> link.get("theirs").asString("")).distinct().count())
                .isEqualTo(pair.county.get("/api/exchange/cases?size=200").size());
    }

    @Test
    void aLineCutByHandCarriesNothingUntilItIsMended() {
        pair.city.as("administrator-1").put("/api/exchange/partners/xinan/line", Map.of("line", "CUT"));
        String up = pair.city.filed();
        pair.city.done("dispatcher-1", up, "transfer", Map.of("unit", "xinan-platform"));
        pair.county.filed();
        turn();
        assertThat(partner(pair.city).get("waiting").asLong()).isPositive();
        assertThat(partner(pair.county).path("trouble").asString("")).contains("断开");
        pair.city.as("administrator-1").put("/api/exchange/partners/xinan/line", Map.of("line", "OPEN"));
        pair.settle();
        agree();
    }

    @Test
    void twoServersOfOnePlatformDrainOneOutboxOnce() throws Exception {
        try (TestServer second = pair.city.server.second()) {
            List<String> numbers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String up = pair.city.filed();
                pair.city.done("dispatcher-1", up, "transfer", Map.of("unit", "xinan-platform"));
                numbers.add(up);
            }
            try (var both = java.util.concurrent.Executors.newFixedThreadPool(2)) {
                var one = both.submit(() -> pair.city.server.room(Rounds.class).turn());
                var two = both.submit(() -> second.room(Rounds.class).turn());
                one.get();
                two.get();
            }
            pair.settle();
            List<String> there = pair.county.get("/api/exchange/cases?size=200").valueStream().map(link -> link.get("theirs").asString("")).toList();
            numbers.forEach(number -> assertThat(there.stream().filter(number::equals).count()).as(number).isEqualTo(1));
        }
    }

    @Test
    void aCountyRestoredFromYesterdayGoesOnAndNothingIsDoubled() {
        pair.handedDown(pair.city.filed());
        pair.county.filed();
        pair.settle();
        long lost = number("SELECT max(sequence) FROM exchange.outbox WHERE platform = 'xinan' AND partner = 'luoyang'");
        long had = number("SELECT max(sequence) FROM exchange.inbox WHERE platform = 'xinan' AND partner = 'luoyang'");
        long cases = number("SELECT count(*) FROM exchange.linked_cases WHERE platform = 'xinan'");
        // Yesterday's backup: neither the last letters written nor the last letters received are there.
        pair.county.tables(tables -> {
            tables.sql("DELETE FROM exchange.outbox WHERE platform = 'xinan' AND partner = 'luoyang' AND sequence > :from").param("from", lost - 3)
                    .update();
            tables.sql("DELETE FROM exchange.inbox WHERE platform = 'xinan' AND partner = 'luoyang' AND sequence > :from").param("from", had - 2)
                    .update();
            return tables.sql("""
                    UPDATE exchange.partners SET next_sequence = :next, confirmed = :next - 1, received = :had, contiguous = :had
                    WHERE platform = 'xinan' AND partner = 'luoyang'
                    """).param("next", lost - 2).param("had", had - 2).update();
        });
        String own = pair.county.filed();
        pair.handedDown(pair.city.filed());
        pair.settle();
        assertThat(number("SELECT count(*) FROM exchange.partners WHERE platform = 'xinan' AND restored_at IS NOT NULL")).isEqualTo(1);
        assertThat(pair.city.get("/api/exchange/copies?partner=xinan&size=200").valueStream().map(copy -> copy.get("number").asString("")))
                .contains(own);
        assertThat(number("SELECT count(*) FROM exchange.linked_cases WHERE platform = 'xinan'")).isEqualTo(cases + 1);
        assertThat(number("SELECT max(sequence) FROM exchange.inbox WHERE platform = 'xinan' AND partner = 'luoyang'")).isGreaterThan(had);
        assertThat(number("SELECT count(*) FROM exchange.inbox WHERE platform = 'xinan' AND partner = 'luoyang' AND sequence > " + (had - 2)))
                .as("what was lost came again").isGreaterThanOrEqualTo(3);
    }

    private static long number(String sql) {
        return pair.county.tables(tables -> tables.sql(sql).query(Long.class).single());
    }

    private static JsonNode partner(Pair.Side side) {
        return side.get("/api/exchange/partners").valueStream().filter(each -> !each.get("address").asString("").equals("loopback")).findFirst()
                .orElseThrow();
    }

    /// One turn of both, whatever the line does.
    private static void turn() {
        pair.hurry();
        pair.city.server.room(Rounds.class).turn();
        pair.county.server.room(Rounds.class).turn();
    }

    private static void agree() {
        String id = pair.city.as("dispatcher-1").post("/api/exchange/partners/xinan/reconciliations", Map.of()).json().get("id").asString();
        pair.settle();
        assertThat(pair.city.get("/api/exchange/reconciliations").valueStream().filter(each -> each.get("id").asString("").equals(id)))
                .singleElement().satisfies(each -> assertThat(each.get("state").asString()).as(each.toString()).isEqualTo("AGREES"));
    }
}
