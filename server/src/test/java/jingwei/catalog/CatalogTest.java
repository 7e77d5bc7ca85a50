package jingwei.catalog;

import static jingwei.identity.TestPeople.LUOYANG;
import static jingwei.identity.TestPeople.PASSWORD;
import static jingwei.identity.TestPeople.XINAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingwei.door.MovableClock;
import jingwei.door.TestClient;
import jingwei.door.TestServer;
import jingwei.identity.Permission;
import jingwei.identity.TestPeople;
import jingwei.organization.OrganizationKeeper;
import jingwei.organization.OrganizationKind;
import jingwei.simulator.Requirement;
import jingwei.standards.ClassCatalogue.Geometry;
import jingwei.standards.ClassCode;
import jingwei.standards.ClassKind;
import jingwei.standards.FilingSheetReader;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// 规范的导入、签认、发布与不可改 on the real database and over HTTP (ACC-07, APM-04, N115).
@Requirement({"ACC-07", "APM-04"})
class CatalogTest {

    private static final String SHEET = "大类,小类,立案条件,处置时限,结案条件,责任单位\n"
            + "公用设施,上水井盖,缺失,2 紧急工作时,已补齐,自来水公司\n"
            + "公用设施,污水井盖,缺失,2 紧急工作时,已补齐,排水公司\n";

    private static TestServer server;
    private static SheetKeeper keeper;
    private static Catalog catalog;

