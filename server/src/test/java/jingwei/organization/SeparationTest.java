package jingwei.organization;

import static jingwei.identity.TestPeople.LUOYANG;
import static jingwei.identity.TestPeople.PASSWORD;
import static jingwei.identity.TestPeople.XINAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jingwei.door.TestClient;
import jingwei.door.TestServer;
import jingwei.identity.Accounts;
import jingwei.identity.Permission;
import jingwei.identity.Seats;
import jingwei.identity.TestPeople;
import jingwei.journal.Journal;
import jingwei.journal.JournalEntry;
import jingwei.journal.JournalSearch;
import jingwei.simulator.Requirement;
import jingwei.standards.RefusedException;
import jingwei.tenancy.Tenancy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// 两轴分立 (SEC-01): refused in words by the keeper, by the database to raw SQL of the application's own role, and over HTTP.
@Requirement({"SEC-01", "A3"})
class SeparationTest {

    private static TestServer server;
    private static OrganizationKeeper keeper;

    @BeforeAll
    static void open() {
        server = TestServer.open(Map.of(), TestPeople.class);
        TestPeople.platform(server, LUOYANG);
        TestPeople.platform(server, XINAN);
        keeper = server.room(OrganizationKeeper.class);
        Tenancy.run(LUOYANG, () -> {
            keeper.createUnit("supervision-center", "监督中心", OrganizationKind.SUPERVISION_CENTER, null, true);
            keeper.createUnit("command-center", "指挥中心", OrganizationKind.COMMAND_CENTER, null, true);
            keeper.createUnit("water", "自来水公司", OrganizationKind.UNIT, null, false);
            keeper.createUnit("administration", "系统管理", OrganizationKind.ADMINISTRATION, null, true);
            keeper.createPost("operator-1", PostKind.OPERATOR, "supervision-center", "受理员");
            keeper.createPost("vacant-1", PostKind.OPERATOR, "supervision-center", "空缺的受理员");
            keeper.createPost("leader-1", PostKind.SHIFT_LEADER, "supervision-center", "值班长");
            keeper.createPost("dispatcher-1", PostKind.DISPATCHER, "command-center", "派遣员");
            keeper.createPost("administrator-1", PostKind.ADMINISTRATOR, "administration", "管理员");
        });
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void aPersonOfOneAxisIsRefusedOnTheOther() {
        UUID person = person("王一");
        within(() -> keeper.assign("operator-1", person));
        within(() -> keeper.assign("leader-1", person));
        assertThat(code(() -> keeper.assign("dispatcher-1", person))).isEqualTo("other-axis");
        assertThat(code(() -> keeper.assign("administrator-1", person))).isEqualTo("other-axis");
        assertThat(code(() -> keeper.assign("operator-1", person))).isEqualTo("already-held");
        RefusedException refused = (RefusedException) catchThrowable(
                () -> within(() -> keeper.assign("dispatcher-1", person)));
        assertThat(refused.refusal().clause()).isEqualTo("SEC-01");
        within(() -> keeper.release("operator-1", person, null));
        assertThat(code(() -> keeper.assign("dispatcher-1", person))).isEqualTo("other-axis");
        within(() -> keeper.release("leader-1", person, null));
        within(() -> keeper.assign("dispatcher-1", person));
        assertThat(seats(person)).extracting(Seats.Seat::post).containsExactly("dispatcher-1");
    }

    @Test
    void anAdministratorHoldsNoAxisPostBeside() {
        UUID person = person("赵管");
        within(() -> keeper.assign("administrator-1", person));
        assertThat(code(() -> keeper.assign("operator-1", person))).isEqualTo("other-axis");
        assertThat(seats(person).getFirst().permissions()).contains(Permission.ORGANIZATION_EDIT);
        assertThat(seats(person).getFirst().permissions()).doesNotContain(Permission.CASE_ACT);
    }

    @Test
    void theDatabaseItselfRefusesThePersonOnTwoAxes() throws SQLException {
        UUID person = person("钱二");
        within(() -> keeper.assign("operator-1", person));
        refusedBySql("INSERT INTO organization.person_axes VALUES ('luoyang', '%s', 'COMMAND')", person,
                "one_axis_per_person");
        refusedBySql("UPDATE organization.person_axes SET axis = 'COMMAND' WHERE person = '%s'", person,
                "holding_on_axis_of_person");
        refusedBySql("DELETE FROM organization.person_axes WHERE person = '%s'", person, "holding_on_axis_of_person");
        refusedBySql("INSERT INTO organization.holdings (platform, post, person, axis, started_at) "
                + "VALUES ('luoyang', 'dispatcher-1', '%s', 'COMMAND', now())", person, "holding_on_axis_of_person");
        refusedBySql("INSERT INTO organization.holdings (platform, post, person, axis, started_at) "
                + "VALUES ('luoyang', 'dispatcher-1', '%s', 'SUPERVISION', now())", person, "holding_on_axis_of_post");
        refusedBySql("UPDATE organization.holdings SET post = 'dispatcher-1' WHERE person = '%s'", person,
                "holding_on_axis_of_post");
    }

    @Test
    void theDatabaseItselfRefusesAPostOffTheAxisOfItsOrganization() throws SQLException {
        String insert = "INSERT INTO organization.posts (platform, id, kind, axis, organization, name) VALUES ";
        refusedBySql(insert + "('luoyang', 'x', 'dispatcher', 'COMMAND', 'supervision-center', 'x')", null,
                "post_on_axis_of_organization");
        refusedBySql(insert + "('luoyang', 'x', 'dispatcher', 'SUPERVISION', 'supervision-center', 'x')", null,
                "post_kind_decides_axis");
        refusedBySql("UPDATE organization.organizations SET axis = 'COMMAND' WHERE id = 'supervision-center'", null,
                "kind_decides_axis");
        refusedBySql("UPDATE organization.posts SET axis = 'COMMAND', kind = 'dispatcher' WHERE id = 'vacant-1'",
                null, "post_on_axis_of_organization");
    }

    @Test
    void twoAccountsAreOnePersonAndOnePersonIsNotRegisteredTwice() {
        Tenancy.run(LUOYANG, () -> {
            Accounts accounts = server.room(Accounts.class);
            UUID person = accounts.createPerson("孙三", "410305199001010011", null).id();
            UUID first = accounts.createAccount(person, "sun-day", PASSWORD, false, false).person();
            UUID second = accounts.createAccount(person, "sun-night", PASSWORD, false, false).person();
            keeper.assign("operator-1", first);
            assertThat(code(() -> keeper.assign("dispatcher-1", second))).isEqualTo("other-axis");
            assertThat(code(() -> accounts.createPerson("孙三", "410305199001010011", null)))
                    .isEqualTo("person-exists");
        });
    }

    @Test
    void ofTwoAtOnceOneIsRefused() throws Exception {
        UUID person = person("周四");
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<String>> answers = List.of("operator-1", "dispatcher-1").stream().map(post ->
                    both.submit((Callable<String>) () -> {
                        together.await();
                        return code(() -> keeper.assign(post, person));
                    })).toList();
            assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                    .containsExactlyInAnyOrder("done", "other-axis");
        }
        assertThat(seats(person)).hasSize(1);
    }

