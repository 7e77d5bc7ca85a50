package jingwei.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import jingwei.casework.desk.Waits;
import jingwei.door.TestClient.Answer;
import jingwei.organization.PostKind;
import jingwei.process.StandardProcess;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// 工作台: queues by post, cases in hand, kept views, exports, over HTTP.
@Requirement({"COL-01", "ACC-15", "ACC-16", "COL-22"})
class DeskTest {

    private static final CaseTown TOWN = CaseTown.open();

    private static boolean lies(String account, String queue, String number) {
        Answer answer = TOWN.as(account).get("/api/desk/queues/" + queue + "?size=2000");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(answer.json().spliterator(), false)
                .anyMatch(line -> line.get("number").asString().equals(number));
    }

    private static long count(String account, String queue) {
        for (JsonNode each : TOWN.as(account).get("/api/desk").json().get("queues")) {
            if (each.get("queue").asString().equals(queue)) {
                return each.get("count").asLong();
            }
        }
        throw new AssertionError("no queue " + queue);
    }

    @Test
    void theProcessSaysForWhomAStateWaits() {
        var process = StandardProcess.read();
        assertThat(Waits.of(process, PostKind.OPERATOR)).contains("reported", "verified", "disproved", "to-check", "settled")
                .doesNotContain("accepted", "handling");
        assertThat(Waits.of(process, PostKind.SHIFT_LEADER)).contains("accepted", "to-close", "failed").doesNotContain("checking", "split");
        assertThat(Waits.of(process, PostKind.DISPATCHER)).containsExactly("feedback", "filed", "to-dispatch");
        assertThat(Waits.of(process, PostKind.HANDLER)).containsExactly("handling");
        assertThat(Waits.of(process, PostKind.LEADER)).isEmpty();
    }

    @Test
    void aCaseWandersFromDeskToDesk() {
        long before = count("operator-2", "to-do");
        String number = TOWN.walk("report");
        assertThat(lies("operator-2", "to-do", number)).isTrue();
        assertThat(count("operator-2", "to-do")).isEqualTo(before + 1);
        assertThat(lies("dispatcher-1", "to-do", number)).isFalse();
        TOWN.act("operator-1", number, "accept", Map.of());
        assertThat(lies("operator-1", "to-do", number)).isFalse();
        assertThat(lies("operator-1", "under-way", number)).isTrue();
        assertThat(lies("operator-2", "under-way", number)).as("another operator had no hand in it").isFalse();
        assertThat(lies("shift-leader-1", "to-do", number)).isTrue();
        TOWN.act("shift-leader-1", number, "send-back", Map.of("reason", "地点不清"));
        assertThat(lies("operator-1", "returned", number)).isTrue();
        TOWN.act("operator-1", number, "accept", Map.of());
        TOWN.act("shift-leader-1", number, "file", Map.of());
        TOWN.act("dispatcher-1", number, "dispatch", Map.of("unit", "lighting"));
        assertThat(lies("lighting-1", "to-do", number)).isTrue();
        assertThat(lies("water-1", "to-do", number)).as("another unit's case").isFalse();
        TOWN.act("lighting-1", number, "ask-extension", Map.of("reason", "等配件", "limit", "2 工作时"));
        assertThat(lies("dispatcher-2", "petitions", number)).isTrue();
        TOWN.act("leader-1", number, "expedite", Map.of("opinion", "群众反映强烈"));
        assertThat(lies("lighting-1", "expedited", number)).isTrue();
        assertThat(lies("leader-1", "expedited", number)).isTrue();
        assertThat(TOWN.as("operator-1").get("/api/desk/queues/lost").code()).isEqualTo("unknown-queue");
    }

