package jingwei.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingwei.casework.CaseTown;
import jingwei.door.TestClient;
import jingwei.door.TestClient.Answer;
import jingwei.simulator.Requirement;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// 考勤、轨迹、就近采集员: over HTTP, with wrong clocks, repeats, positions off duty and trackers.
@Requirement({"ACQ-16", "ACQ-17", "DEV-12", "DEV-13", "GPS-01"})
class DutyAndTrackTest {

    private static final CaseTown TOWN = CaseTown.open();
    private static final double LONGITUDE = 112.4412;
    private static final double LATITUDE = 34.6701;

    private static Map<String, Object> fix(Instant at, double longitude, double latitude) {
        return new LinkedHashMap<>(Map.of("at", at.toString(), "longitude", longitude, "latitude", latitude, "accuracy", 8));
    }

    private static Answer duty(String collector, String act, Instant at, Instant sentAt) {
        return TOWN.as(collector).post("/api/collection/attendance", Map.of("id", UUID.randomUUID(), "act", act,
                "fix", fix(at, LONGITUDE, LATITUDE), "sentAt", sentAt.toString()));
    }

    private static Answer positions(String collector, Instant sentAt, List<Map<String, Object>> fixes) {
        return TOWN.as(collector).post("/api/collection/positions", Map.of("sentAt", sentAt.toString(), "positions", fixes));
    }

    private static long stored(String post, Instant from) {
        return Tenancy.within(PlatformId.of("luoyang"), () -> new TransactionTemplate(
                TOWN.server().room(PlatformTransactionManager.class)).execute(status ->
                TOWN.server().room(JdbcClient.class).sql("""
                        SELECT count(*) FROM collection.positions WHERE platform = 'luoyang' AND post = :post AND at >= :from
                        """).param("post", post).param("from", java.sql.Timestamp.from(from)).query(Long.class).single()));
    }

