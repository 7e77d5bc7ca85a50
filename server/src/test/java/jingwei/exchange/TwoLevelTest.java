package jingwei.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jingwei.door.TestClient.Answer;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// 两级监督两级指挥 between two servers: a case goes down, is handled, checked and closed above, and what only the giver may decide
/// is refused below (workflow.md chapter 6).
@Requirement({"EXC-01", "EXC-05", "EXC-06", "ACC-21", "COL-15"})
class TwoLevelTest {

    private static Pair pair;

    @BeforeAll
    static void open() {
        pair = Pair.joined();
    }

    @AfterAll
    static void close() {
        pair.close();
    }

    @Test
    void aCaseGoesDownIsHandledThereAndClosedAbove() {
        String up = pair.city.filed();
        String down = pair.handedDown(up);
        assertThat(down).isNotEmpty();
        assertThat(pair.city.show("dispatcher-1", up).get("state").asString()).isEqualTo("handling");
        JsonNode taken = pair.county.show("dispatcher-1", down);
        assertThat(taken.at("/reported/number").asString("") + taken.path("foreignNumber").asString("")).contains(up);
        handle(down);
        assertThat(pair.city.show("dispatcher-1", up).get("state").asString()).isEqualTo("feedback");

        pair.city.done("dispatcher-1", up, "report-back", Map.of());
        pair.city.done("operator-1", up, "ask-check", Map.of("collector", "collector-2"));
        pair.city.done("collector-2", up, "fail-check", Map.of("reason", "仍不亮", "evidence", pair.city.photoOf("collector-2", 43, "CHECK")));
        pair.settle();
        assertThat(pair.county.show("dispatcher-1", down).get("state").asString()).isEqualTo("failed");

        pair.city.done("shift-leader-1", up, "rework", Map.of("reason", "返工"));
        pair.city.done("dispatcher-1", up, "transfer", Map.of("unit", "xinan-platform"));
        pair.settle();
        assertThat(pair.county.show("dispatcher-1", down).get("state").asString()).isEqualTo("to-dispatch");
        assertThat(pair.county.get("/api/exchange/cases").valueStream().filter(each -> each.get("theirs").asString("").equals(up)))
                .singleElement().satisfies(link -> assertThat(link.get("round").asInt()).isEqualTo(2));

        handle(down);
        Answer alone = pair.county.act("operator-1", down, "ask-check", Map.of("collector", "collector-2"));
        assertThat(alone.status()).isLessThan(300);
        pair.county.done("collector-2", down, "pass-check", Map.of("evidence", pair.county.photoOf("collector-2", 44, "CHECK")));
        assertThat(pair.county.act("shift-leader-1", down, "close", Map.of()).code()).isEqualTo("giver-closes");

        pair.city.done("dispatcher-1", up, "report-back", Map.of());
        pair.city.done("operator-1", up, "ask-check", Map.of("collector", "collector-2"));
        pair.city.done("collector-2", up, "pass-check", Map.of("evidence", pair.city.photoOf("collector-2", 45, "CHECK")));
        pair.city.done("shift-leader-1", up, "close", Map.of("opinion", "已结案"));
        pair.settle();
        assertThat(pair.county.show("dispatcher-1", down).get("state").asString()).isEqualTo("closed");
        assertThat(pair.city.show("dispatcher-1", up).get("state").asString()).isEqualTo("closed");
    }

    @Test
    void theCountyGrantsNothingTheCityHasNotGiven() {
        String up = pair.city.filed();
        String down = pair.handedDown(up);
        pair.county.done("dispatcher-1", down, "dispatch", Map.of("unit", "lighting"));
        pair.county.done("lighting-1", down, "ask-extension", Map.of("reason", "等待配件", "limit", "2 工作日"));
        pair.settle();
        assertThat(pair.county.act("dispatcher-1", down, "grant-extension", Map.of("limit", "2 工作日")).code()).isEqualTo("beyond-the-giver");
        pair.city.done("dispatcher-1", up, "grant-extension", Map.of("limit", "2 工作日"));
        pair.settle();
        pair.county.done("dispatcher-1", down, "grant-extension", Map.of("limit", "2 工作日"));
        assertThat(pair.county.act("dispatcher-1", down, "merge", Map.of("into", pair.county.filed())).code()).isEqualTo("giver-agrees-first");
    }

    @Test
    void anOrderFromAboveIsAnsweredBelow() {
        String up = pair.city.filed();
        String down = pair.handedDown(up);
        pair.county.done("dispatcher-1", down, "dispatch", Map.of("unit", "lighting"));
        pair.city.done("leader-1", up, "instruct", Map.of("opinion", "节前办结"));
        pair.settle();
        pair.county.done("lighting-1", down, "answer", Map.of("order", "1", "opinion", "明日完成"));
        pair.settle();
        assertThat(pair.city.show("dispatcher-1", up).toString()).contains("明日完成");
    }

