package jingwei.identity;

import static jingwei.identity.TestPeople.LUOYANG;
import static jingwei.identity.TestPeople.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import jingwei.door.MovableClock;
import jingwei.door.TestClient;
import jingwei.door.TestServer;
import jingwei.simulator.Requirement;
import jingwei.tenancy.Tenancy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// 登录与会话 over real HTTP (SEC-06, ACQ-01, ACQ-28).
@Requirement({"ACQ-01", "ACQ-28", "SEC-06", "DEV-01"})
class SignInTest {

    private static TestServer server;
    private static TestClient nobody;

    @BeforeAll
    static void open() {
        server = TestServer.open(Map.of(), TestPeople.class);
        TestPeople.platform(server, LUOYANG);
        TestPeople.platform(server, TestPeople.XINAN);
        nobody = TestClient.of(server);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void theRightPasswordOpensASessionThatTellsWhoOneIs() {
        Account account = TestPeople.account(server, LUOYANG, "good", Permission.CASE_READ);
        TestClient.Answer in = nobody.trySignIn("luoyang", "GOOD", PASSWORD);
        assertThat(in.status()).isEqualTo(201);
        assertThat(in.header("Set-Cookie")).contains("jingwei-session=", "HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(in.json().get("posts").get(0).get("permissions").get(0).asString()).isEqualTo("CASE_READ");

        TestClient.Answer me = nobody.with("Authorization", "Bearer " + in.json().get("token").asString())
                .get("/api/sessions/current");
        assertThat(me.json().get("account").asString()).isEqualTo(account.id().toString());
        assertThat(me.json().get("post").asString()).isEqualTo("post-good");
        assertThat(me.json().has("token")).isFalse();
        assertThat(me.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(me.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void wrongPasswordUnknownAccountAndOtherPlatformAreOneAndTheSameRefusal() {
        TestPeople.account(server, LUOYANG, "same");
        assertThat(nobody.trySignIn("luoyang", "same", "Wrong-password-1").code()).isEqualTo("sign-in-failed");
        assertThat(nobody.trySignIn("luoyang", "nobody-here", PASSWORD).code()).isEqualTo("sign-in-failed");
        assertThat(nobody.trySignIn("xinan", "same", PASSWORD).code()).isEqualTo("sign-in-failed");
        TestClient.Answer other = nobody.trySignIn("nowhere", "same", PASSWORD);
        assertThat(other.code()).isEqualTo("sign-in-failed");
        assertThat(other.status()).isEqualTo(401);
        assertThat(other.json().get("title").asString()).contains("不对");
    }

    @Test
    void fiveFailuresLockTheAccountEndItsSessionsAndEachLockIsTwiceAsLong() {
        TestPeople.account(server, LUOYANG, "locked");
        MovableClock clock = server.room(MovableClock.class);
        TestClient session = nobody.signIn("luoyang", "locked", PASSWORD);
        fail("locked", 4);
        assertThat(session.get("/api/sessions/current").status()).isEqualTo(200);
        assertThat(nobody.trySignIn("luoyang", "locked", "Wrong-password-1").code()).isEqualTo("account-locked");
        assertThat(session.get("/api/sessions/current").code()).isEqualTo("not-signed-in");
        assertThat(nobody.trySignIn("luoyang", "locked", PASSWORD).code()).isEqualTo("account-locked");
        clock.move(Duration.ofMinutes(14));
        assertThat(nobody.trySignIn("luoyang", "locked", PASSWORD).code()).isEqualTo("account-locked");
        clock.move(Duration.ofMinutes(1));
        fail("locked", 5);
        clock.move(Duration.ofMinutes(29));
        assertThat(nobody.trySignIn("luoyang", "locked", PASSWORD).code()).isEqualTo("account-locked");
        clock.move(Duration.ofMinutes(1));
        assertThat(nobody.trySignIn("luoyang", "locked", PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void anAdministratorUnlocksBeforeTheTime() {
        Account account = TestPeople.account(server, LUOYANG, "unlocked");
        TestPeople.account(server, LUOYANG, "unlocker", Permission.ACCOUNT_EDIT);
        fail("unlocked", 5);
        TestClient administrator = nobody.signIn("luoyang", "unlocker", PASSWORD);
        assertThat(administrator.delete("/api/accounts/" + account.id() + "/locked").status()).isEqualTo(204);
        assertThat(nobody.trySignIn("luoyang", "unlocked", PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void aSessionSurvivesARestartButNotIdlenessNorADay() {
        TestPeople.account(server, LUOYANG, "patient");
        TestClient session = nobody.signIn("luoyang", "patient", PASSWORD);
        try (TestServer again = server.second(TestPeople.class)) {
            TestClient there = TestClient.of(again).signIn("luoyang", "patient", PASSWORD);
            MovableClock clock = again.room(MovableClock.class);
            for (int i = 0; i < 24; i++) {
                clock.move(Duration.ofMinutes(29));
                assertThat(there.get("/api/sessions/current").status()).as("after %s moves", i).isEqualTo(200);
            }
            clock.move(Duration.ofMinutes(29));
            assertThat(there.get("/api/sessions/current").code()).isEqualTo("not-signed-in");
            TestClient idle = TestClient.of(again).signIn("luoyang", "patient", PASSWORD);
            clock.move(Duration.ofMinutes(31));
            assertThat(idle.get("/api/sessions/current").code()).isEqualTo("not-signed-in");
        }
        assertThat(session.get("/api/sessions/current").status()).isEqualTo(200);
    }

    @Test
    void aDisabledAccountIsOutAtOnce() {
        Account account = TestPeople.account(server, LUOYANG, "leaver");
        TestPeople.account(server, LUOYANG, "disabler", Permission.ACCOUNT_EDIT);
        TestClient session = nobody.signIn("luoyang", "leaver", PASSWORD);
        TestClient administrator = nobody.signIn("luoyang", "disabler", PASSWORD);
        assertThat(administrator.post("/api/accounts/" + account.id() + "/disabled", Map.of()).status())
                .isEqualTo(204);
        assertThat(session.get("/api/sessions/current").status()).isEqualTo(401);
        assertThat(nobody.trySignIn("luoyang", "leaver", PASSWORD).code()).isEqualTo("account-disabled");
    }

    @Test
    void aCookieWritesOnlyWithItsCsrfValue() {
        TestPeople.account(server, LUOYANG, "browser", Permission.ACCOUNT_EDIT);
        TestClient.Answer in = nobody.trySignIn("luoyang", "browser", PASSWORD);
        TestClient browser = nobody.with("Cookie", in.header("Set-Cookie").split(";")[0]);
        assertThat(browser.get("/api/accounts").status()).isEqualTo(200);
        assertThat(browser.post("/api/persons", Map.of("name", "李四")).code()).isEqualTo("csrf-missing");
        assertThat(browser.with("X-CSRF", "guess").post("/api/persons", Map.of("name", "李四")).status())
                .isEqualTo(403);
        String csrf = browser.get("/api/sessions/current").json().get("csrf").asString();
        assertThat(browser.with("X-CSRF", csrf).post("/api/persons", Map.of("name", "李四")).status())
                .isEqualTo(201);
    }

    @Test
    void aMissingPermissionIsNamedAndAForeignPostRefused() {
        Account account = TestPeople.account(server, LUOYANG, "modest", Permission.CASE_READ);
        TestClient session = nobody.signIn("luoyang", "modest", PASSWORD);
        TestClient.Answer refused = session.get("/api/accounts");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("permission-missing");
        assertThat(refused.json().get("missing").get(0).asString()).isEqualTo("ACCOUNT_EDIT");
        assertThat(session.with("X-Post", "post-other").get("/api/accounts").code()).isEqualTo("not-your-post");
        TestPeople.seat(account.person(), "post-second", Permission.ACCOUNT_EDIT);
        assertThat(session.get("/api/accounts").status()).isEqualTo(403);
        assertThat(session.with("X-Post", "post-second").get("/api/accounts").status()).isEqualTo(200);
        assertThat(nobody.get("/api/accounts").code()).isEqualTo("not-signed-in");
        assertThat(nobody.with("Accept-Language", "en").get("/api/accounts").json().get("title").asString())
                .startsWith("not signed in");
    }

    @Test
    void passwordsFollowTheRulesAndAreNotUsedAgain() {
        TestPeople.account(server, LUOYANG, "changer");
        TestClient session = nobody.signIn("luoyang", "changer", PASSWORD);
        TestClient elsewhere = nobody.signIn("luoyang", "changer", PASSWORD);
        assertThat(change(session, PASSWORD, "Short-1").json().get("missing").get(0).asString())
                .isEqualTo("length-10");
        assertThat(change(session, PASSWORD, "onlylowercaseletters").code()).isEqualTo("weak-password");
        assertThat(change(session, PASSWORD, "My-Changer-name-1").code()).isEqualTo("weak-password");
        assertThat(change(session, "Wrong-password-1", "Another-good-1").code()).isEqualTo("wrong-password");
        assertThat(change(session, PASSWORD, PASSWORD).code()).isEqualTo("used-password");
        assertThat(change(session, PASSWORD, "Another-good-1").status()).isEqualTo(204);
        assertThat(session.get("/api/sessions/current").status()).isEqualTo(200);
        assertThat(elsewhere.get("/api/sessions/current").status()).isEqualTo(401);
        for (int i = 2; i <= 5; i++) {
            assertThat(change(session, "Another-good-" + (i - 1), "Another-good-" + i).status()).isEqualTo(204);
        }
        assertThat(change(session, "Another-good-5", "Another-good-1").code()).isEqualTo("used-password");
        assertThat(change(session, "Another-good-5", PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void aFirstPasswordMustBeChangedBeforeAnythingElse() {
        TestPeople.account(server, LUOYANG, "opener", Permission.ACCOUNT_EDIT);
        TestClient administrator = nobody.signIn("luoyang", "opener", PASSWORD);
        String person = administrator.post("/api/persons", Map.of("name", "新人")).json().get("id").asString();
        TestPeople.seat(UUID.fromString(person), "post-new", Permission.ACCOUNT_EDIT);
        assertThat(administrator.post("/api/accounts", Map.of("person", person, "name", "newcomer",
                "password", PASSWORD, "needsDevice", false)).status()).isEqualTo(201);
        TestClient newcomer = nobody.signIn("luoyang", "newcomer", PASSWORD);
        assertThat(newcomer.get("/api/accounts").code()).isEqualTo("password-must-change");
        assertThat(change(newcomer, PASSWORD, "Another-good-1").status()).isEqualTo(204);
        assertThat(newcomer.get("/api/accounts").status()).isEqualTo(200);
    }

    @Test
    void aCollectorSignsInFromTheBoundDeviceAndALostOneIsOutAtOnce() {
        Account account = Tenancy.within(LUOYANG, () -> {
            Accounts accounts = server.room(Accounts.class);
            Person person = accounts.createPerson("采集员", null, null);
            return accounts.createAccount(person.id(), "walker", PASSWORD, false, true);
        });
        assertThat(nobody.trySignIn("luoyang", "walker", PASSWORD).code()).isEqualTo("device-not-bound");
        TestClient.Answer in = withDevice("walker", "phone-1");
        assertThat(in.status()).isEqualTo(201);
        assertThat(withDevice("walker", "phone-2").code()).isEqualTo("device-not-bound");
        TestClient phone = nobody.with("Authorization", "Bearer " + in.json().get("token").asString());
        TestPeople.account(server, LUOYANG, "center", Permission.ACCOUNT_EDIT);
        TestClient center = nobody.signIn("luoyang", "center", PASSWORD);
        assertThat(center.post("/api/accounts/" + account.id() + "/devices/phone-1/lost", Map.of()).status())
                .isEqualTo(204);
        assertThat(phone.get("/api/sessions/current").status()).isEqualTo(401);
        assertThat(withDevice("walker", "phone-1").code()).isEqualTo("device-lost");
        assertThat(center.post("/api/accounts/" + account.id() + "/devices", Map.of("device", "phone-2")).status())
                .isEqualTo(204);
        assertThat(withDevice("walker", "phone-2").status()).isEqualTo(201);
        assertThat(center.get("/api/accounts/" + account.id() + "/devices").json()).hasSize(2);
    }

    @Test
    void signingOutEndsTheSession() {
        TestPeople.account(server, LUOYANG, "goer");
        TestClient session = nobody.signIn("luoyang", "goer", PASSWORD);
        assertThat(session.delete("/api/sessions/current").header("Set-Cookie")).contains("Max-Age=0");
        assertThat(session.get("/api/sessions/current").status()).isEqualTo(401);
    }

    @Test
    void onePersonIsNotRegisteredTwiceAndPlatformsAreListedForTheSignInPage() {
        Tenancy.run(LUOYANG, () -> server.room(Accounts.class).createPerson("王五", "41030319900101001x", null));
        TestPeople.account(server, LUOYANG, "registrar", Permission.ACCOUNT_EDIT);
        TestClient registrar = nobody.signIn("luoyang", "registrar", PASSWORD);
        assertThat(registrar.post("/api/persons", Map.of("name", "王五", "identityNumber", "41030319900101001X"))
                .code()).isEqualTo("person-exists");
        assertThat(nobody.get("/api/platforms").json()).hasSize(2);
        assertThat(nobody.post("/api/sessions", Map.of("platform", "luoyang")).json().get("missing")).hasSize(2);
    }

    @Test
    void theContractIsPublicAndAnEmptySystemOnlyTakesItsFirstAdministratorWithTheCode() {
        assertThat(nobody.get("/api/openapi").status()).isEqualTo(200);
        try (TestServer empty = TestServer.empty()) {
            TestClient first = TestClient.of(empty);
            String code = empty.room(FirstAdministrator.class).code().orElseThrow();
            assertThat(first.post("/api/first-administrator", beginning("0000")).code()).isEqualTo("wrong-code");
            assertThat(first.post("/api/first-administrator", beginning(code)).status()).isEqualTo(201);
            assertThat(first.post("/api/first-administrator", beginning(code)).code()).isEqualTo("system-not-empty");
            assertThat(first.trySignIn("luoyang", "root", PASSWORD).status()).isEqualTo(201);
            assertThat(empty.room(FirstAdministrator.class).code()).isEmpty();
        }
    }

    private static Map<String, Object> beginning(String code) {
        return Map.of("code", code, "person", "首位", "account", "root", "password", PASSWORD,
                "platform", Map.of("id", "luoyang", "nameZh", "洛阳市", "nameEn", "Luoyang", "region", "4103",
                        "model", "TWO_LEVEL", "hosting", "OWN"));
    }

    private static TestClient.Answer withDevice(String account, String device) {
        return nobody.post("/api/sessions", Map.of("platform", "luoyang", "account", account,
                "password", PASSWORD, "device", device));
    }

    private static TestClient.Answer change(TestClient session, String former, String password) {
        return session.put("/api/accounts/current/password", Map.of("former", former, "password", password));
    }

    private static void fail(String account, int times) {
        for (int i = 0; i < times; i++) {
            nobody.trySignIn("luoyang", account, "Wrong-password-1");
        }
    }
}
