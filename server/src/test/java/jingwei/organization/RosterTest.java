package jingwei.organization;

import static jingwei.identity.TestPeople.LUOYANG;
import static jingwei.identity.TestPeople.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jingwei.door.TestClient;
import jingwei.door.TestServer;
import jingwei.identity.Permission;
import jingwei.identity.TestPeople;
import jingwei.organization.workbook.Workbooks;
import jingwei.simulator.Requirement;
import jingwei.standards.Table;
import jingwei.tenancy.Tenancy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// 花名册 over HTTP: all of a sheet or nothing of it, every fault by row and column, and first passwords that no answer holds.
@Requirement("APM-01")
class RosterTest {

    private static TestServer server;
    private static TestClient keeper;

    @BeforeAll
    static void open() {
        server = TestServer.open(Map.of(), TestPeople.class);
        TestPeople.platform(server, LUOYANG);
        Tenancy.run(LUOYANG, () -> {
            OrganizationKeeper made = server.room(OrganizationKeeper.class);
            made.createUnit("supervision-center", "监督中心", OrganizationKind.SUPERVISION_CENTER, null, true);
            made.createUnit("water", "供水公司", OrganizationKind.UNIT, null, true);
            made.createPost("water-1", PostKind.HANDLER, "water", "供水公司处置");
        });
        TestPeople.account(server, LUOYANG, "keeper", Permission.ORGANIZATION_READ, Permission.ORGANIZATION_EDIT,
                Permission.ACCOUNT_EDIT, Permission.APPOINT);
        TestPeople.account(server, LUOYANG, "builder", Permission.ORGANIZATION_READ, Permission.ORGANIZATION_EDIT);
        keeper = TestClient.of(server).signIn("luoyang", "keeper", PASSWORD);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void aSheetIsPreviewedThenImportedAndItsPeopleSignInWithPasswordsTheyMustChange() {
        byte[] sheet = sheet(
                row("gas", "燃气公司", "责任单位", "", "gas-1", "处置人员", "燃气处置", "韩春", "han", "11010519491231002X", "13800000001", "否"),
                row("gas", "", "", "", "gas-2", "handler", "燃气处置二", "郑秋", "zheng", "", "", ""),
                row("gas-crew", "燃气抢修班", "班组", "gas", "gas-crew-1", "处置人员", "抢修员", "韩春", "han", "", "", ""),
                row("supervision-center", "", "", "", "operator-9", "受理员", "受理员九", "何冬", "he", "", "", ""));
        JsonNode seen = keeper.post("/api/organization-roster/preview", body(sheet, Map.of())).json();
        assertThat(seen.get("faults")).isEmpty();
        assertThat(words(seen.get("units"))).containsExactly("燃气公司", "燃气抢修班");
        assertThat(words(seen.get("accounts"))).containsExactly("han", "zheng", "he");
        assertThat(seen.get("appointments").asInt()).isEqualTo(4);
        assertThat(keeper.get("/api/organizations").body()).doesNotContain("燃气公司");

        assertThat(keeper.post("/api/organization-roster", body(sheet, Map.of("han", PASSWORD))).code()).isEqualTo("first-password-missing");
        assertThat(keeper.post("/api/organization-roster", body(sheet, Map.of("han", PASSWORD, "zheng", "short", "he", PASSWORD))).code())
                .isEqualTo("weak-password");
        assertThat(keeper.get("/api/organizations").body()).doesNotContain("燃气公司");
        TestClient.Answer done = keeper.post("/api/organization-roster", body(sheet, Map.of("han", PASSWORD, "zheng", PASSWORD, "he", PASSWORD)));
        assertThat(done.status()).as(done.body()).isEqualTo(201);
        assertThat(done.body()).doesNotContain(PASSWORD);

        assertThat(keeper.get("/api/organizations").body()).contains("燃气公司", "燃气抢修班");
        assertThat(keeper.get("/api/posts?organization=gas-crew").json().get(0).get("holderNames").get(0).asString()).isEqualTo("韩春");
        TestClient.Answer in = TestClient.of(server).trySignIn("luoyang", "han", PASSWORD);
        assertThat(in.status()).isEqualTo(201);
        assertThat(in.json().get("mustChange").asBoolean()).isTrue();
        assertThat(in.json().get("posts")).hasSize(2);

        JsonNode again = keeper.post("/api/organization-roster/preview", body(sheet, Map.of())).json();
        assertThat(again.get("faults")).isEmpty();
        assertThat(again.get("units")).isEmpty();
        assertThat(again.get("accounts")).isEmpty();
        assertThat(again.get("appointments").asInt()).isZero();
    }

    @Test
    void everyFaultIsToldByRowAndColumnAndNothingIsImported() {
        byte[] sheet = sheet(
                row("heat", "热力公司", "责任单位", "", "heat-1", "处置人员", "热力处置", "曹夏", "cao", "", "", ""),
                row("Heat", "热力", "责任单位", "", "", "", "", "", "", "", "", ""),
                row("bus", "公交公司", "公司", "", "", "", "", "", "", "", "", ""),
                row("rail", "供水公司", "责任单位", "", "", "", "", "", "", "", "", ""),
                row("crew", "抢修班", "班组", "nowhere", "", "", "", "", "", "", "", ""),
                row("water", "", "", "", "operator-8", "受理员", "受理员", "", "", "", "", ""),
                row("water", "自来水", "", "", "", "", "", "", "", "", "", ""),
                row("water", "", "", "", "water-2", "经理", "经理", "", "", "", "", ""),
                row("heat", "", "", "", "water-1", "", "", "", "", "", "", ""),
                row("heat", "", "", "", "", "", "", "彭雪", "peng", "110105194912310021", "", ""),
                row("heat", "", "", "", "", "", "", "彭雪", "Bad Name", "", "", ""),
                row("supervision-center", "", "", "", "operator-7", "受理员", "受理员", "曹夏", "cao", "", "", ""),
                row("heat", "", "", "", "", "", "", "曾雨", "cao", "", "", ""),
                row("heat", "", "", "", "", "", "", "曾雨", "zeng", "", "", "也许"),
                row("heat", "", "", "", "", "", "", "李四", "keeper", "", "", ""));
        JsonNode faults = keeper.post("/api/organization-roster/preview", body(sheet, Map.of())).json().get("faults");
        List<String> told = new ArrayList<>();
        faults.forEach(fault -> told.add(fault.get("line").asInt() + " " + fault.get("columnName").asString() + " " + fault.get("code").asString()));
        assertThat(told).containsExactly("3 机构标识 id-malformed", "4 机构类型 organization-kind-unknown", "5 机构名称 name-taken",
                "6 上级机构标识 no-such-organization", "7 岗位类型 post-axis", "8 机构名称 name-differs", "9 岗位类型 post-kind-unknown",
                "10 岗位标识 post-elsewhere", "11 身份证号 identity-number-wrong", "12 账号 bad-account-name", "13 岗位标识 other-axis",
                "14 账号 account-twice", "15 仅限绑定设备 yes-or-no", "16 账号 account-exists");
        TestClient.Answer refused = keeper.post("/api/organization-roster", body(sheet, Map.of("cao", PASSWORD)));
        assertThat(refused.code()).isEqualTo("roster-faulty");
        assertThat(refused.json().get("missing")).hasSize(14);
        assertThat(keeper.get("/api/organizations").body()).doesNotContain("热力公司");
        byte[] wrong = Workbooks.write("花名册", List.of(List.of("机构", "名称"), List.of("a", "b")));
        assertThat(keeper.post("/api/organization-roster/preview", body(wrong, Map.of())).json().get("faults").get(0).get("code").asString())
                .isEqualTo("wrong-column-name");
        assertThat(keeper.post("/api/organization-roster/preview", body("PK\u0003\u0004 no workbook".getBytes(), Map.of())).code())
                .isEqualTo("workbook-unreadable");
    }

    @Test
    void whoMayNotDoAllOfASheetIsToldAndTheSameSheetGoesThroughTwoHands() {
        TestClient builder = TestClient.of(server).signIn("luoyang", "builder", PASSWORD);
        byte[] whole = sheet(row("tram", "电车公司", "责任单位", "", "tram-1", "处置人员", "电车处置", "董平", "dong", "", "", ""));
        assertThat(words(builder.post("/api/organization-roster/preview", body(whole, Map.of())).json().get("lacking")))
                .containsExactly("维护账号", "任免岗位");
        assertThat(builder.post("/api/organization-roster", body(whole, Map.of("dong", PASSWORD))).code()).isEqualTo("roster-permission");
        byte[] part = sheet(row("tram", "电车公司", "责任单位", "", "tram-1", "处置人员", "电车处置", "", "", "", "", ""));
        assertThat(builder.post("/api/organization-roster", body(part, Map.of())).status()).isEqualTo(201);
        assertThat(keeper.post("/api/organization-roster", body(whole, Map.of("dong", PASSWORD))).status()).isEqualTo(201);
        assertThat(keeper.get("/api/posts?organization=tram").json().get(0).get("holderNames").get(0).asString()).isEqualTo("董平");
    }

    @Test
    void theSheetToFillInCanBeReadAgain() {
        byte[] template = keeper.get("/api/organization-roster/template").response().body();
        JsonNode seen = keeper.post("/api/organization-roster/preview", body(template, Map.of())).json();
        assertThat(seen.get("faults")).isEmpty();
        assertThat(seen.get("rows").asInt()).isEqualTo(3);
    }

    private static List<String> row(String... cells) {
        return List.of(cells);
    }

    @SafeVarargs
    private static byte[] sheet(List<String>... rows) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(Roster.COLUMNS.stream().map(Table.Column::zh).toList());
        cells.addAll(List.of(rows));
        return Workbooks.write("花名册", cells);
    }

    private static Map<String, Object> body(byte[] sheet, Map<String, String> passwords) {
        Map<String, Object> said = new HashMap<>();
        said.put("file", "花名册.xlsx");
        said.put("content", Base64.getEncoder().encodeToString(sheet));
        said.put("passwords", passwords);
        return said;
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(each -> words.add(each.asString()));
        return words;
    }
}
