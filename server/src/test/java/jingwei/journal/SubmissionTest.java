package jingwei.journal;

import static jingwei.identity.TestPeople.LUOYANG;
import static jingwei.identity.TestPeople.PASSWORD;
import static jingwei.identity.TestPeople.XINAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jingwei.door.MovableClock;
import jingwei.door.TestClient;
import jingwei.door.TestServer;
import jingwei.identity.Account;
import jingwei.identity.Permission;
import jingwei.identity.TestPeople;
import jingwei.simulator.Requirement;
import jingwei.tenancy.Tenancy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// 每次写只办一次, 每件事都有日志 (APM-09, SEC-04).
@Requirement({"APM-09", "SEC-04", "ACQ-15"})
class SubmissionTest {

    private static TestServer server;
    private static TestClient editor;
    private static Account account;

    @BeforeAll
    static void open() {
        server = TestServer.open(Map.of(), TestPeople.class);
        TestPeople.platform(server, LUOYANG);
        TestPeople.platform(server, XINAN);
        account = TestPeople.account(server, LUOYANG, "editor", Permission.ACCOUNT_EDIT, Permission.JOURNAL_READ);
        editor = TestClient.of(server).signIn("luoyang", "editor", PASSWORD);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void theSameKeyAndBodyIsDoneOnceAndAnsweredTwice() {
        TestClient same = editor.with("Idempotency-Key", "same-key-1");
        TestClient.Answer first = same.post("/api/persons", Map.of("name", "只登记一次"));
        TestClient.Answer second = same.post("/api/persons", Map.of("name", "只登记一次"));
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.response().body()).isEqualTo(first.response().body());
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(persons("只登记一次")).isOne();
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        TestClient same = editor.with("Idempotency-Key", "same-key-2");
        assertThat(same.post("/api/persons", Map.of("name", "甲")).status()).isEqualTo(201);
        TestClient.Answer other = same.post("/api/persons", Map.of("name", "乙"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
        assertThat(persons("乙")).isZero();
    }

    @Test
    void twentyAtOnceWithTheSameKeyHaveOneEffect() throws Exception {
        TestClient same = editor.with("Idempotency-Key", "same-key-3");
        Callable<TestClient.Answer> send = () -> same.post("/api/persons", Map.of("name", "二十次"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<TestClient.Answer>> answers =
                    threads.invokeAll(IntStream.range(0, 20).mapToObj(i -> send).toList());
            String id = answers.getFirst().get().json().get("id").asString();
            for (Future<TestClient.Answer> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(201);
                assertThat(answer.get().json().get("id").asString()).isEqualTo(id);
            }
        }
        assertThat(persons("二十次")).isOne();
    }

    @Test
    void aRefusalLeavesNothingBehindAndTheKeyFree() {
        TestClient same = editor.with("Idempotency-Key", "same-key-4");
        assertThat(same.post("/api/persons", Map.of("name", " ")).code()).isEqualTo("field-missing");
        assertThat(same.post("/api/persons", Map.of("name", "改正后")).status()).isEqualTo(201);
        assertThat(same.post("/api/persons", Map.of("name", "改正后")).header("Idempotency-Replayed"))
                .isEqualTo("true");
    }

    @Test
    void aWriteWithoutAKeyOrTooLargeIsRefused() {
        assertThat(editor.with("Idempotency-Key", "short").post("/api/persons", Map.of("name", "丙")).code())
                .isEqualTo("idempotency-key-missing");
        byte[] large = new byte[2 * 1024 * 1024 + 1];
        assertThat(editor.send("POST", "/api/persons", BodyPublishers.ofByteArray(large)).code())
                .isEqualTo("too-large");
        assertThat(TestClient.of(server).post("/api/persons", Map.of("name", "丁")).status()).isEqualTo(401);
    }

    @Test
    void keysOfTwoAccountsAreNotTheSame() {
        TestPeople.account(server, LUOYANG, "editor2", Permission.ACCOUNT_EDIT);
        TestClient other = TestClient.of(server).signIn("luoyang", "editor2", PASSWORD)
                .with("Idempotency-Key", "same-key-5");
        assertThat(editor.with("Idempotency-Key", "same-key-5").post("/api/persons", Map.of("name", "戊")).status())
                .isEqualTo(201);
        assertThat(other.post("/api/persons", Map.of("name", "己")).status()).isEqualTo(201);
    }

    @Test
    void keysAreForgottenAfterSevenDays() {
        try (TestServer later = server.second(TestPeople.class)) {
            TestClient there = TestClient.of(later).signIn("luoyang", "editor", PASSWORD);
            there.with("Idempotency-Key", "same-key-6").post("/api/persons", Map.of("name", "七天"));
            later.room(MovableClock.class).move(Duration.ofDays(8));
            later.room(Submissions.class).purge();
            TestClient again = TestClient.of(later).signIn("luoyang", "editor", PASSWORD);
            assertThat(again.with("Idempotency-Key", "same-key-6").post("/api/persons", Map.of("name", "七天"))
                    .header("Idempotency-Replayed")).isEmpty();
        }
        assertThat(persons("七天")).isEqualTo(2);
    }

    @Test
    void signInsOperationsAndChangesAreInTheJournalOfTheirOwnPlatformOnly() {
        TestClient.of(server).trySignIn("luoyang", "editor", "Wrong-password-1");
        TestClient.of(server).trySignIn("luoyang", "=cmd()", "Wrong-password-1");
        TestClient.of(server).signIn("luoyang", "editor", PASSWORD);
        var signIns = editor.get("/api/journal?kind=SIGN_IN&subject=editor&limit=2").json();
        assertThat(signIns.get("entries").get(0).get("action").asString()).isEqualTo("signed-in");
        assertThat(signIns.get("entries").get(1).get("action").asString()).isEqualTo("sign-in-failed");
        assertThat(signIns.get("entries").get(1).get("account").asString()).isEqualTo(account.id().toString());
        assertThat(signIns.get("entries").get(0).get("address").asString()).isEqualTo("127.0.0.1");

        String person = editor.post("/api/persons", Map.of("name", "日志")).json().get("id").asString();
        var changes = editor.get("/api/journal?kind=DATA_CHANGE&subject=" + person).json().get("entries");
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).get("post").asString()).isEqualTo("post-editor");
        var operations = editor.get("/api/journal?kind=OPERATION&limit=1").json();
        assertThat(operations.get("entries").get(0).get("subject").asString()).isEqualTo("/api/persons");
        var next = editor.get("/api/journal?kind=OPERATION&limit=1&before=" + operations.get("next").asString());
        assertThat(next.json().get("entries").get(0).get("id")).isNotEqualTo(operations.get("entries").get(0).get("id"));

        String csv = new String(editor.get("/api/journal/export?kind=SIGN_IN").response().body());
        assertThat(csv).contains("登录").contains("'=cmd()");
        TestPeople.account(server, XINAN, "reader", Permission.JOURNAL_READ);
        assertThat(TestClient.of(server).signIn("xinan", "reader", PASSWORD)
                .get("/api/journal?subject=editor").json().get("entries")).isEmpty();
        assertThat(TestClient.of(server).get("/api/journal").status()).isEqualTo(401);
    }

    @Test
    void theApplicationCanNeitherChangeNorRemoveAnEntry() {
        JdbcClient application = JdbcClient.create(server.database().application());
        for (String sql : List.of("UPDATE journal.entries SET action = 'x'", "DELETE FROM journal.entries")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> application.sql(sql).update())
                    .hasRootCauseMessage("ERROR: permission denied for table entries");
        }
    }

    private static long persons(String name) {
        return Tenancy.within(LUOYANG, () -> new TransactionTemplate(server.room(PlatformTransactionManager.class))
                .execute(status -> server.room(JdbcClient.class)
                        .sql("SELECT count(*) FROM identity.persons WHERE name = :name").param("name", name)
                        .query(Long.class).single()));
    }
}
