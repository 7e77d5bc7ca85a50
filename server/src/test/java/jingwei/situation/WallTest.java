package jingwei.situation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jingwei.casework.CaseTown;
import jingwei.door.TestClient;
import jingwei.door.TestClient.Answer;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/// 大屏 over real HTTP: pushes, healing, scope, records, orders, settings, and what is refused.
@Timeout(180)
class WallTest {

    private static CaseTown town;

    @BeforeAll
    static void open() {
        town = CaseTown.open();
    }

    @Test
    @Requirement({"CMD-01", "CMD-03"})
    void anActIsOnTheWallWithinTwoSecondsAndAnEndedCaseLeavesIt() throws Exception {
        try (Listener wall = Listener.open(town.as("leader-1"), "")) {
            wall.next("figures", said -> true);
            String number = town.walk("report");
            Instant done = Instant.now();
            JsonNode point = one(wall.next("cases", said -> one(said, number) != null), number);
            assertThat(Duration.between(done, Instant.now())).isLessThan(Duration.ofSeconds(2));
            assertThat(point.get("stage").asString()).isEqualTo("collection");
            assertThat(point.get("due").asString()).isGreaterThan(point.get("yellow").asString());
            assertThat(point.get("ended").asBoolean()).isFalse();
            town.act("operator-1", number, "decline", Map.of("reason", "不属本平台"));
            assertThat(one(wall.next("cases", said -> one(said, number) != null), number).get("ended").asBoolean()).isTrue();
        }
    }

    @Test
    @Requirement("CMD-03")
    void aLostConnectionHealsWithNothingMissed() throws Exception {
        String before;
        try (Listener wall = Listener.open(town.as("center-chief-1"), "")) {
            wall.next("beat", said -> true);
            before = wall.last();
        }
        List<String> meanwhile = List.of(town.walk("report"), town.walk("report accept"), town.walk("report accept file"));
        List<String> missing = new ArrayList<>(meanwhile);
        try (Listener wall = Listener.open(town.as("center-chief-1"), before)) {
            while (!missing.isEmpty()) {
                wall.next("cases", said -> missing.removeIf(number -> one(said, number) != null));
            }
        }
        try (Listener again = Listener.open(town.as("center-chief-1"), before)) {
            missing.addAll(meanwhile);
            while (!missing.isEmpty()) {
                again.next("cases", said -> missing.removeIf(number -> one(said, number) != null));
            }
        }
    }

