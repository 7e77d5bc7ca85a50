package jingwei.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingwei.casework.CaseTown;
import jingwei.door.TestClient;
import jingwei.door.TestClient.Answer;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// 同步、覆盖、统计、抽查、手机管理, over HTTP.
@Requirement({"ACQ-13", "ACQ-29", "COLM-01"})
class FieldWatchTest {

    private static final CaseTown TOWN = CaseTown.open();

    private static void duty(String collector, String act, double longitude) {
        Instant now = Instant.now();
        TOWN.as(collector).post("/api/collection/attendance", Map.of("id", UUID.randomUUID(), "act", act, "sentAt", now.toString(),
                "fix", Map.of("at", now.minusSeconds(act.equals("IN") ? 1500 : 0).toString(), "longitude", longitude,
                        "latitude", 34.6701, "accuracy", 8)));
    }

    @Test
    @Requirement("DEV-18")
    void aPhoneFetchesOnlyWhatChanged() {
        JsonNode list = TOWN.as("collector-1").get("/api/collection/sync").json();
        List<String> names = new ArrayList<>();
        list.forEach(each -> names.add(each.get("name").asString()));
        assertThat(names).contains("settings", "duty-grids").anyMatch(name -> name.startsWith("cell-"))
                .anyMatch(name -> name.startsWith("classes-component-"));
        for (JsonNode each : list) {
            Answer chunk = TOWN.as("collector-1").get("/api/collection/sync/" + each.get("name").asString());
            assertThat(chunk.header("ETag")).as(each.toString()).isEqualTo("\"" + each.get("version").asString() + "\"");
        }
        String cell = names.stream().filter(name -> name.startsWith("cell-")).findFirst().orElseThrow();
        Answer first = TOWN.as("collector-1").get("/api/collection/sync/" + cell);
        assertThat(first.json().get("outline").size()).isGreaterThan(3);
        assertThat(TOWN.as("collector-1").with("If-None-Match", first.header("ETag")).get("/api/collection/sync/" + cell).status())
                .isEqualTo(304);
        assertThat(TOWN.as("collector-1").get("/api/collection/sync/cell-1").code()).isEqualTo("no-such-chunk");
    }

    @Test
    @Requirement("GPS-01")
    void aDayIsReplayedAndTheGridsCoverageShowsWhatWasNotWalked() {
        duty("collector-6", "IN", 112.4412);
        Instant now = Instant.now();
        List<Map<String, Object>> walk = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            // ten minutes of walking, then a gap of ten minutes
            Instant at = now.minusSeconds(i < 15 ? 1400 - i * 30L : 400 - (i - 15) * 20L);
            walk.add(Map.of("at", at.toString(), "longitude", 112.4412 + i * 0.0002, "latitude", 34.6701, "accuracy", 8));
        }
        TOWN.as("collector-6").post("/api/collection/positions", Map.of("sentAt", now.toString(), "positions", walk));
        LocalDate day = LocalDate.ofInstant(now, ZoneId.of("Asia/Shanghai"));
        Answer replay = TOWN.as("shift-leader-1").get("/api/collectors/collector-6/track?day=" + day);
        assertThat(replay.status()).as(replay.body()).isEqualTo(200);
        JsonNode track = replay.json().get("track");
        assertThat(track.get("points").size()).isGreaterThanOrEqualTo(25);
        assertThat(track.get("meters").asInt()).isBetween(200, 700);
        assertThat(track.get("gaps").size()).isPositive();
        assertThat(TOWN.as("collector-1").get("/api/collectors/collector-6/track?day=" + day).code()).isEqualTo("only-supervision");

        String grid = TOWN.as("operator-1").get("/api/locate?longitude=112.4412&latitude=34.6701").json()
                .get("dutyGrid").get("code").asString();
        Answer coverage = TOWN.as("shift-leader-1").get("/api/collection/coverage?dutyGrid=" + grid + "&day=" + day);
        assertThat(coverage.status()).as(coverage.body()).isEqualTo(200);
        assertThat(coverage.json().get("walked").asInt()).isPositive().isLessThan(coverage.json().get("total").asInt());
        assertThat(coverage.body()).contains("路");
        assertThat(TOWN.as("shift-leader-1").get("/api/collection/coverage?dutyGrid=none&day=" + day).code()).isEqualTo("no-such-duty-grid");