    @Test
    void whatIsSentTwiceIsStoredOnceAndOffDutyNothingIsStored() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        assertThat(duty("collector-3", "IN", now.minusSeconds(600), now).status()).isEqualTo(200);
        List<Map<String, Object>> walk = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            walk.add(fix(now.minusSeconds(590 - i * 30L), LONGITUDE + i * 0.0001, LATITUDE));
        }
        // twice the same, and one taken an hour before the signing in
        walk.add(fix(now.minusSeconds(3600), LONGITUDE, LATITUDE));
        Answer first = positions("collector-3", now, walk);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.json().get("stored").asInt()).isEqualTo(20);
        assertThat(first.json().get("offDuty").asInt()).isEqualTo(1);
        Answer again = positions("collector-3", now, walk);
        assertThat(again.json().get("stored")).isEqualTo(first.json().get("stored"));
        assertThat(stored("collector-3", now.minusSeconds(700))).as("the repeat stored nothing more").isEqualTo(20);

        Answer rest = duty("collector-3", "REST", now, now);
        assertThat(rest.json().get("resting").asBoolean()).isTrue();
        // taken after the break began, however long the requests before it took
        Instant resting = Instant.now();
        assertThat(positions("collector-3", resting, List.of(fix(resting, LONGITUDE, LATITUDE))).json().get("offDuty").asInt())
                .isEqualTo(1);
        duty("collector-3", "RESUME", Instant.now(), Instant.now());
        Answer out = duty("collector-3", "OUT", Instant.now(), Instant.now());
        assertThat(out.json().get("outBy").asString()).isEqualTo("SELF");
        Instant later = Instant.now().plusSeconds(1);
        assertThat(positions("collector-3", later, List.of(fix(later, LONGITUDE, LATITUDE))).json().get("stored").asInt())
                .isZero();
    }

    @Test
    void aPhoneWhoseClockIsWrongByADayIsPlacedByTheDifference() {
        Instant wrong = Instant.now().minus(Duration.ofDays(1));
        Instant before = Instant.now();
        Answer in = duty("collector-4", "IN", wrong, wrong);
        assertThat(in.json().get("clockSkew").asInt()).isBetween(-86_500, -86_300);
        assertThat(Instant.parse(in.json().get("signedInAt").asString())).isAfter(before.minusSeconds(60));
        Answer sent = positions("collector-4", wrong.plusSeconds(1), List.of(fix(wrong.plusSeconds(1), LONGITUDE, LATITUDE)));
        assertThat(sent.json().get("stored").asInt()).isEqualTo(1);
        assertThat(sent.json().get("skew").asInt()).isLessThan(-80_000);
        assertThat(stored("collector-4", before.minusSeconds(60))).isEqualTo(1);
        duty("collector-4", "OUT", wrong, wrong);
    }

    @Test
    void whatIsNoPositionIsRefusedInWords() {
        Instant now = Instant.now();
        Map<String, Object> mars = fix(now, LONGITUDE, LATITUDE);
        mars.put("system", "GCJ02");
        assertThat(positions("collector-5", now, List.of(mars)).code()).isEqualTo("gcj02-refused");
        assertThat(positions("collector-5", now, List.of(fix(now, LATITUDE, LONGITUDE))).code())
                .isEqualTo("coordinates-swapped");
        assertThat(TOWN.as("operator-1").post("/api/collection/positions", Map.of("positions", List.of())).code())
                .isEqualTo("no-collector");
        assertThat(TOWN.as("collector-5").post("/api/collection/positions", Map.of()).code()).isEqualTo("field-malformed");
    }

    @Test
    void aFixOfFiveKilometresIsKeptAndCountsForNothing() {
        Instant now = Instant.now();
        duty("collector-5", "IN", now, now);
        Map<String, Object> coarse = fix(now.plusSeconds(1), 112.50, 34.70);
        coarse.put("accuracy", 5000);
        assertThat(positions("collector-5", now.plusSeconds(1), List.of(coarse)).json().get("stored").asInt()).isEqualTo(1);
        JsonNode own = line("collector-5");
        assertThat(own.get("longitude").asDouble()).isEqualTo(LONGITUDE);
        assertThat(own.get("state").asString()).isEqualTo("ON_DUTY");
        duty("collector-5", "OUT", Instant.now(), Instant.now());
        assertThat(line("collector-5").has("longitude")).as("off duty he is nowhere").isFalse();
    }

    @Test
    @Requirement("ACQ-26")
    void theNearestCollectorsAreThoseOnDutyWhoDidNotReportTheCase() {
        Instant now = Instant.now();
        for (String each : List.of("collector-1", "collector-2", "collector-6")) {
            duty(each, "IN", now, now);
        }
        positions("collector-1", now.plusSeconds(1), List.of(fix(now.plusSeconds(1), LONGITUDE, LATITUDE)));
        positions("collector-2", now.plusSeconds(1), List.of(fix(now.plusSeconds(1), LONGITUDE + 0.01, LATITUDE)));
        positions("collector-6", now.plusSeconds(1), List.of(fix(now.plusSeconds(1), LONGITUDE + 0.002, LATITUDE)));
        String number = TOWN.walk("report");
        Answer answer = TOWN.as("operator-1").get("/api/collectors/nearest?case=" + number);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<String> order = new ArrayList<>();
        answer.json().forEach(each -> order.add(each.get("post").asString()));
        assertThat(order.indexOf("collector-6")).isLessThan(order.indexOf("collector-2"));
        assertThat(order.indexOf("collector-2")).isLessThan(order.indexOf("collector-1"));
        answer.json().forEach(each -> assertThat(each.get("onDuty").asBoolean()).isTrue());
        JsonNode six = answer.json().get(order.indexOf("collector-6"));
        assertThat(six.get("distanceMetres").asInt()).isBetween(150, 220);
        assertThat(answer.json().get(order.indexOf("collector-1")).get("reportedThisCase").asBoolean()).isTrue();
        assertThat(TOWN.as("lighting-1").get("/api/collectors/nearest?case=" + number).code()).isEqualTo("collectors-not-yours");
        assertThat(TOWN.as("lighting-1").get("/api/collectors").code()).isEqualTo("collectors-not-yours");
        assertThat(TOWN.as("operator-1").get("/api/collectors/nearest?case=41030320200101999999").code())
                .isIn("no-such-case", "bad-case-number");
    }

    @Test
    void aTrackerSpeaksThePhoneProtocol() {
        Instant now = Instant.now();
        duty("collector-7", "IN", now.minusSeconds(60), now);
        String id = TOWN.as("shift-leader-1").post("/api/collection/trackers", Map.of("post", "collector-7", "name", "三轮车"))
                .json().get("id").asString();
        TestClient tracker = TestClient.of(TOWN.server());
        Answer got = tracker.get("/api/collection/tracker?id=" + id + "&lat=" + LATITUDE + "&lon=" + LONGITUDE
                + "&timestamp=" + now.minusSeconds(5).getEpochSecond() + "&accuracy=6&speed=2&batt=55&altitude=140&bearing=0");
        assertThat(got.status()).as(got.body()).isEqualTo(200);
        assertThat(got.json().get("stored").asInt()).isEqualTo(1);
        Answer posted = tracker.post("/api/collection/tracker?id=" + id + "&location=" + LATITUDE + "," + LONGITUDE
                + "&timestamp=" + now.minusSeconds(3).toEpochMilli(), Map.of());
        assertThat(posted.json().get("stored").asInt()).as(posted.body()).isEqualTo(1);
        assertThat(tracker.get("/api/collection/tracker?id=luoyang.nobody&lat=1&lon=1").code()).isEqualTo("no-such-tracker");
        assertThat(tracker.get("/api/collection/tracker?id=" + id + "&lat=x&lon=1").code()).isEqualTo("field-malformed");
        String mark = TOWN.as("shift-leader-1").get("/api/collection/trackers").json().get(0).get("mark").asString();
        assertThat(TOWN.as("shift-leader-1").delete("/api/collection/trackers/" + mark).status()).isEqualTo(204);
        assertThat(tracker.get("/api/collection/tracker?id=" + id + "&lat=1&lon=1").code()).isEqualTo("no-such-tracker");
        duty("collector-7", "OUT", Instant.now(), Instant.now());
    }

    @Test
    @Requirement("ACQ-23")
    void aRollCallIsAnsweredOnceWithAPosition() {
        Answer asked = TOWN.as("shift-leader-1").post("/api/collection/roll-calls",
                Map.of("posts", List.of("collector-8"), "minutes", 10, "words", "请应答"));
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        String id = asked.json().get("id").asString();
        assertThat(TOWN.as("collector-8").get("/api/notices").body()).contains("点名");
        Answer answered = TOWN.as("collector-8").post("/api/collection/roll-calls/" + id + "/answer",
                Map.of("fix", fix(Instant.now(), LONGITUDE, LATITUDE)));
        assertThat(answered.json().get("inTime").asBoolean()).isTrue();
        Answer again = TOWN.as("collector-8").post("/api/collection/roll-calls/" + id + "/answer",
                Map.of("fix", fix(Instant.now(), LONGITUDE + 0.01, LATITUDE)));
        assertThat(again.json()).isEqualTo(answered.json());
        assertThat(TOWN.as("collector-7").post("/api/collection/roll-calls/" + id + "/answer",
                Map.of("fix", fix(Instant.now(), LONGITUDE, LATITUDE))).code()).isEqualTo("no-such-roll-call");
        assertThat(TOWN.as("collector-8").post("/api/collection/roll-calls", Map.of()).code()).isEqualTo("only-supervision");
    }

    @Test
    void leaveIsAskedAndDecidedBySomebodyElse() {
        Map<String, Object> sheet = Map.of("id", UUID.randomUUID(), "from", "2026-12-01T00:00:00Z",
                "to", "2026-12-01T09:00:00Z", "reason", "看病");
        Answer asked = TOWN.as("collector-8").post("/api/collection/leaves", sheet);
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        assertThat(TOWN.as("collector-8").post("/api/collection/leaves", sheet).json()).isEqualTo(asked.json());
        String id = asked.json().get("id").asString();
        assertThat(TOWN.as("collector-8").post("/api/collection/leaves/" + id + "/decision", Map.of("granted", true)).code())
                .isEqualTo("only-supervision");
        assertThat(TOWN.as("shift-leader-1").post("/api/collection/leaves/" + id + "/decision",
                Map.of("granted", true)).json().get("granted").asBoolean()).isTrue();
        assertThat(TOWN.as("shift-leader-1").post("/api/collection/leaves/" + id + "/decision",
                Map.of("granted", false)).code()).isEqualTo("leave-decided");
    }

    @Test
    void signingInOutsideTheDutyGridIsRefusedWhereThePlatformWantsIt() {
        Map<String, Object> rules = new LinkedHashMap<>(TOWN.as("administrator-1").get("/api/collection/settings").json()
                .propertyStream().filter(each -> !each.getValue().isNull())
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, each -> each.getValue().isBoolean()
                        ? (Object) each.getValue().asBoolean() : each.getValue().isInt() ? (Object) each.getValue().asInt()
                                : each.getValue().asString())));
        rules.put("onlyInGrid", true);
        assertThat(TOWN.as("xinan", "administrator-1").put("/api/collection/settings", rules).status()).isEqualTo(200);
        Answer refused = TOWN.as("xinan", "collector-1").post("/api/collection/attendance",
                Map.of("id", UUID.randomUUID(), "act", "IN", "fix", fix(Instant.now(), LONGITUDE, LATITUDE)));
        assertThat(refused.code()).isEqualTo("outside-duty-grid");
        rules.put("retentionDays", 4000);
        assertThat(TOWN.as("xinan", "administrator-1").put("/api/collection/settings", rules).code())
                .isEqualTo("field-malformed");
        assertThat(TOWN.as("operator-1").put("/api/collection/settings", rules).status()).isEqualTo(403);
    }

    private static JsonNode line(String post) {
        for (JsonNode each : TOWN.as("operator-1").get("/api/collectors").json()) {
            if (each.get("post").asString().equals(post)) {
                return each;
            }
        }
        throw new AssertionError("no line of " + post);
    }
}
