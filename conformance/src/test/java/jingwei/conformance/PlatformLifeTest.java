package jingwei.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jingwei.simulator.Requirement;
import jingwei.simulator.wire.Line;
import jingwei.simulator.wire.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// 平台的一生: from the trial to going live, and a deadline over a new year, by the contract.
class PlatformLifeTest {

    private static final Map<String, Object> CITY = Map.of("longitude", 112.4412, "latitude", 34.6701);
    private static final Map<String, Object> COUNTY = Map.of("longitude", 112.1350, "latitude", 34.7270);
    private static PackedServer server;
    private static Line city;
    private static Line county;

    @BeforeAll
    static void start() {
        server = PackedServer.start(Map.of("JINGWEI_SIMULATOR", "off", "JINGWEI_DEMO_CLOCK", "2026-12-30T01:00:00Z"));
        city = new Line(server.address(), server.accounts(), "luoyang");
        county = new Line(server.address(), server.accounts(), "xinan");
    }

    @AfterAll
    static void stop() {
        city.close();
        county.close();
        server.close();
    }

    @Test
    @Requirement({"APM-05", "T14"})
    void deadlinesAreReckonedAnewOnceTheYearIsLoaded() {
        String plain = dispatched(city, CITY, "water");
        String extended = dispatched(city, CITY, "water");
        act(city, "water-1", extended, "ask-extension", Map.of("reason", "备件在途", "limit", "2 工作日"));
        act(city, "dispatcher-1", extended, "grant-extension", Map.of());
        OffsetDateTime plainBefore = due(plain);
        OffsetDateTime extendedBefore = due(extended);
        assertThat(handlingClock(plain).path("provisional").asBoolean()).isTrue();

        Reply early = city.post("administrator-1", "/api/deadlines/reckoning", Map.of());
        assertThat(early.body().path("moved")).as("the year is not loaded yet").isEmpty();
        assertThat(strings(early.body().path("left"))).contains(plain, extended);

        JsonNode calendar = city.get("administrator-1", "/api/calendar").body();
        Reply loaded = city.post("administrator-1", "/api/calendar", Map.of("basedOn", calendar.path("version").asInt(),
                "validFrom", "2027-01-01", "years", List.of(Map.of("year", 2027, "days", List.of(
                        Map.of("date", "2027-01-01", "kind", "HOLIDAY", "name", "元旦"),
                        Map.of("date", "2027-01-04", "kind", "HOLIDAY", "name", "元旦"))))));
        assertThat(loaded.done()).as("%s", loaded).isTrue();
        assertThat(due(plain)).as("a calendar moves no deadline by itself").isEqualTo(plainBefore);

        Reply reckoned = city.post("administrator-1", "/api/deadlines/reckoning", Map.of());
        assertThat(strings(reckoned.body().path("moved"))).contains(plain, extended);
        assertThat(due(plain)).isAfter(plainBefore);
        assertThat(due(extended)).isAfter(extendedBefore).isAfter(due(plain));
        assertThat(handlingClock(extended).path("provisional").asBoolean()).isFalse();
        assertThat(city.post("administrator-1", "/api/deadlines/reckoning", Map.of()).body().path("moved")).isEmpty();
        assertThat(city.get("administrator-1", "/api/journal?subject=" + plain).body().toString())
                .contains("deadline-reckoned");
        assertThat(city.post("operator-1", "/api/deadlines/reckoning", Map.of()).status()).isEqualTo(403);
    }

