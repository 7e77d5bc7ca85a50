package jingwei.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jingwei.simulator.Requirement;
import jingwei.simulator.wire.Line;
import jingwei.simulator.wire.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// 应用维护 by the contract: what an administrator changes without programming, and what cases in hand keep.
class MaintenanceTest {

    private static final String EDITOR = "administrator-1";
    private static PackedServer server;
    private static Line line;

    @BeforeAll
    static void start() {
        server = PackedServer.start(Map.of("JINGWEI_SIMULATOR", "off"));
        line = new Line(server.address(), server.accounts(), "luoyang");
    }

    @AfterAll
    static void stop() {
        line.close();
        server.close();
    }

    @Test
    @Requirement({"APM-01", "SEC-01"})
    void unitsPostsPeopleAndDutiesAreKeptAndNobodyGetsOnTwoAxes() {
        done(line.post(EDITOR, "/api/organizations", Map.of("id", "greens", "name", "城北绿化所", "kind", "UNIT", "joined", true)));
        done(line.post(EDITOR, "/api/posts", Map.of("id", "greens-1", "kind", "handler", "organization", "greens", "name", "绿化所处置员")));
        String person = done(line.post(EDITOR, "/api/persons", Map.of("name", "赵青", "phone", "13800000077"))).path("id").asString();
        done(line.post(EDITOR, "/api/posts/greens-1/holdings", Map.of("person", person)));
        assertThat(line.get(EDITOR, "/api/posts").body().toString()).contains("greens-1", person);

        Reply both = line.post(EDITOR, "/api/posts/operator-1/holdings", Map.of("person", person));
        assertThat(both.done()).as("a person of a unit becomes no operator: %s", both).isFalse();
        assertThat(both.body().path("detail").asString()).isNotBlank();
        assertThat(line.get(EDITOR, "/api/axes-proof").status()).isEqualTo(200);

        assertThat(line.delete(EDITOR, "/api/organizations/greens").done()).as("posts stand below it").isFalse();
        assertThat(line.delete(EDITOR, "/api/posts/greens-1").done()).as("somebody holds it").isFalse();
        done(line.delete(EDITOR, "/api/posts/greens-1/holdings/" + person));
        done(line.delete(EDITOR, "/api/posts/greens-1"));
        done(line.delete(EDITOR, "/api/organizations/greens"));

        String grid = line.get(EDITOR, "/api/duty-grids").body().at("/features/0/properties/code").asString(
                line.get(EDITOR, "/api/duty-grids").body().at("/0/code").asString(""));
        String shift = line.get(EDITOR, "/api/shifts").body().at("/0/id").asString();
        JsonNode duty = done(line.post(EDITOR, "/api/collector-duties", Map.of("post", "collector-1", "dutyGrid", grid, "shift", shift,
                "weekdays", List.of("SATURDAY"), "validFrom", "2027-03-01")));
        assertThat(line.get(EDITOR, "/api/collector-duties").body().toString()).contains(duty.path("id").asString());
        done(line.delete(EDITOR, "/api/collector-duties/" + duty.path("id").asString()));
        assertThat(line.post("operator-1", "/api/organizations", Map.of("id", "mine", "name", "我的", "kind", "UNIT")).status()).isEqualTo(403);
    }

    @Test
    @Requirement({"APM-04", "COL-05"})
    void theSheetIsKeptByVersionsAndACaseKeepsTheOneItWasFiledBy() {
        String before = filed();
        int old = line.get(EDITOR, "/api/sheets/current").body().at("/header/version").asInt();
        assertThat(sheetOf(before)).isEqualTo(old);
        int draft = done(line.post(EDITOR, "/api/sheets/" + old + "/copies?name=" + "2027", Map.of())).path("version").asInt();
        assertThat(draft).isGreaterThan(old);
        String table = line.page(EDITOR, "/api/sheets/" + draft + "/csv");
        Reply faulty = line.csv(EDITOR, "/api/sheets?name=faulty&file=a.csv", table + "没有的小类,x\n");
        assertThat(faulty.code()).isEqualTo("sheet-faulty");
        assertThat(line.get(EDITOR, "/api/sheets").body()).as("nothing is half loaded").hasSize(draft);
        if (!line.get(EDITOR, "/api/sheets/" + draft + "/holes").body().isEmpty()) {
            assertThat(line.post(EDITOR, "/api/sheets/" + draft + "/publication", Map.of()).code()).isEqualTo("responsibility-holes");
            done(line.post(EDITOR, "/api/sheets/" + draft + "/signature", Map.of("reason", "由指挥中心指定")));
        }
        done(line.post(EDITOR, "/api/sheets/" + draft + "/publication", Map.of()));
        assertThat(line.get(EDITOR, "/api/sheets/current").body().at("/header/version").asInt()).isEqualTo(draft);
        assertThat(sheetOf(filed())).as("a new case is filed by the new one").isEqualTo(draft);
        assertThat(sheetOf(before)).as("the old case keeps its own").isEqualTo(old);
        assertThat(line.post(EDITOR, "/api/sheets/" + draft + "/responsibilities", List.of()).done()).as("published is published").isFalse();
    }

    private static int sheetOf(String number) {
        return line.get("dispatcher-1", "/api/cases/" + number).body().at("/filing/sheetVersion").asInt();
    }

    private static String filed() {
        String number = done(line.post("collector-1", "/api/cases", Map.of("act", "report", "particulars", Map.of("description", "路灯不亮",
                "classCode", "component-0118", "condition", 1, "point", Map.of("longitude", 112.4412, "latitude", 34.6701),
                "evidence", List.of(Map.of("hash", line.photo("collector-1", "lamp"), "kind", "BEFORE")))))).path("number").asString();
        done(line.post("operator-1", "/api/cases/" + number + "/acts", Map.of("act", "accept", "particulars", Map.of())));
        done(line.post("shift-leader-1", "/api/cases/" + number + "/acts", Map.of("act", "file", "particulars", Map.of())));
        return number;
    }

    private static JsonNode done(Reply reply) {
        assertThat(reply.done()).as("%s", reply).isTrue();
        return reply.body();
    }
}
