package jingwei.identity;

import static jingwei.identity.TestPeople.LUOYANG;
import static jingwei.identity.TestPeople.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import jingwei.door.MovableClock;
import jingwei.door.TestClient;
import jingwei.door.TestServer;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 两步登录 over real HTTP, on a server that demands it of administrators (SEC-06, SEC-05).
@Requirement({"SEC-05", "SEC-06"})
class SecondStepTest {

    /// The secret of RFC 6238, "12345678901234567890".
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final byte[] BYTES = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final List<String> RECOVERY = IntStream.range(0, 10).mapToObj(n -> "abcdefghijklmno" + (char) ('a' + n)).toList();

    private static TestServer server;
    private static TestClient nobody;
    private static MovableClock clock;

    @BeforeAll
    static void open() {
        server = TestServer.open(Map.of("jingwei.second-step", "administrators"), TestPeople.class);
        TestPeople.platform(server, LUOYANG);
        nobody = TestClient.of(server);
        clock = server.room(MovableClock.class);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037", "20000000000, 353130"})
    void theDigitsAreThoseOfTheStandard(long second, String digits) {
        assertThat(SecondSteps.digits(BYTES, second / 30)).isEqualTo(digits);
    }

    @Test
    void anAdministratorTurnsItOnAndThenSignsInWithBothStepsACodeOnce() {
        TestPeople.account(server, LUOYANG, "chief", Permission.ORGANIZATION_READ, Permission.ORGANIZATION_EDIT);
        TestClient.Answer first = nobody.trySignIn("luoyang", "chief", PASSWORD);
        assertThat(first.json().get("mustSecure").asBoolean()).isTrue();
        TestClient chief = nobody.with("Authorization", "Bearer " + first.json().get("token").asString());
        assertThat(chief.get("/api/organizations").code()).isEqualTo("second-step-missing");
        assertThat(chief.get("/api/accounts/current/second-step").json().get("demanded").asBoolean()).isTrue();

        assertThat(chief.put("/api/accounts/current/second-step", on(PASSWORD, SECRET, "000000", RECOVERY)).code()).isEqualTo("second-step-wrong");
        assertThat(chief.put("/api/accounts/current/second-step", on("Wrong-password-1", SECRET, code(), RECOVERY)).code()).isEqualTo("wrong-password");
        assertThat(chief.put("/api/accounts/current/second-step", on(PASSWORD, "short", code(), RECOVERY)).code()).isEqualTo("second-step-malformed");
        assertThat(chief.put("/api/accounts/current/second-step", on(PASSWORD, SECRET, code(), RECOVERY.subList(0, 9))).code()).isEqualTo("second-step-malformed");
        String used = code();
        TestClient.Answer done = chief.put("/api/accounts/current/second-step", on(PASSWORD, SECRET, used, RECOVERY));
        assertThat(done.status()).as(done.body()).isEqualTo(204);
        assertThat(chief.get("/api/organizations").status()).isEqualTo(200);
        assertThat(chief.post("/api/accounts/current/second-step/removal", Map.of("password", PASSWORD)).code()).isEqualTo("second-step-demanded");

        assertThat(nobody.trySignIn("luoyang", "chief", PASSWORD).code()).isEqualTo("second-step-needed");
        assertThat(nobody.trySignIn("luoyang", "chief", "Wrong-password-1").code()).isEqualTo("sign-in-failed");
        assertThat(signIn("chief", used).code()).as("the code that turned it on is used up").isEqualTo("second-step-wrong");
        clock.move(Duration.ofSeconds(30));
        String next = code();
        assertThat(signIn("chief", next).status()).isEqualTo(201);
        assertThat(signIn("chief", next).code()).isEqualTo("second-step-wrong");
        clock.move(Duration.ofSeconds(60));
        assertThat(signIn("chief", next).code()).as("an old code").isEqualTo("second-step-wrong");
        assertThat(signIn("chief", RECOVERY.getFirst().toUpperCase()).status()).isEqualTo(201);
        assertThat(signIn("chief", RECOVERY.getFirst()).code()).as("a recovery code is used once").isEqualTo("second-step-wrong");
        assertThat(chief.get("/api/accounts/current/second-step").json().get("recoveryLeft").asInt()).isEqualTo(9);
    }

    @Test
    void guessingTheSecondStepLocksTheAccountLikeGuessingTheFirst() {
        secured("guessed");
        clock.move(Duration.ofSeconds(60));
        for (int i = 0; i < 4; i++) {
            assertThat(signIn("guessed", "000000").code()).isEqualTo("second-step-wrong");
        }
        assertThat(signIn("guessed", "000000").code()).isEqualTo("account-locked");
        assertThat(signIn("guessed", code()).code()).isEqualTo("account-locked");
    }

    @Test
    void anotherAdministratorLetsSomebodyBeginAnewButNobodyHimself() {
        Account lost = secured("lost");
        Account keeper = secured("keeper");
        clock.move(Duration.ofSeconds(60));
        TestClient by = nobody.with("Authorization", "Bearer " + signIn("keeper", code()).json().get("token").asString());
        assertThat(by.delete("/api/accounts/" + keeper.id() + "/second-step").code()).isEqualTo("second-step-own");
        assertThat(by.delete("/api/accounts/" + UUID.randomUUID() + "/second-step").code()).isEqualTo("no-such-account");
        assertThat(by.delete("/api/accounts/" + lost.id() + "/second-step").status()).isEqualTo(204);
        assertThat(nobody.trySignIn("luoyang", "lost", PASSWORD).json().get("mustSecure").asBoolean()).isTrue();
    }

    @Test
    void whoAdministersNothingIsNotAskedAndTheSecretIsSealed() throws Exception {
        TestPeople.account(server, LUOYANG, "plain", Permission.CASE_READ);
        TestClient plain = nobody.signIn("luoyang", "plain", PASSWORD);
        assertThat(plain.get("/api/accounts/current/second-step").json().get("possible").asBoolean()).isFalse();
        assertThat(plain.put("/api/accounts/current/second-step", on(PASSWORD, SECRET, code(), RECOVERY)).code()).isEqualTo("second-step-not-here");
        Account sealed = secured("sealed");
        try (Connection connection = server.database().application().getConnection(); Statement asked = connection.createStatement()) {
            asked.execute("SELECT set_config('jingwei.platform', 'luoyang', false)");
            try (var row = asked.executeQuery("SELECT secret FROM identity.second_steps WHERE account = '" + sealed.id() + "'")) {
                assertThat(row.next()).isTrue();
                assertThat(new String(row.getBytes(1), StandardCharsets.ISO_8859_1)).doesNotContain("12345678901234567890");
            }
        }
    }

    private static Account secured(String name) {
        Account made = TestPeople.account(server, LUOYANG, name, Permission.ACCOUNT_EDIT);
        TestClient.Answer answer = nobody.signIn("luoyang", name, PASSWORD).put("/api/accounts/current/second-step", on(PASSWORD, SECRET, code(), RECOVERY));
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        return made;
    }

    private static Map<String, Object> on(String password, String secret, String code, List<String> recovery) {
        Map<String, Object> said = new HashMap<>();
        said.put("password", password);
        said.put("secret", secret);
        said.put("code", code);
        said.put("recovery", recovery);
        return said;
    }

    private static String code() {
        return SecondSteps.digits(BYTES, clock.instant().getEpochSecond() / 30);
    }

    private static TestClient.Answer signIn(String account, String code) {
        return nobody.post("/api/sessions", Map.of("platform", "luoyang", "account", account, "password", PASSWORD, "code", code));
    }
}
