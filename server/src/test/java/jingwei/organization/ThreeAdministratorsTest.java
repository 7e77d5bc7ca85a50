package jingwei.organization;

import static jingwei.identity.TestPeople.LUOYANG;
import static jingwei.identity.TestPeople.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import jingwei.door.MovableClock;
import jingwei.door.TestClient;
import jingwei.door.TestServer;
import jingwei.identity.Accounts;
import jingwei.identity.TestPeople;
import jingwei.simulator.Requirement;
import jingwei.tenancy.Tenancy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// 三员分立 (SEC-05): the first administrator appoints the two others, and from then on none does another's work or takes another's
/// post; the database holds it where nobody asks in words.
@Requirement({"SEC-05", "APM-02"})
class ThreeAdministratorsTest {

    private static TestServer server;
    private static TestClient system;
    private static UUID systemPerson;

    @BeforeAll
    static void open() {
        server = TestServer.open(Map.of(), TestPeople.class);
        TestPeople.platform(server, LUOYANG);
        systemPerson = somebody("first");
        Tenancy.run(LUOYANG, () -> {
            OrganizationKeeper keeper = server.room(OrganizationKeeper.class);
            keeper.createUnit("administration", "系统管理", OrganizationKind.ADMINISTRATION, null, true);
            keeper.createPost("administrator", PostKind.ADMINISTRATOR, "administration", "系统管理员");
            keeper.createPost("administrator-2", PostKind.ADMINISTRATOR, "administration", "系统管理员二");
            keeper.assign("administrator", systemPerson);
        });
        system = signIn("first");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void fromTheirAppointmentOnNoneOfTheThreeDoesAnothersWork() throws Exception {
        assertThat(system.get("/api/journal").status()).isEqualTo(200);
        UUID second = somebody("second");
        UUID third = somebody("third");
        for (String[] each : new String[][] {{"security", "安全管理", "SECURITY_ADMINISTRATION"}, {"audit", "审计管理", "AUDIT_ADMINISTRATION"}}) {
            assertThat(system.post("/api/organizations", Map.of("id", each[0], "name", each[1], "kind", each[2], "joined", true)).status()).isEqualTo(201);
            assertThat(system.post("/api/posts", Map.of("id", each[0] + "-1", "kind", each[0] + "-administrator", "organization", each[0],
                    "name", each[1] + "员")).status()).isEqualTo(201);
        }
        assertThat(system.post("/api/posts", Map.of("id", "x", "kind", "audit-administrator", "organization", "security", "name", "x")).code())
                .isEqualTo("post-axis");
        // Himself the other role: refused, whether he asks for it or is given it by somebody.
        assertThat(system.post("/api/posts/audit-1/holdings", Map.of("person", systemPerson)).code()).isEqualTo("own-appointment");
        assertThat(system.post("/api/posts/administrator-2/holdings", Map.of("person", systemPerson)).code()).isEqualTo("own-appointment");
        assertThat(system.post("/api/posts/audit-1/holdings", Map.of("person", third)).status()).isEqualTo(204);
        assertThat(system.post("/api/posts/security-1/holdings", Map.of("person", second)).status()).isEqualTo(204);
        TestClient security = signIn("second");
        TestClient audit = signIn("third");

        assertThat(system.get("/api/journal").code()).isEqualTo("permission-missing");
        assertThat(system.get("/api/accounts").code()).isEqualTo("permission-missing");
        assertThat(system.post("/api/posts/audit-1/holdings", Map.of("person", second)).code()).isEqualTo("permission-missing");
        assertThat(system.delete("/api/posts/audit-1/holdings/" + third).code()).isEqualTo("permission-missing");
        assertThat(system.get("/api/alarms").status()).isEqualTo(200);

        assertThat(security.get("/api/accounts").status()).isEqualTo(200);
        assertThat(security.get("/api/journal").code()).isEqualTo("permission-missing");
        assertThat(security.get("/api/alarms").code()).isEqualTo("permission-missing");
        assertThat(security.get("/api/cases").code()).isEqualTo("permission-missing");
        assertThat(security.post("/api/organizations", Map.of("id", "y", "name", "y", "kind", "UNIT", "joined", true)).code()).isEqualTo("permission-missing");
        assertThat(security.post("/api/posts/audit-1/holdings", Map.of("person", second)).code()).isEqualTo("own-appointment");
        assertThat(security.post("/api/posts/audit-1/holdings", Map.of("person", systemPerson)).code()).isEqualTo("other-administrator");
        assertThat(security.post("/api/posts/administrator/holdings", Map.of("person", third)).code()).isEqualTo("other-administrator");
        assertThat(security.delete("/api/posts/security-1/holdings/" + second).code()).isEqualTo("own-appointment");

        assertThat(audit.get("/api/journal").status()).isEqualTo(200);
        assertThat(audit.get("/api/journal").body()).contains("post-assigned");
        assertThat(audit.get("/api/accounts").code()).isEqualTo("permission-missing");
        assertThat(audit.post("/api/posts/administrator/holdings", Map.of("person", third)).code()).isEqualTo("permission-missing");

        // The auditor is dismissed: the journal does not fall back to the system administrator.
        assertThat(security.delete("/api/posts/audit-1/holdings/" + third).status()).isEqualTo(204);
        assertThat(system.get("/api/journal").code()).isEqualTo("permission-missing");
        server.room(MovableClock.class).move(Duration.ofSeconds(2));
        assertThat(security.post("/api/posts/audit-1/holdings", Map.of("person", third)).status()).isEqualTo(204);

        sql("INSERT INTO organization.person_axes VALUES ('luoyang', '" + third + "', 'NONE')", "one_axis_per_person");
        sql("UPDATE organization.person_axes SET axis = 'SECURITY' WHERE person = '" + third + "'", "holding_on_axis_of_person");
        sql("INSERT INTO organization.holdings (platform, post, person, axis, started_at) VALUES ('luoyang', 'administrator', '"
                + third + "', 'NONE', now())", "holding_on_axis_of_person");
        sql("UPDATE organization.posts SET kind = 'audit-administrator' WHERE id = 'administrator'", "post_kind_decides_axis");
        assertThat(system.get("/api/axes-proof").json().get("separate").asBoolean()).isTrue();
    }

    private static void sql(String statement, String constraint) throws Exception {
        try (Connection connection = server.database().application().getConnection(); Statement asked = connection.createStatement()) {
            asked.execute("SELECT set_config('jingwei.platform', 'luoyang', false)");
            assertThatThrownBy(() -> asked.execute(statement)).hasMessageContaining(constraint);
        }
    }

    private static UUID somebody(String name) {
        return Tenancy.within(LUOYANG, () -> {
            Accounts accounts = server.room(Accounts.class);
            UUID person = accounts.createPerson("管" + name, null, null).id();
            accounts.createAccount(person, name, PASSWORD, false, false);
            return person;
        });
    }

    private static TestClient signIn(String account) {
        return TestClient.of(server).signIn("luoyang", account, PASSWORD);
    }
}