    @Test
    void whatIsWrongIsSaidInWords() {
        assertThat(code(() -> keeper.createPost("p", PostKind.DISPATCHER, "supervision-center", "派遣员")))
                .isEqualTo("post-axis");
        assertThat(code(() -> keeper.createPost("operator-1", PostKind.OPERATOR, "supervision-center", "受理员")))
                .isEqualTo("organization-taken");
        assertThat(code(() -> keeper.createPost("p", PostKind.OPERATOR, "nowhere", "受理员")))
                .isEqualTo("no-such-organization");
        assertThat(code(() -> keeper.createUnit("Water", "自来水", OrganizationKind.UNIT, null, true)))
                .isEqualTo("field-malformed");
        assertThat(code(() -> keeper.createUnit("team", "班组", OrganizationKind.TEAM, null, true)))
                .isEqualTo("team-parent");
        assertThat(code(() -> keeper.createUnit("water-2", "自来水公司", OrganizationKind.UNIT, null, true)))
                .isEqualTo("organization-taken");
        assertThat(code(() -> keeper.endUnit("command-center"))).isEqualTo("organization-in-use");
        assertThat(code(() -> keeper.assign("operator-1", UUID.randomUUID()))).isEqualTo("no-such-person");
        assertThat(code(() -> keeper.release("operator-1", UUID.randomUUID(), null))).isEqualTo("no-such-holding");
        within(() -> {
            keeper.createUnit("water-team", "抢修班", OrganizationKind.TEAM, "water", true);
            keeper.changeUnit("water", "自来水公司", null, true);
        });
        assertThat(code(() -> keeper.changeUnit("water", "自来水公司", "water-team", true)))
                .isEqualTo("organization-circle");
        assertThat(code(() -> keeper.changeUnit("water-team", "抢修班", "command-center", true)))
                .isEqualTo("team-parent");
        within(() -> keeper.endUnit("water-team"));
        assertThat(code(() -> keeper.endUnit("water-team"))).isEqualTo("no-such-organization");
    }

