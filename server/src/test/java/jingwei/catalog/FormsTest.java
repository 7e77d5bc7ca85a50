package jingwei.catalog;

import static jingwei.identity.TestPeople.LUOYANG;
import static jingwei.identity.TestPeople.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jingwei.door.TestClient;
import jingwei.door.TestServer;
import jingwei.identity.Permission;
import jingwei.identity.TestPeople;
import jingwei.organization.OrganizationKeeper;
import jingwei.organization.OrganizationKind;
import jingwei.simulator.Requirement;
import jingwei.tenancy.Tenancy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// 小类、补充栏目、立案条件 over HTTP, without a file and without a restart (APM-03, APM-04).
@Requirement({"APM-03", "APM-04"})
class FormsTest {

    private static TestServer server;
    private static TestClient keeper;

    @BeforeAll
    static void open() {
        server = TestServer.open(Map.of(), TestPeople.class);
        TestPeople.platform(server, LUOYANG);
        Tenancy.run(LUOYANG, () -> {
            server.room(OrganizationKeeper.class).createUnit("water", "供水公司", OrganizationKind.UNIT, null, true);
            SheetKeeper sheets = server.room(SheetKeeper.class);
            sheets.createStandard();
            sheets.setResponsibilities(1, List.of(Responsibility.of("all", "all", "water")));
            sheets.publish(1, null);
        });
        TestPeople.account(server, LUOYANG, "keeper", Permission.CATALOG_READ, Permission.CATALOG_EDIT);
        keeper = TestClient.of(server).signIn("luoyang", "keeper", PASSWORD);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void aFieldKeepsItsKindItsLabelMayChangeAndAnEndedOneStaysReadable() {
        String form = "/api/classes/component-0101/form";
        assertThat(keeper.put(form, fields(field("depth", "深度", "NUMBER"), field("way", "能否通行", "YES"))).status()).isEqualTo(204);
        JsonNode kept = keeper.get(form).json();
        assertThat(kept.get("schema").get("properties").get("depth").get("type").asString()).isEqualTo("number");
        assertThat(kept.get("schema").get("$schema").asString()).contains("2020-12");
        assertThat(keeper.put(form, fields(field("depth", "积水深度（厘米）", "NUMBER"))).status()).isEqualTo(204);
        JsonNode after = keeper.get(form).json();
        assertThat(after.get("fields")).hasSize(1);
        assertThat(after.get("ever")).hasSize(2);
        assertThat(after.get("ever").get(0).get("label").asString()).isEqualTo("积水深度（厘米）");
        assertThat(keeper.put(form, fields(field("way", "能否通行", "TEXT"))).code()).isEqualTo("form-field-kind");
    }

    @Test
    void whatIsNoFormIsRefusedInWords() {
        String form = "/api/classes/component-0102/form";
        assertThat(keeper.put(form, fields(field("Depth", "深度", "NUMBER"))).code()).isEqualTo("form-malformed");
        assertThat(keeper.put(form, fields(field("depth", "", "NUMBER"))).code()).isEqualTo("form-malformed");
        assertThat(keeper.put(form, fields(field("depth", "一", "NUMBER"), field("depth", "二", "TEXT"))).code()).isEqualTo("form-malformed");
        assertThat(keeper.put(form, fields(field("which", "哪个", "CHOICE"))).code()).isEqualTo("form-malformed");
        assertThat(keeper.put("/api/classes/event-0177/form", fields(field("depth", "深度", "NUMBER"))).code()).isEqualTo("class-unknown");
        assertThat(keeper.put(form, Map.of()).code()).isEqualTo("field-missing");
    }

    @Test
    void aConditionIsPutIntoADraftAndNeverIntoWhatIsPublished() {
        assertThat(keeper.put("/api/sheets/1/classes/component-0101/conditions/0", condition("4 工作时")).code()).isEqualTo("sheet-published");
        int draft = keeper.send("POST", "/api/sheets/1/copies?name=revision", java.net.http.HttpRequest.BodyPublishers.noBody()).json().get("version").asInt();
        String place = "/api/sheets/" + draft + "/classes/component-0101/conditions/";
        int before = conditions(draft);
        assertThat(keeper.put(place + "0", condition("很快")).code()).isEqualTo("sheet-faulty");
        TestClient.Answer put = keeper.put(place + "0", condition("4 工作时"));
        assertThat(put.status()).as(put.body()).isEqualTo(200);
        assertThat(conditions(draft)).isEqualTo(before + 1);
        int number = put.json().get("number").asInt();
        assertThat(keeper.put(place + number, condition("2 工作时")).status()).isEqualTo(200);
        assertThat(conditions(draft)).isEqualTo(before + 1);
        assertThat(keeper.delete(place + number).status()).isEqualTo(204);
        assertThat(keeper.delete(place + number).code()).isEqualTo("no-such-condition");
        assertThat(conditions(draft)).isEqualTo(before);
    }

    private static int conditions(int version) {
        for (JsonNode each : keeper.get("/api/sheets/" + version).json().get("classes")) {
            if (each.get("code").asString().equals("component-0101")) {
                return each.get("conditions").size();
            }
        }
        return 0;
    }

    private static Map<String, Object> condition(String limit) {
        return Map.of("text", "井口积水", "closing", "积水排除", "limits", Map.of("ALL", limit));
    }

    private static Map<String, Object> field(String key, String label, String kind) {
        return Map.of("key", key, "label", label, "kind", kind, "required", false, "listed", true);
    }

    private static Map<String, Object> fields(Object... fields) {
        return Map.of("fields", List.of(fields));
    }
}
