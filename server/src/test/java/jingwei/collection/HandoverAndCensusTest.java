package jingwei.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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

/// 转交、改派、普查、部件变更、通讯录, over HTTP.
class HandoverAndCensusTest {

    private static final CaseTown TOWN = CaseTown.open();
    private static final String NOTES = "/api/collection/notes";

    private static Map<String, Object> offer(String number, String to) {
        return Map.of("id", UUID.randomUUID().toString(), "number", number, "to", to, "words", "离您更近");
    }

    private static String taskOf(String number) {
        return TOWN.as("operator-1").get("/api/cases/" + number).json().path("task").path("collector").asString();
    }

    @Test
    @Requirement("DEV-21")
    void aTaskIsTheColleaguesOnceHeAgreesAndNoSooner() {
        String number = TOWN.walk("register ask-verify");
        Map<String, Object> wish = offer(number, "collector-3");
        Answer offered = TOWN.as("collector-2").post("/api/collection/handovers", wish);
        assertThat(offered.status()).as(offered.body()).isEqualTo(201);
        assertThat(TOWN.as("collector-2").post("/api/collection/handovers", wish).json()).isEqualTo(offered.json());
        assertThat(TOWN.as("collector-2").post("/api/collection/handovers", offer(number, "collector-4")).code()).isEqualTo("handover-open");
        assertThat(taskOf(number)).as("nothing has moved").isEqualTo("collector-2");
        String answer = "/api/collection/handovers/" + offered.json().get("id").asString() + "/answer";
        assertThat(TOWN.as("collector-4").post(answer, Map.of("agrees", true)).code()).isEqualTo("no-such-handover");
        assertThat(TOWN.as("collector-3").get("/api/collection/handovers/open").body()).contains(number);
        assertThat(TOWN.as("collector-3").get("/api/notices").body()).contains("接办");
        Answer agreed = TOWN.as("collector-3").post(answer, Map.of("agrees", true));
        assertThat(agreed.status()).as(agreed.body()).isEqualTo(200);
        assertThat(taskOf(number)).isEqualTo("collector-3");
        assertThat(TOWN.as("collector-3").post(answer, Map.of("agrees", false)).code()).isEqualTo("handover-answered");
        assertThat(TOWN.act("collector-2", number, "verify-true", Map.of("evidence", TOWN.evidence("VERIFY"))).code())
                .isEqualTo("not-your-task");
        assertThat(TOWN.act("collector-3", number, "verify-true", Map.of("evidence", TOWN.evidence("VERIFY"))).status()).isEqualTo(200);
        assertThat(TOWN.as("operator-1").get("/api/cases/" + number).body()).contains("双方同意");
    }

    @Test
    @Requirement("DEV-21")
    void aRefusedOrOvertakenRequestMovesNothing() {
        String number = TOWN.walk("register ask-verify");
        String id = TOWN.as("collector-2").post("/api/collection/handovers", offer(number, "collector-3")).json().get("id").asString();
        assertThat(TOWN.as("collector-3").post("/api/collection/handovers/" + id + "/answer", Map.of("agrees", false)).json()
                .get("agreed").asBoolean()).isFalse();
        assertThat(taskOf(number)).isEqualTo("collector-2");
        String second = TOWN.as("collector-2").post("/api/collection/handovers", offer(number, "collector-4")).json().get("id").asString();
        TOWN.act("collector-2", number, "verify-true", Map.of("evidence", TOWN.evidence("VERIFY")));
        assertThat(TOWN.as("collector-4").get("/api/collection/handovers/open").body()).doesNotContain(second);
        assertThat(TOWN.as("collector-4").post("/api/collection/handovers/" + second + "/answer", Map.of("agrees", true)).code())
                .isEqualTo("not-your-task");
        assertThat(TOWN.as("collector-2").post("/api/collection/handovers", offer(number, "collector-2")).code()).isEqualTo("field-malformed");
        assertThat(TOWN.as("collector-2").post("/api/collection/handovers", offer(number, "operator-1")).code()).isEqualTo("no-such-collector");
        assertThat(TOWN.as("operator-1").post("/api/collection/handovers", offer(number, "collector-2")).code()).isEqualTo("no-collector");
    }

    @Test
    @Requirement({"ACQ-26", "ACC-05"})
    void theCenterMovesATaskWithoutAskingAnybody() {
        String number = TOWN.walk("register ask-verify");
        Answer moved = TOWN.act("operator-1", number, "ask-verify", Map.of("collector", "collector-5", "opinion", "离得最近"));
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        assertThat(moved.json().get("state").asString()).isEqualTo("verifying");
        assertThat(taskOf(number)).isEqualTo("collector-5");
        assertThat(TOWN.as("collector-5").get("/api/notices").body()).contains("核实任务");
        assertThat(TOWN.as("collector-2").get("/api/notices").body()).contains("改派");
        assertThat(TOWN.act("collector-2", number, "verify-true", Map.of("evidence", TOWN.evidence("VERIFY"))).code())
                .as("answered after it was withdrawn").isEqualTo("not-your-task");
    }