    @Test
    @Requirement({"CMD-01", "CMD-05", "SCR-01"})
    void theFiguresAreThoseOfTheCases() {
        JsonNode before = town.as("leader-1").get("/api/situation/figures").json();
        String number = town.walk("report accept file dispatch");
        JsonNode figures = figuresWith(number, "dispatch");
        assertThat(figures.get("open").get("open").asLong()).isGreaterThan(0);
        assertThat(figures.get("today").get("dispatched").asLong())
                .isGreaterThan(before.get("today").path("dispatched").asLong(0));
        assertThat(figures.get("stages")).hasSize(7);
        assertThat(figures.get("days")).hasSize(30);
        assertThat(figures.get("units").toString()).contains("路灯管理处");
        assertThat(figures.get("classes").toString()).contains("路灯");
        assertThat(figures.get("hotSpots").get(0).get("count").asLong()).isPositive();
        assertThat(figures.get("live").toString()).contains("派遣");
        long open = 0;
        String after = "";
        do {
            JsonNode page = town.as("leader-1").get("/api/situation/cases" + (after.isEmpty() ? "" : "?after=" + after)).json();
            open += page.get("cases").size();
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        assertThat(open).isGreaterThanOrEqualTo(1);
    }

    @Test
    @Requirement("CMD-09")
    void aCountySeesItselfAndACityNoRowOfACounty() throws Exception {
        String number = town.walk("report");
        figuresWith(number, "report");
        TestClient county = town.as("xinan", "leader-1");
        assertThat(county.get("/api/situation/cases").body()).doesNotContain(number);
        assertThat(county.get("/api/situation/figures").json().get("platform").get("id").asString()).isEqualTo("xinan");
        assertThat(town.as("leader-1").get("/api/situation/figures").json().get("counties")).isEmpty();
        // Who answers for his own cases only has no wall of all.
        assertThat(town.as("lighting-1").get("/api/situation/figures").status()).isEqualTo(403);
        assertThat(town.as("collector-1").get("/api/situation/cases").status()).isEqualTo(403);
    }

    @Test
    @Requirement("CMD-02")
    void aGridAndAPersonAreOpenedWithTheirFullRecord() {
        String number = town.walk("report accept file dispatch handle report-back ask-check");
        figuresWith(number, "ask-check");
        String cell = town.as("leader-1").get("/api/cases/" + number).json().get("spot").get("unitGrid").asString();
        JsonNode grid = town.as("leader-1").get("/api/situation/grids/" + cell).json();
        assertThat(grid.get("open").toString()).contains(number);
        assertThat(grid.get("onDuty")).isNotNull();
        assertThat(grid.get("thirtyDays").get("reported").asLong()).isPositive();
        JsonNode person = town.as("leader-1").get("/api/situation/persons/collector-2").json();
        assertThat(person.get("tasks").toString()).contains(number);
        assertThat(person.get("dutyGrids")).isNotEmpty();
        assertThat(person.get("personName").asString()).isNotBlank();
        assertThat(town.as("leader-1").get("/api/situation/persons/nobody-9").code()).isEqualTo("no-such-post");
        assertThat(town.as("leader-1").get("/api/situation/grids/410303001099999").status()).isEqualTo(404);
    }

    @Test
    @Requirement("CMD-10")
    void anOrderGoesFromTheRightPostAndReachesItsReader() {
        Answer sent = send("leader-1", "collector-3", "请到东门复看");
        assertThat(sent.status()).isEqualTo(201);
        assertThat(town.as("collector-3").get("/api/notices").body()).contains("请到东门复看");
        assertThat(send("shift-leader-1", "collector-3", "请补拍").status()).isEqualTo(201);
        assertThat(send("dispatcher-1", "lighting", "今晚保障").status()).isEqualTo(201);
        assertThat(town.as("lighting-1").get("/api/notices").body()).contains("今晚保障");
        Answer refused = send("dispatcher-1", "collector-3", "去看看");
        assertThat(refused.code()).isEqualTo("not-your-axis");
        assertThat(refused.json().get("clause").asString()).isEqualTo("A1");
        assertThat(refused.json().get("whoCould").toString()).contains("值班长");
        assertThat(send("shift-leader-1", "lighting", "快点").code()).isEqualTo("not-your-axis");
        assertThat(send("leader-1", "operator-1", "好").code()).isEqualTo("no-such-receiver");
        assertThat(send("leader-1", "collector-3", " ").code()).isEqualTo("incomplete");
        assertThat(send("leader-1", "collector-3", "长".repeat(501)).code()).isEqualTo("text-too-long");
        assertThat(town.as("leader-1").get("/api/situation/messages").body()).contains("今晚保障");
        // The same submission again is the same message.
        TestClient twice = town.as("leader-1").with("Idempotency-Key", "0198f2a4-6c1e-7a55-b0d4-0c7f5d0f2b22");
        Map<String, Object> body = Map.of("to", "collector-3", "text", "只发一次");
        String first = twice.post("/api/situation/messages", body).json().get("id").asString();
        assertThat(twice.post("/api/situation/messages", body).json().get("id").asString()).isEqualTo(first);
    }

    @Test
    @Requirement("CMD-07")
    void theNearestCamerasAreFoundByTheirLinks() {
        TestClient editor = town.as("center-chief-1");
        assertThat(cameras(editor, camera("cam-1", 112.4412, 34.6701, "https://video.example.cn/1"),
                camera("cam-2", 112.4512, 34.6701, "rtsp://video.example.cn/2")).status()).isEqualTo(200);
        JsonNode near = town.as("leader-1").get("/api/situation/cameras/nearest?longitude=112.4413&latitude=34.6701&count=1").json();
        assertThat(near.get(0).get("camera").get("id").asString()).isEqualTo("cam-1");
        assertThat(near.get(0).get("meters").asLong()).isBetween(1L, 30L);
        assertThat(cameras(editor, camera("cam-1", 112.4, 34.6, "javascript:alert(1)")).code()).isEqualTo("bad-link");
        assertThat(cameras(editor, camera("cam-1", 112.4, 34.6, "https://a.cn/1"), camera("cam-1", 112.4, 34.6, "https://a.cn/2"))
                .code()).isEqualTo("camera-twice");
        assertThat(cameras(editor, camera("cam-1", 412.4, 34.6, "https://a.cn/1")).code()).isEqualTo("point-out-of-range");
        assertThat(cameras(town.as("leader-1"), camera("cam-1", 112.4, 34.6, "https://a.cn/1")).status()).isEqualTo(403);
        assertThat(town.as("leader-1").get("/api/situation/cameras").json()).hasSize(2);
    }

    @Test
    @Requirement("CMD-08")
    void aSchemeSaysWhatEachScreenShowsInTurn() {
        TestClient editor = town.as("command-chief-1");
        assertThat(scheme(editor, List.of(turn("overview", 30), turn("hot-spots", 20))).status()).isEqualTo(200);
        assertThat(town.as("leader-1").get("/api/situation/schemes").body()).contains("hot-spots");
        assertThat(scheme(editor, List.of(turn("weather", 30))).code()).isEqualTo("no-such-theme");
        assertThat(scheme(editor, List.of(turn("overview", 1), turn("evaluation", 30))).code()).isEqualTo("bad-dwell");
        assertThat(scheme(editor, List.of()).code()).isEqualTo("bad-scheme");
        assertThat(scheme(town.as("operator-1"), List.of(turn("overview", 30))).status()).isEqualTo(403);
        assertThat(editor.delete("/api/situation/schemes/hall").status()).isEqualTo(204);
        assertThat(editor.delete("/api/situation/schemes/hall").code()).isEqualTo("no-such-scheme");
    }

    @Test
    @Requirement("CMD-06")
    void aVehicleIsSeenAndItsTrackIsKeptOnceInAnyOrder() {
        Map<String, Object> vehicle = Map.of("name", "豫C12345", "duty", "清扫", "unit", "sanitation");
        assertThat(town.as("administrator-1").put("/api/situation/vehicles/sweeper-1", vehicle).status()).isEqualTo(200);
        Instant now = Instant.parse(town.as("leader-1").get("/api/clock").json().get("now").asString());
        TestClient gateway = town.as("command-gateway-1");
        List<Object> late = List.of(fix(now.minusSeconds(120), 112.440, 20), fix(now.minusSeconds(90), 112.441, 20));
        List<Object> first = List.of(fix(now.minusSeconds(60), 112.442, 20), fix(now.minusSeconds(30), 112.443, 0));
        assertThat(feed(gateway, "sweeper-1", first).status()).isEqualTo(204);
        assertThat(feed(gateway, "sweeper-1", late).status()).isEqualTo(204);
        assertThat(feed(gateway, "sweeper-1", first).status()).isEqualTo(204);
        JsonNode seen = town.as("leader-1").get("/api/situation/moving").json();
        assertThat(seen.toString()).contains("豫C12345");
        assertThat(town.as("leader-1").get("/api/situation/tracks/sweeper-1").json()).hasSize(4);
        JsonNode thing = null;
        for (JsonNode one : seen) {
            thing = one.get("id").asString().equals("sweeper-1") ? one : thing;
        }
        assertThat(thing).isNotNull();
        assertThat(thing.get("longitude").asDouble()).isEqualTo(112.443);
        assertThat(feed(gateway, "sweeper-9", first).code()).isEqualTo("no-such-vehicle");
        assertThat(feed(gateway, "sweeper-1", List.of(fix(now.plusSeconds(86_400), 112.4, 1))).code()).isEqualTo("bad-moment");
        assertThat(feed(gateway, "sweeper-1", List.of()).code()).isEqualTo("bad-batch");
        assertThat(feed(town.as("operator-1"), "sweeper-1", first).status()).isEqualTo(403);
        assertThat(town.as("leader-1").get("/api/situation/tracks/nothing").code()).isEqualTo("no-such-thing");
        assertThat(town.as("leader-1").get("/api/situation/tracks/sweeper-1?from=2026-01-01T00:00:00Z&to=2026-03-01T00:00:00Z").code())
                .isEqualTo("bad-period");
        assertThat(town.as("leader-1").get("/api/situation/layers").json()).isEmpty();
        assertThat(town.as("leader-1").get("/api/situation/layers/x/marks?west=1&south=1&east=2&north=2").code())
                .isEqualTo("no-such-layer");
    }

    private static Answer send(String from, String to, String text) {
        return town.as(from).post("/api/situation/messages", Map.of("to", to, "text", text));
    }

    @SafeVarargs
    private static Answer cameras(TestClient editor, Map<String, Object>... cameras) {
        return editor.put("/api/situation/cameras", Map.of("cameras", List.of(cameras)));
    }

    private static Map<String, Object> camera(String id, double longitude, double latitude, String link) {
        return Map.of("id", id, "name", "东门", "longitude", longitude, "latitude", latitude, "link", link);
    }

    private static Answer scheme(TestClient editor, List<Map<String, Object>> turns) {
        return editor.put("/api/situation/schemes/hall", Map.of("name", "大厅", "screens", List.of(Map.of("name", "中", "turns", turns))));
    }

    private static Map<String, Object> turn(String theme, int seconds) {
        return Map.of("theme", theme, "seconds", seconds);
    }

    private static Answer feed(TestClient gateway, String vehicle, List<Object> fixes) {
        return gateway.post("/api/situation/vehicles/" + vehicle + "/fixes", Map.of("fixes", fixes));
    }

    private static Map<String, Object> fix(Instant at, double longitude, double speed) {
        return Map.of("at", at.toString(), "longitude", longitude, "latitude", 34.67, "speed", speed, "heading", 90);
    }

    /// Asks for the figures until the case is in them; each asking waits for the server, none sleeps.
    private static JsonNode figuresWith(String number, String act) {
        try (Listener wall = Listener.open(town.as("leader-1"), "0")) {
            wall.next("figures", said -> told(said, number, act));
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return town.as("leader-1").get("/api/situation/figures").json();
    }

    private static boolean told(JsonNode figures, String number, String act) {
        for (JsonNode line : figures.get("live")) {
            if (line.get("number").asString().equals(number) && line.get("act").asString().equals(act)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode one(JsonNode push, String number) {
        for (JsonNode point : push.get("cases")) {
            if (point.get("number").asString().equals(number)) {
                return point;
            }
        }
        return null;
    }
}
