package jingwei.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingwei.casework.CaseTown;
import jingwei.door.TestClient.Answer;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// 来电、回访、屏蔽、交接班: over HTTP, with events twice, out of order and from the wrong axis.
@Requirement({"ACC-02", "ACC-09", "ACC-14", "SEC-03"})
class IntakeTest {

    private static final CaseTown TOWN = CaseTown.open();

    private static Answer event(String call, String event, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("call", call, "event", event));
        body.putAll(more);
        return TOWN.as("operator-1").post("/api/intake/calls/events", body);
    }

    private static String called(String phone) {
        Map<String, Object> call = TOWN.call();
        call.put("reporter", Map.of("name", "孙女士", "phone", phone, "wantsReply", true));
        return TOWN.begin("operator-1", "register", call).json().get("number").asString();
    }

    private static JsonNode due(String number) {
        for (JsonNode each : TOWN.as("operator-1").get("/api/intake/call-backs").json()) {
            if (each.get("number").asString().equals(number)) {
                return each;
            }
        }
        throw new AssertionError("no call-back due for " + number);
    }

    @Test
    void aCallOnlyGoesForwardHoweverItsEventsCome() {
        String id = UUID.randomUUID().toString();
        assertThat(event(id, "RECORDED", Map.of("recording", "https://records.example/1")).code()).as("nobody knows the call yet")
                .isEqualTo("field-malformed");
        assertThat(event(id, "RINGING", Map.of("phone", "138 0000-7001", "line", "12319")).json().get("phone").asString()).isEqualTo("13800007001");
        Answer taken = TOWN.as("operator-2").put("/api/intake/calls/" + id + "/answer", Map.of());
        assertThat(taken.json().get("state").asString()).isEqualTo("ANSWERED");
        assertThat(TOWN.as("operator-3").put("/api/intake/calls/" + id + "/answer", Map.of()).code()).isEqualTo("call-taken");
        assertThat(event(id, "ENDED", Map.of()).json().get("state").asString()).isEqualTo("ENDED");
        Answer late = event(id, "RINGING", Map.of("phone", "13800007001"));
        assertThat(late.json().get("state").asString()).as("a late repeat").isEqualTo("ENDED");
        assertThat(event(id, "RECORDED", Map.of("recording", "https://records.example/1")).json().get("recording").asString())
                .isEqualTo("https://records.example/1");
        assertThat(event(id, "RECORDED", Map.of("recording", "javascript:alert(1)")).code()).isEqualTo("field-malformed");
    }

    @Test
    void whoeverCallsIsKnownByHisNumberAndNoUnitSeesHim() {
        String phone = "1390000" + (1000 + (int) (Math.random() * 8999));
        String number = called(phone);
        String id = UUID.randomUUID().toString();
        event(id, "RINGING", Map.of("phone", phone, "post", "operator-1"));
        assertThat(TOWN.as("operator-1").put("/api/intake/calls/" + id + "/case", Map.of("number", number)).status()).isEqualTo(200);
        JsonNode caller = TOWN.as("operator-2").get("/api/intake/callers/" + phone).json();
        assertThat(caller.get("calls").get(0).get("number").asString()).isEqualTo(number);
        assertThat(caller.get("cases").get(0).get("number").asString()).isEqualTo(number);
        assertThat(TOWN.as("operator-1").get("/api/notices").body()).contains("来电：" + phone);
        for (String other : List.of("dispatcher-1", "lighting-1", "collector-1")) {
            assertThat(TOWN.as(other).get("/api/intake/callers/" + phone).code()).as(other).isEqualTo("intake-not-yours");
        }
    }

    @Test
    void aReporterWhoWishesForAReplyIsCalledWhateverBecameOfHisCase() {
        String declined = called("13800007101");
        TOWN.act("operator-1", declined, "decline", Map.of("reason", "不属于城市管理范围"));
        String twin = called("13800007102");
        TOWN.act("operator-1", twin, "mark-duplicate", Map.of("original", TOWN.walk("report")));
        assertThat(due(declined).get("why").asString()).isEqualTo("decline");
        JsonNode due = due(twin);
        assertThat(due.get("why").asString()).isEqualTo("mark-duplicate");
        String path = "/api/intake/call-backs/" + due.get("id").asString();
        assertThat(TOWN.as("operator-1").put(path, Map.of("reached", true, "grade", 6)).code()).isEqualTo("field-malformed");
        assertThat(TOWN.as("operator-1").put(path, Map.of("reached", false, "words", "无人接听")).json().get("tries").asInt()).isEqualTo(1);
        Answer done = TOWN.as("operator-1").put(path, Map.of("reached", true, "grade", 4, "words", "已说明并案处理"));
        assertThat(done.json().get("status").asString()).as(done.body()).isEqualTo("DONE");
        assertThat(TOWN.as("operator-2").put(path, Map.of("reached", true, "grade", 1)).code()).isEqualTo("call-back-done");
        assertThat(TOWN.as("operator-1").get("/api/intake/call-backs/counts").json().get("satisfied").asLong()).isPositive();
        String silent = TOWN.walk("register");
        TOWN.act("operator-1", silent, "decline", Map.of("reason", "不属于城市管理范围"));
        assertThat(TOWN.as("operator-1").get("/api/intake/call-backs").body()).as("no reply was wished for").doesNotContain(silent);
    }

    @Test
    void aSuppressionIsSetByTheShiftLeaderAndShownForItsPlaceClassAndTime() {
        UUID id = UUID.randomUUID();
        Map<String, Object> works = Map.of("reason", "道路施工", "classes", List.of("event-0102"), "point", CaseTown.POINT, "meters", 300,
                "from", Instant.parse("2020-01-01T00:00:00Z"), "until", Instant.parse("2040-01-01T00:00:00Z"));
        assertThat(TOWN.as("operator-1").put("/api/intake/suppressions/" + id, works).code()).isEqualTo("only-shift-leader");
        assertThat(TOWN.as("shift-leader-1").put("/api/intake/suppressions/" + id, works).status()).isEqualTo(200);
        String there = "/api/intake/suppressions?longitude=112.4413&latitude=34.6702&classCode=";
        assertThat(TOWN.as("operator-1").get(there + "event-0102").body()).contains(id.toString());
        assertThat(TOWN.as("operator-1").get(there + "event-0103").body()).doesNotContain(id.toString());
        assertThat(TOWN.as("operator-1").get("/api/intake/suppressions?longitude=112.5&latitude=34.6702&classCode=event-0102").body())
                .doesNotContain(id.toString());
    }

    @Test
    void aHandOverIsSignedForByTheNextShift() {
        UUID id = UUID.randomUUID();
        assertThat(TOWN.as("shift-leader-1").put("/api/intake/hand-overs/" + id, Map.of("words", "两件督办待答复")).status()).isEqualTo(200);
        assertThat(TOWN.as("shift-leader-1").put("/api/intake/hand-overs/" + id + "/receipt", Map.of()).code()).isEqualTo("own-hand-over");
        Answer signed = TOWN.as("shift-leader-2").put("/api/intake/hand-overs/" + id + "/receipt", Map.of());
        assertThat(signed.json().get("receivedBy").asString()).isEqualTo("shift-leader-2");
    }
}