        Answer figures = TOWN.as("collector-6").get("/api/collectors/collector-6/statistics?from=" + day + "&to=" + day);
        assertThat(figures.json().get("meters").asInt()).as(figures.body()).isPositive();
        assertThat(figures.json().get("hours").asDouble()).isPositive();
        assertThat(TOWN.as("collector-6").get("/api/collectors/collector-6/statistics?from=" + day + "&to=2020-01-01").code())
                .isEqualTo("field-malformed");
    }

    @Test
    void theHoursOfADutyThatIsOpenEndNow() {
        duty("collector-4", "IN", 112.4412);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        double hours = TOWN.as("shift-leader-1").get("/api/collectors/collector-4/statistics?from=" + today.minusDays(1) + "&to=" + today)
                .json().get("hours").asDouble();
        assertThat(hours).isBetween(0.2, 3.0);
        duty("collector-4", "OUT", 112.4412);
    }

    @Test
    @Requirement("COLM-02")
    void aFindingIsLookedAtAgainByAnotherCollectorOnly() {
        String number = TOWN.walk("report");
        duty("collector-1", "IN", 112.4412);
        duty("collector-7", "IN", 112.45);
        Answer drawn = TOWN.as("shift-leader-1").post("/api/collection/spot-checks", Map.of("kind", "RANDOM", "count", 50));
        assertThat(drawn.status()).as(drawn.body()).isEqualTo(201);
        for (JsonNode each : drawn.json()) {
            assertThat(each.get("post").asString()).isNotEqualTo(each.get("checkedPost").asString());
        }
        JsonNode one = drawn.json().get(0);
        String who = one.get("post").asString();
        Map<String, Object> words = Map.of("agrees", false, "words", "现场没有此问题",
                "fix", Map.of("longitude", 112.4412, "latitude", 34.6701));
        String path = "/api/collection/spot-checks/" + one.get("id").asString() + "/answer";
        assertThat(TOWN.as(one.get("checkedPost").asString()).post(path, words).code()).isEqualTo("no-such-spot-check");
        assertThat(TOWN.as(who).post(path, words).json().get("agrees").asBoolean()).isFalse();
        assertThat(TOWN.as("operator-1").get("/api/cases/" + number).status()).isEqualTo(200);
        assertThat(TOWN.as(who).post("/api/collection/spot-checks", Map.of()).code()).isEqualTo("only-supervision");
    }

    @Test
    @Requirement({"ACQ-27", "ACQ-28", "DEV-19"})
    void aLostPhoneHearsItsOrdersWithoutASession() {
        String device = UUID.randomUUID().toString();
        Answer told = TOWN.as("collector-8").post("/api/collection/phones/" + device + "/state", Map.of("version", "1.0.0", "waiting", 2));
        assertThat(told.json().get("wipe").asBoolean()).as(told.body()).isFalse();
        Answer ordered = TOWN.as("shift-leader-1").post("/api/collection/phone-orders/" + device, Map.of("wipe", true));
        assertThat(ordered.status()).as(ordered.body()).isEqualTo(200);
        TestClient nobody = TestClient.of(TOWN.server());
        String ask = "/api/collection/phones/" + device + "/orders?platform=luoyang";
        assertThat(nobody.get(ask).json().get("wipe").asBoolean()).isTrue();
        assertThat(nobody.get(ask + "&wiped=true").json().get("wipe").asBoolean()).isFalse();
        assertThat(nobody.get(ask).json().get("lock").asBoolean()).isTrue();
        assertThat(nobody.get("/api/collection/phones/" + device + "/orders?platform=nowhere").code()).isEqualTo("no-such-platform");
        assertThat(TOWN.as("shift-leader-1").post("/api/collection/phone-orders/unknown", Map.of("lock", true)).code())
                .isEqualTo("no-such-phone");
        assertThat(TOWN.as("collector-8").post("/api/collection/phone-orders/" + device, Map.of("lock", true)).code())
                .isEqualTo("only-supervision");
    }
}