    @BeforeAll
    static void open() {
        server = TestServer.open(Map.of(), TestPeople.class);
        keeper = server.room(SheetKeeper.class);
        catalog = server.room(Catalog.class);
        for (PlatformId platform : List.of(LUOYANG, XINAN)) {
            TestPeople.platform(server, platform);
            Tenancy.run(platform, () -> server.room(OrganizationKeeper.class).createUnit("water", "自来水公司",
                    OrganizationKind.UNIT, null, true));
        }
        Tenancy.run(LUOYANG, keeper::createStandard);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void aNewPlatformGetsTheClassesAndTheSeedAsADraftWithItsProvenance() {
        Tenancy.run(LUOYANG, () -> {
            keeper.createStandard();
            Sheet seed = catalog.version(1);
            assertThat(seed.header().published()).isFalse();
            assertThat(seed.rows()).containsExactlyInAnyOrderElementsOf(FilingSheetReader.bundled());
            assertThat(seed.rows()).allMatch(row -> row.provenance() != null);
            assertThat(code(() -> catalog.version(99))).isEqualTo("no-such-sheet");
        });
    }

    @Test
    void aVersionWithHolesIsPublishedOnlyWhenSomebodySignedAndNeverChangesAgain() throws Exception {
        Tenancy.run(XINAN, () -> {
            keeper.createStandard();
            assertThat(code(catalog::current)).isEqualTo("no-sheet-in-force");
            int version = keeper.importDraft("县规范", "规范.csv", SHEET.getBytes()).version();
            assertThat(catalog.version(version).responsibilities()).extracting(Responsibility::unit)
                    .as("the sheet names one unit of the platform").containsExactly("water");
            RefusedException refused = refused(() -> keeper.publish(version, null));
            assertThat(refused.refusal().code()).isEqualTo("responsibility-holes");
            assertThat(refused.refusal().missing()).containsExactly("component-0102@all");
            assertThat(code(() -> keeper.signHoles(version, "chief", " "))).isEqualTo("field-missing");
            keeper.signHoles(version, "chief", "尚未确权");
            keeper.setResponsibilities(version, List.of());
            assertThat(code(() -> keeper.publish(version, null))).as("a new hole was not signed")
                    .isEqualTo("responsibility-holes");
            keeper.setResponsibilities(version, List.of(Responsibility.of("component-0101", "all", "water")));
            keeper.publish(version, null);
            assertThat(catalog.current().version()).isEqualTo(version);
            assertThat(catalog.propose(ClassCode.component("0101"), List.of(), null, Optional.empty(),
                    Optional.empty()).unit()).contains("water");
            assertThat(code(() -> keeper.publish(version, null))).isEqualTo("sheet-published");
            assertThat(code(() -> keeper.setResponsibilities(version, List.of()))).isEqualTo("sheet-published");
        });
        try (Connection connection = server.database().application().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT set_config('jingwei.platform', 'xinan', false)");
            for (String sql : List.of("UPDATE catalog.sheets SET name = 'x' WHERE standing = 'PUBLISHED'",
                    "DELETE FROM catalog.sheets WHERE standing = 'PUBLISHED'",
                    "UPDATE catalog.sheet_rows SET closing = 'x' WHERE version = 2",
                    "UPDATE catalog.sheet_steps SET amount = 99 WHERE version = 2",
                    "DELETE FROM catalog.sheet_steps WHERE version = 2",
                    "UPDATE catalog.sheet_rows SET version = 2 WHERE version = 1",
                    "INSERT INTO catalog.responsibilities VALUES ('xinan', 2, 9, 'all', 'all', 'water', 'HANDLING', 1)",
                    "DELETE FROM catalog.responsibilities WHERE version = 2")) {
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).hasMessageContaining("已发布");
            }
            assertThatThrownBy(() -> statement.execute("DELETE FROM catalog.hole_signatures"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("INSERT INTO catalog.sheets (platform, version, edition, name, "
                    + "provenance, made_at) VALUES ('luoyang', 9, 'x', 'x', 'x', now())"))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void theVersionInForceFollowsTheDayItTakesEffect() {
        Tenancy.run(LUOYANG, () -> {
            MovableClock clock = server.room(MovableClock.class);
            int first = keeper.copy(1, "第一版").version();
            keeper.setResponsibilities(first, List.of(Responsibility.of("all", "all", "water")));
            assertThat(code(() -> keeper.publish(first, clock.instant().minusSeconds(1)))).isEqualTo("valid-from-past");
            keeper.publish(first, null);
            int second = keeper.copy(first, "第二版").version();
            assertThat(catalog.version(second).responsibilities()).hasSize(1);
            keeper.publish(second, clock.instant().plus(Duration.ofDays(1)));
            assertThat(catalog.current().version()).isEqualTo(first);
            clock.move(Duration.ofDays(1));
            assertThat(catalog.current().version()).isEqualTo(second);
            assertThat(catalog.at(clock.instant().minusSeconds(1)).version()).isEqualTo(first);
        });
    }

    @Test
    void aFaultyFileLeavesNothingBehindAndAPreviewHasNoEffect() {
        Tenancy.run(LUOYANG, () -> {
            int before = catalog.versions().size();
            byte[] faulty = (SHEET + "公用设施,上水井盖,缺失,很快,已补齐,\n").getBytes();
            RefusedException refused = refused(() -> keeper.importDraft("坏", "坏.csv", faulty));
            assertThat(refused.refusal().code()).isEqualTo("sheet-faulty");
            assertThat(refused.refusal().missing().getFirst()).startsWith("坏.csv 第 4 行第 4 列");
            assertThat(keeper.preview("坏.csv", faulty).faults()).hasSize(1);
            assertThat(keeper.preview("好.csv", SHEET.getBytes()))
                    .isEqualTo(new SheetKeeper.Preview(2, 2, 2, List.of()));
            assertThat(code(() -> keeper.importDraft(" ", "好.csv", SHEET.getBytes()))).isEqualTo("field-missing");
            assertThat(catalog.versions()).hasSize(before);
        });
    }

    @Test
    void theResponsibilityListNamesUnitsInForce() {
        Tenancy.run(LUOYANG, () -> {
            int draft = keeper.copy(1, "权责").version();
            assertThat(code(() -> keeper.setResponsibilities(draft,
                    List.of(Responsibility.of("all", "all", "nobody"))))).isEqualTo("no-such-unit");
            assertThat(code(() -> keeper.setResponsibilities(draft, List.of(Responsibility.of("all", "all", "water"),
                    Responsibility.of("all", "all", "water"))))).isEqualTo("responsibility-twice");
        });
    }

    @Test
    void aCityAddsAClassOfItsOwn() {
        Tenancy.run(LUOYANG, () -> {
            ClassEntry own = keeper.addLocalClass(ClassKind.COMPONENT, "21", Text.of("共享单车停放点", "bicycle spot"),
                    Geometry.POLYGON);
            assertThat(own.code()).hasToString("component-2101");
            assertThat(catalog.version(1).findClasses("共享单车")).containsExactly(own);
            assertThat(code(() -> keeper.addLocalClass(ClassKind.COMPONENT, "01", Text.of("井", "well"),
                    Geometry.POINT))).isEqualTo("no-local-code");
            byte[] sheet = (SHEET + "扩展部件,共享单车停放点,乱停,4 工作时,已摆正,\n").getBytes();
            assertThat(keeper.preview("规范.csv", sheet).rows()).isEqualTo(3);
        });
    }

    @Test
    void overHttpImportSignPublishAndRead() {
        PlatformId ruyang = PlatformId.of("ruyang");
        TestPeople.platform(server, ruyang);
        Tenancy.run(ruyang, keeper::createStandard);
        TestPeople.account(server, ruyang, "editor", Permission.CATALOG_READ, Permission.CATALOG_EDIT);
        TestPeople.account(server, ruyang, "reader", Permission.CATALOG_READ);
        TestClient editor = TestClient.of(server).signIn("ruyang", "editor", PASSWORD);
        TestClient csv = editor.with("Content-Type", "text/csv");
        assertThat(csv.send("POST", "/api/sheets/preview?file=a.csv", BodyPublishers.ofString(SHEET + "x\n")).json()
                .get("faults").get(0).get("line").asInt()).isEqualTo(4);
        assertThat(csv.send("POST", "/api/sheets?name=a&file=a.csv", BodyPublishers.ofString(SHEET + "x\n")).code())
                .isEqualTo("sheet-faulty");
        TestClient.Answer made = csv.send("POST", "/api/sheets?name=a&file=a.csv", BodyPublishers.ofString(SHEET));
        assertThat(made.status()).isEqualTo(201);
        String sheet = "/api/sheets/" + made.json().get("version").asInt();
        assertThat(editor.get("/api/sheets/current").code()).isEqualTo("no-sheet-in-force");
        assertThat(editor.post(sheet + "/publication", Map.of()).code()).isEqualTo("responsibility-holes");
        assertThat(editor.get(sheet + "/holes").json()).hasSize(2);
        Map<String, Object> line = new HashMap<>(Map.of("classes", "everything", "area", "all", "unit", "water"));
        assertThat(editor.post(sheet + "/responsibilities", List.of(line)).code()).isEqualTo("class-scope-malformed");
        line.put("classes", "all");
        assertThat(editor.post(sheet + "/responsibilities", List.of(line)).code()).isEqualTo("no-such-unit");
        assertThat(editor.post(sheet + "/signature", Map.of()).code()).isEqualTo("field-missing");
        assertThat(editor.post(sheet + "/signature", Map.of("reason", "尚未确权")).status()).isEqualTo(204);
        assertThat(editor.post(sheet + "/publication", Map.of()).status()).isEqualTo(204);
        TestClient reader = TestClient.of(server).signIn("ruyang", "reader", PASSWORD);
        assertThat(reader.get("/api/sheets/current").json().get("classes")).hasSize(2);
        assertThat(reader.get("/api/sheets").json()).hasSize(2);
        assertThat(reader.get("/api/classes?kind=component&q=%E4%BA%95%E7%9B%96").json()).hasSizeGreaterThan(2);
        assertThat(reader.get("/api/classes?kind=thing").code()).isEqualTo("class-kind-unknown");
        assertThat(reader.get("/api/classes/component-0101/conditions").json().get(0).get("limits").get("ALL").asString())
                .isEqualTo("2 紧急工作时");
        assertThat(reader.get("/api/classes/component-0199/conditions").code()).isEqualTo("class-unknown");
        assertThat(reader.post(sheet + "/publication", Map.of()).code()).isEqualTo("permission-missing");
        byte[] workbook = reader.get(sheet + "/xlsx").response().body();
        assertThat(editor.with("Content-Type",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .send("POST", "/api/sheets?name=b&file=b.xlsx", BodyPublishers.ofByteArray(workbook)).status())
                .isEqualTo(201);
        assertThat(editor.post("/api/classes", Map.of("kind", "EVENT", "major", "21", "name", "露天K歌",
                "geometry", "POINT")).json().get("code").asString()).isEqualTo("event-2101");
    }

    private static RefusedException refused(Runnable work) {
        try {
            work.run();
        } catch (RefusedException e) {
            return e;
        }
        throw new AssertionError("not refused");
    }

    private static String code(Runnable work) {
        return refused(work).refusal().code();
    }
}