    @Test
    void anotherPlatformSeesNothing() throws SQLException {
        Tenancy.run(XINAN, () -> assertThat(server.room(Organizations.class).current().units()).isEmpty());
        try (Connection connection = server.database().application().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT set_config('jingwei.platform', 'xinan', false)");
            try (var row = statement.executeQuery("SELECT count(*) FROM organization.organizations")) {
                row.next();
                assertThat(row.getInt(1)).isZero();
            }
            assertThatThrownBy(() -> statement.execute("INSERT INTO organization.organizations (platform, id, name, "
                    + "kind, axis, joined, valid_from) VALUES ('luoyang', 'x', 'x', 'UNIT', 'HANDLING', true, now())"))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void overHttpTheTreeThePostsAndTheProof() {
        TestPeople.account(server, LUOYANG, "keeper", Permission.ORGANIZATION_READ, Permission.ORGANIZATION_EDIT, Permission.APPOINT);
        TestPeople.account(server, LUOYANG, "reader", Permission.ORGANIZATION_READ);
        TestClient client = TestClient.of(server).signIn("luoyang", "keeper", PASSWORD);
        UUID person = person("吴五");
        assertThat(client.post("/api/organizations",
                Map.of("id", "gas", "name", "燃气公司", "kind", "UNIT", "joined", true)).status()).isEqualTo(201);
        assertThat(client.post("/api/posts", Map.of("id", "gas-1", "kind", "handler", "organization", "gas",
                "name", "燃气调度")).status()).isEqualTo(201);
        assertThat(client.post("/api/posts/gas-1/holdings", Map.of("person", person)).status()).isEqualTo(204);
        assertThat(client.post("/api/posts/operator-1/holdings", Map.of("person", person)).code())
                .isEqualTo("other-axis");
        assertThat(client.post("/api/posts", Map.of("id", "x", "kind", "boss", "organization", "gas", "name", "x"))
                .code()).isEqualTo("post-kind-unknown");
        assertThat(client.post("/api/posts", Map.of("id", "x")).json().get("missing")).hasSize(3);
        assertThat(client.get("/api/organizations").json().toString()).contains("燃气公司");
        assertThat(client.get("/api/posts?organization=gas").json().get(0).get("holders").get(0).asString())
                .isEqualTo(person.toString());
        var proof = client.get("/api/axes-proof").json();
        assertThat(proof.get("separate").asBoolean()).as(proof.toString()).isTrue();
        assertThat(proof.get("constraints")).hasSize(6);
        assertThat(proof.get("breaches")).isEmpty();
        TestClient reader = TestClient.of(server).signIn("luoyang", "reader", PASSWORD);
        assertThat(reader.delete("/api/posts/gas-1").code()).isEqualTo("permission-missing");
        assertThat(client.delete("/api/posts/gas-1").code()).isEqualTo("organization-in-use");
        assertThat(client.put("/api/shifts/early", Map.of("name", "早班", "starts", "07:00", "ends", "15:00")).status())
                .isEqualTo(204);
        assertThat(client.get("/api/shifts").json()).hasSize(1);
        assertThat(client.post("/api/collector-duties", Map.of("post", "operator-1", "dutyGrid", "X01",
                "shift", "early", "weekdays", List.of("MONDAY"), "validFrom", "2026-12-01")).code())
                .isEqualTo("post-axis");
    }

    @Test
    void everyWriteIsInTheJournal() {
        within(() -> keeper.createUnit("heat", "热力公司", OrganizationKind.UNIT, null, true));
        Tenancy.run(LUOYANG, () -> assertThat(server.room(Journal.class).search(new JournalSearch(
                JournalEntry.Kind.DATA_CHANGE, null, "heat", null, null, null, 10)))
                .extracting(JournalEntry::action).containsExactly("organization-created"));
    }

    private static UUID person(String name) {
        return Tenancy.within(LUOYANG, () -> server.room(Accounts.class).createPerson(name, null, null).id());
    }

    private static List<Seats.Seat> seats(UUID person) {
        return Tenancy.within(LUOYANG, () -> server.room(Organizations.class).of(person));
    }

    private static void within(Runnable work) {
        Tenancy.run(LUOYANG, work);
    }

    private static String code(Runnable work) {
        try {
            Tenancy.run(LUOYANG, work);
            return "done";
        } catch (RefusedException e) {
            return e.refusal().code();
        }
    }

    private static void refusedBySql(String sql, UUID person, String constraint) throws SQLException {
        try (Connection connection = server.database().application().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT set_config('jingwei.platform', 'luoyang', false)");
            assertThatThrownBy(() -> statement.execute(sql.formatted(person))).hasMessageContaining(constraint);
        }
    }
}