    @Test
    @Requirement({"VAL-02", "T14", "T18"})
    void aCountyOnTrialPrintsItsOrdersAndItsReportAndGoesLiveOnce() {
        String number = dispatched(county, COUNTY, "telecom");
        assertThat(county.page("dispatcher-1", "/api/cases/" + number + "/order"))
                .contains("派遣单（模拟运行）", number, "立案条件", "处置时限").doesNotContain("<script>alert");
        act(county, "dispatcher-2", number, "handle", withPhoto(county, "dispatcher-2", "AFTER", "纸质回单：已修"));
        JsonNode unit = county.get("administrator-1", "/api/trial-report").body().path("units").path(0);
        assertThat(unit.path("handled").asInt()).isOne();
        assertThat(unit.path("enteredBy").asInt()).isOne();
        assertThat(county.page("administrator-1", "/api/trial-report/sheet"))
                .contains("新安县模拟运行报告", "其中由指挥中心代录", "派遣");
        assertThat(county.get("operator-1", "/api/platform").body().path("standing").asString()).isEqualTo("TRIAL");

        assertThat(county.post("dispatcher-1", "/api/platform/going-live", Map.of()).status()).isEqualTo(403);
        Reply live = county.post("administrator-1", "/api/platform/going-live", Map.of());
        assertThat(live.body().path("standing").asString()).isEqualTo("LIVE");
        assertThat(live.body().path("liveSince").asString()).isNotBlank();
        assertThat(county.post("administrator-1", "/api/platform/going-live", Map.of()).code()).isEqualTo("already-live");
        assertThat(county.get("operator-1", "/api/cases/" + number).body().path("trial").asBoolean())
                .as("a case of the trial stays one").isTrue();
        String first = reported(county, COUNTY);
        assertThat(county.get("operator-1", "/api/cases/" + first).body().path("trial").asBoolean()).isFalse();
        assertThat(city.post("administrator-1", "/api/platform/going-live", Map.of()).code()).isEqualTo("already-live");
    }

    @Test
    @Requirement("APM-05")
    void theClockAnswersAsItWasSetAndIsNeverSetBack() {
        Reply set = county.put("administrator-1", "/api/clock", Map.of("moveTo", "2026-12-30T18:00:00+08:00", "rate", 0));
        assertThat(OffsetDateTime.parse(set.body().path("now").asString()).toInstant())
                .isEqualTo(OffsetDateTime.parse("2026-12-30T18:00:00+08:00").toInstant());
        assertThat(set.body().path("rate").asDouble()).isZero();
        assertThat(county.put("administrator-1", "/api/clock", Map.of("moveTo", "2026-12-30T17:00:00+08:00")).code())
                .isEqualTo("clock-forward-only");
        assertThat(county.put("administrator-1", "/api/clock", Map.of("rate", 1)).done()).isTrue();
    }

    private static String reported(Line line, Map<String, Object> point) {
        Map<String, Object> report = withPhoto(line, "collector-1", "BEFORE", "通信井盖松动 <script>alert(1)</script>");
        report.remove("opinion");
        report.putAll(Map.of("classCode", "component-0101", "condition", 4, "point", point,
                "description", "井周下陷 <script>alert(1)</script>"));
        Reply begun = line.post("collector-1", "/api/cases", Map.of("act", "report", "particulars", report));
        assertThat(begun.done()).as("%s", begun).isTrue();
        return begun.body().path("number").asString();
    }

    private static String dispatched(Line line, Map<String, Object> point, String unit) {
        String number = reported(line, point);
        act(line, "operator-1", number, "accept", Map.of());
        act(line, "shift-leader-1", number, "file", Map.of());
        act(line, "dispatcher-1", number, "dispatch", Map.of("unit", unit));
        return number;
    }

    private static void act(Line line, String post, String number, String act, Map<String, Object> particulars) {
        Reply reply = line.post(post, "/api/cases/" + number + "/acts", Map.of("act", act, "particulars", particulars));
        assertThat(reply.done()).as("%s %s", act, reply).isTrue();
    }

    private static Map<String, Object> withPhoto(Line line, String post, String kind, String opinion) {
        Map<String, Object> said = new HashMap<>();
        said.put("evidence", List.of(Map.of("hash", line.photo(post, "life-" + System.identityHashCode(said)), "kind", kind)));
        said.put("opinion", opinion);
        return said;
    }

    private static JsonNode handlingClock(String number) {
        return city.get("dispatcher-1", "/api/cases/" + number).body().path("handlingClock");
    }

    private static OffsetDateTime due(String number) {
        return OffsetDateTime.parse(handlingClock(number).path("due").asString());
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