    @Test
    void aCaseInHandIsTakenForTheOthersOfItsPostUntilTheShiftLeaderReleasesIt() {
        String number = TOWN.walk("report");
        Answer mine = TOWN.as("operator-1").put("/api/desk/takings/" + number, Map.of());
        assertThat(mine.json().get("mine").asBoolean()).as(mine.body()).isTrue();
        Answer theirs = TOWN.as("operator-2").put("/api/desk/takings/" + number, Map.of());
        assertThat(theirs.json().get("mine").asBoolean()).isFalse();
        assertThat(theirs.json().get("post").asString()).isEqualTo("operator-1");
        Answer act = TOWN.act("operator-2", number, "accept", Map.of());
        assertThat(act.status()).isEqualTo(409);
        assertThat(act.code()).isEqualTo("taken-by-another");
        assertThat(TOWN.as("operator-2").delete("/api/desk/takings/" + number).code()).isEqualTo("taken-by-another");
        assertThat(TOWN.as("shift-leader-1").delete("/api/desk/takings/" + number).status()).isEqualTo(204);
        assertThat(TOWN.act("operator-2", number, "accept", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void aViewIsKeptUnderANameAndSharedWhereWished() {
        UUID id = UUID.randomUUID();
        assertThat(TOWN.as("operator-1").put("/api/desk/views/" + id, Map.of("name", "热线在办" + id, "query", "source=HOTLINE&open=true",
                "shared", true)).status()).isEqualTo(204);
        assertThat(TOWN.as("operator-2").get("/api/desk/views").body()).contains("热线在办" + id).contains("\"mine\":false");
        TOWN.as("operator-2").delete("/api/desk/views/" + id);
        assertThat(TOWN.as("operator-1").get("/api/desk/views").body()).as("another's view is not deleted").contains("热线在办" + id);
        assertThat(TOWN.as("operator-1").put("/api/desk/views/" + UUID.randomUUID(), Map.of("name", " ", "query", "")).code()).isEqualTo("bad-view");
        assertThat(TOWN.as("operator-1").delete("/api/desk/views/" + id).status()).isEqualTo(204);
    }

    @Test
    void listsAndSheetsAreExportedAndAFormulaStaysText() {
        Map<String, Object> call = TOWN.call();
        call.put("description", "=1+1 路灯不亮");
        String number = TOWN.begin("operator-1", "register", call).json().get("number").asString();
        Answer csv = TOWN.as("operator-1").get("/api/desk/queues/to-do/export?form=csv");
        assertThat(csv.body()).startsWith("\uFEFF\"案件编号\"").contains(number).contains("\"'=1+1 路灯不亮\"");
        Answer xlsx = TOWN.as("operator-1").get("/api/cases/export?source=HOTLINE&open=true");
        assertThat(xlsx.response().body()).startsWith('P', 'K');
        assertThat(TOWN.as("operator-1").get("/api/cases/export?form=doc").code()).isEqualTo("unknown-form");
        Answer pdf = TOWN.as("operator-1").get("/api/cases/" + number + "/sheet");
        assertThat(pdf.status()).as(pdf.body()).isEqualTo(200);
        assertThat(new String(pdf.response().body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(TOWN.as("water-1").get("/api/cases/" + number + "/sheet").status()).as("a case one may not see").isEqualTo(404);
    }

    @Test
    void wordsProposeAClassWithTheReasonAndPhrasesAreKept() {
        Answer advice = TOWN.as("operator-1").get("/api/classes/suggestions?words=" + java.net.URLEncoder.encode("家门口路灯不亮了",
                java.nio.charset.StandardCharsets.UTF_8));
        assertThat(advice.json().get(0).get("name").asString()).as(advice.body()).contains("路灯");
        assertThat(advice.json().get(0).get("reason").asString()).contains("路灯");
        UUID id = UUID.randomUUID();
        assertThat(TOWN.as("operator-1").put("/api/phrases/" + id, Map.of("act", "accept", "words", "情况属实 " + id)).status()).isEqualTo(204);
        assertThat(TOWN.as("operator-1").get("/api/phrases?act=accept").body()).contains(id.toString());
        assertThat(TOWN.as("operator-2").get("/api/phrases?act=accept").body()).as("one's own").doesNotContain(id.toString());
        UUID paper = UUID.randomUUID();
        assertThat(TOWN.as("operator-1").put("/api/knowledge/" + paper, Map.of("kind", "RULE", "title", "延期办法", "body", "普通案件不办延期"))
                .status()).isEqualTo(403);
        assertThat(TOWN.as("administrator-1").put("/api/knowledge/" + paper, Map.of("kind", "RULE", "title", "延期办法", "body", "普通案件不办延期"))
                .status()).isEqualTo(204);
        assertThat(TOWN.as("operator-1").get("/api/knowledge?q=" + java.net.URLEncoder.encode("延期 普通", java.nio.charset.StandardCharsets.UTF_8))
                .body()).contains(paper.toString());
        assertThat(TOWN.as("operator-1").get("/api/knowledge/" + paper).json().get("body").asString()).isEqualTo("普通案件不办延期");
    }
}