    @Test
    @Requirement("ACQ-24")
    void aCensusIsFilledInAndItsProgressCounted() {
        String id = UUID.randomUUID().toString();
        Map<String, Object> census = new LinkedHashMap<>(Map.of("id", id, "title", "窨井盖普查", "words", "逐个看", "dutyGrids", List.of(),
                "until", Instant.now().plus(Duration.ofDays(3)).toString(), "questions", List.of(
                        Map.of("name", "net", "label", "有防坠网", "kind", "YES", "required", true),
                        Map.of("name", "material", "label", "材质", "kind", "CHOICE", "choices", List.of("铸铁", "复合"), "required", false),
                        Map.of("name", "width", "label", "口径（厘米）", "kind", "NUMBER", "required", false))));
        Answer published = TOWN.as("shift-leader-1").post("/api/collection/censuses", census);
        assertThat(published.status()).as(published.body()).isEqualTo(201);
        assertThat(TOWN.as("shift-leader-1").post("/api/collection/censuses", census).json()).isEqualTo(published.json());
        assertThat(TOWN.as("collector-1").post("/api/collection/censuses", census).code()).isEqualTo("only-supervision");
        assertThat(TOWN.as("collector-1").get("/api/collection/sync/censuses").body()).contains("窨井盖普查");
        assertThat(TOWN.as("collector-1").get("/api/notices").body()).contains("窨井盖普查");

        Map<String, Object> entry = new LinkedHashMap<>(Map.of("id", UUID.randomUUID().toString(), "kind", "CENSUS", "census", id,
                "point", CaseTown.POINT, "photos", List.of(), "answers", Map.of("net", "是", "material", "铸铁", "width", "70")));
        Answer taken = TOWN.as("collector-1").post(NOTES, entry);
        assertThat(taken.status()).as(taken.body()).isEqualTo(202);
        assertThat(taken.json().get("state").asString()).isEqualTo("DONE");
        assertThat(TOWN.as("collector-1").post(NOTES, entry).json()).as("sent twice").isEqualTo(taken.json());
        entry.put("answers", Map.of("net", "否"));
        assertThat(TOWN.as("collector-1").post(NOTES, entry).code()).isEqualTo("id-taken");
        entry.put("id", UUID.randomUUID().toString());
        for (Map<String, String> wrong : List.of(Map.of("material", "铸铁"), Map.of("net", "也许"), Map.of("net", "是", "width", "宽"),
                Map.of("net", "是", "material", "木"), Map.of("net", "是", "colour", "红"))) {
            entry.put("answers", wrong);
            assertThat(TOWN.as("collector-1").post(NOTES, entry).code()).as(wrong.toString()).isEqualTo("field-malformed");
        }
        JsonNode progress = TOWN.as("operator-1").get("/api/collection/censuses/" + id + "/progress").json();
        assertThat(progress.valueStream().mapToInt(each -> each.get("entries").asInt()).sum()).isEqualTo(1);
        assertThat(TOWN.as("operator-1").get(NOTES + "?census=" + id).json().get(0).path("answers").path("material").asString())
                .isEqualTo("铸铁");
        census.put("id", UUID.randomUUID().toString());
        census.put("questions", List.of());
        assertThat(TOWN.as("shift-leader-1").post("/api/collection/censuses", census).code()).isEqualTo("field-malformed");
    }

    @Test
    @Requirement("ACQ-25")
    void aChangedMissingOrNewComponentGoesToTheDataKeepers() {
        String photo = TOWN.photo("collector-1", 77);
        Map<String, Object> fresh = new LinkedHashMap<>(Map.of("id", UUID.randomUUID().toString(), "kind", "NEW", "classCode", "component-0118",
                "words", "新装路灯一盏", "point", CaseTown.POINT, "photos", List.of(photo, "0".repeat(64))));
        Answer taken = TOWN.as("collector-1").post(NOTES, fresh);
        assertThat(taken.status()).as(taken.body()).isEqualTo(202);
        assertThat(taken.json().get("missing").get(0).asString()).as("a photo still to come").isEqualTo("0".repeat(64));
        String id = taken.json().get("id").asString();
        assertThat(TOWN.as("collector-2").get(NOTES + "/" + id).code()).isEqualTo("only-supervision");
        assertThat(TOWN.as("administrator-1").get(NOTES).body()).contains("新装路灯一盏");
        assertThat(TOWN.as("operator-1").post(NOTES + "/" + id + "/decision", Map.of("taken", true, "words", "好")).status()).isEqualTo(403);
        Answer decided = TOWN.as("administrator-1").post(NOTES + "/" + id + "/decision", Map.of("taken", true, "words", "已列入下次更新"));
        assertThat(decided.json().get("state").asString()).isEqualTo("TAKEN");
        assertThat(TOWN.as("administrator-1").post(NOTES + "/" + id + "/decision", Map.of("taken", false, "words", "不")).code())
                .isEqualTo("note-decided");
        assertThat(TOWN.as("collector-1").get("/api/notices").body()).contains("已列入下次更新");
        Map<String, Object> lost = new LinkedHashMap<>(fresh);
        lost.putAll(Map.of("id", UUID.randomUUID().toString(), "kind", "MISSING"));
        assertThat(TOWN.as("collector-1").post(NOTES, lost).code()).as("no component named").isEqualTo("field-malformed");
        lost.put("component", "4103030118999999");
        assertThat(TOWN.as("collector-1").post(NOTES, lost).status()).isIn(404, 422);
        lost.put("kind", "NEW");
        lost.remove("component");
        lost.put("point", Map.of("longitude", 120.1, "latitude", 30.2));
        assertThat(TOWN.as("collector-1").post(NOTES, lost).status()).isEqualTo(422);
    }

    @Test
    @Requirement({"ACQ-22", "DEV-15"})
    void contactsOfTheCenterAndTheColleaguesLieOnThePhone() {
        JsonNode contacts = TOWN.as("collector-1").get("/api/collection/sync/contacts").json();
        assertThat(contacts.valueStream().map(each -> each.get("kind").asString())).contains("shift-leader", "operator", "collector")
                .doesNotContain("handler", "dispatcher");
        assertThat(contacts.get(0).path("phone").asString()).isNotBlank();
    }
}