    @Test
    void theCountyAsksToGiveACaseBackAndTheCityDecides() {
        String up = pair.city.filed();
        String down = pair.handedDown(up);
        Answer asked = pair.county.as("dispatcher-1").post("/api/exchange/cases/" + down + "/returns", Map.of("reason", "市管道路"));
        assertThat(asked.status()).isEqualTo(204);
        pair.settle();
        pair.city.done("dispatcher-1", up, "grant-return", Map.of());
        pair.settle();
        assertThat(pair.county.show("dispatcher-1", down).get("state").asString()).isEqualTo("annulled");
        assertThat(pair.city.show("dispatcher-1", up).get("state").asString()).isEqualTo("to-dispatch");
    }

    @Test
    void aCaseOfTheCountysOwnIsSeenAboveAndReconciled() {
        String own = pair.county.filed();
        pair.settle();
        assertThat(pair.city.get("/api/exchange/copies?partner=xinan").valueStream().map(copy -> copy.get("number").asString(""))).contains(own);
        pair.county.as("administrator-1");
        String id = pair.city.as("dispatcher-1").post("/api/exchange/partners/xinan/reconciliations", Map.of()).json().get("id").asString();
        pair.settle();
        assertThat(pair.city.get("/api/exchange/reconciliations").valueStream().filter(each -> each.get("id").asString("").equals(id)))
                .singleElement().satisfies(each -> {
                    assertThat(each.get("state").asString()).as(each.toString()).isEqualTo("AGREES");
                    assertThat(each.get("ours").asLong()).isEqualTo(each.get("theirs").asLong()).isPositive();
                });
    }

    @Test
    void theTestOfTheLineIsGreenPointByPointButForEncryptionOnLoopback() {
        JsonNode points = pair.county.as("administrator-1").post("/api/exchange/partners/luoyang/tests", Map.of()).json();
        assertThat(points.valueStream().filter(point -> !point.get("holds").asBoolean()).map(point -> point.get("point").asString()))
                .containsExactly("encrypted");
    }

    @Test
    void theCityAcceptsTheCountysCheckWhereSoAgreed() {
        pair.city.as("administrator-1").put("/api/exchange/partners/xinan", Map.of("acceptsCheck", true));
        pair.county.as("administrator-1").put("/api/exchange/partners/luoyang", Map.of("doneAfter", "CHECK"));
        try {
            String up = pair.city.filed();
            String down = pair.handedDown(up);
            handle(down);
            assertThat(pair.city.show("dispatcher-1", up).get("state").asString()).isEqualTo("handling");
            pair.county.done("operator-1", down, "ask-check", Map.of("collector", "collector-2"));
            pair.county.done("collector-2", down, "pass-check", Map.of("evidence", pair.county.photoOf("collector-2", 46, "CHECK")));
            pair.settle();
            assertThat(pair.city.show("dispatcher-1", up).get("state").asString()).isEqualTo("feedback");
            pair.city.done("dispatcher-1", up, "report-back", Map.of());
            assertThat(pair.city.show("dispatcher-1", up).get("state").asString()).isEqualTo("to-close");
        } finally {
            pair.city.as("administrator-1").put("/api/exchange/partners/xinan", Map.of("acceptsCheck", false));
            pair.county.as("administrator-1").put("/api/exchange/partners/luoyang", Map.of("doneAfter", "FEEDBACK"));
        }
    }

    @Test
    void whoCommandsInAnAreaIsASetting() {
        String up = pair.city.filed();
        pair.city.as("administrator-1").put("/api/exchange/areas/410323", Map.of("partner", "xinan", "supervision", "BOTH", "command", "THEIRS"));
        try {
            assertThat(pair.city.act("dispatcher-1", up, "dispatch", Map.of("unit", "lighting")).code()).isEqualTo("they-command-here");
        } finally {
            pair.city.as("administrator-1").put("/api/exchange/areas/410323", Map.of("partner", "xinan", "supervision", "BOTH", "command",
                    "BOTH"));
        }
        assertThat(pair.handedDown(up)).isNotEmpty();
        assertThat(pair.city.as("operator-1").put("/api/exchange/areas/410323", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void anExchangePostMovesNothingOfThePlatformsOwn() {
        String own = pair.county.filed();
        assertThat(pair.county.act("command-gateway-1", own, "return-to-filing", Map.of("reason", "退回")).code()).isEqualTo("own-case");
    }

    private static void handle(String down) {
        pair.county.done("dispatcher-1", down, "dispatch", Map.of("unit", "lighting"));
        pair.county.done("lighting-1", down, "handle", Map.of("opinion", "已更换灯具", "evidence", pair.county.photoOf("lighting-1", 42, "AFTER")));
        pair.county.done("dispatcher-1", down, "report-back", Map.of());
        pair.settle();
    }
}
