package jingwei.notice;

import static jingwei.identity.TestPeople.LUOYANG;
import static jingwei.identity.TestPeople.PASSWORD;
import static jingwei.identity.TestPeople.XINAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import jingwei.door.TestClient;
import jingwei.door.TestServer;
import jingwei.identity.Account;
import jingwei.identity.Accounts;
import jingwei.identity.Permission;
import jingwei.identity.TestPeople;
import jingwei.standards.Text;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// 通知 over real HTTP, with two servers on one database.
@Timeout(60)
class NoticeTest {

    private static TestServer server;
    private static TestServer second;

    @BeforeAll
    static void open() {
        server = TestServer.open(Map.of("jingwei.notice.heartbeat", "PT0.5S"), TestPeople.class);
        TestPeople.platform(server, LUOYANG);
        TestPeople.platform(server, XINAN);
        second = server.second(TestPeople.class);
    }

    @AfterAll
    static void close() {
        second.close();
        server.close();
    }

    /// A browser that listens.
    private record Listener(HttpResponse<InputStream> answer, BufferedReader lines) implements AutoCloseable {

        static Listener open(TestServer at, String token, String lastId) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(at.address() + "/api/notices/stream"))
                    .header("Authorization", "Bearer " + token);
            if (!lastId.isEmpty()) {
                request.header("Last-Event-ID", lastId);
            }
            HttpResponse<InputStream> answer = HttpClient.newHttpClient().send(request.build(),
                    BodyHandlers.ofInputStream());
            return new Listener(answer, new BufferedReader(
                    new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
        }

        /// Reads to the next event of that name; answers its id and its data, or nothing at the end of the stream.
        String[] next(String name) throws IOException {
            String id = "";
            String event = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (event.equals(name)) {
                        return new String[] {id, data};
                    }
                } else if (line.startsWith("id:")) {
                    id = line.substring(3);
                } else if (line.startsWith("event:")) {
                    event = line.substring(6);
                } else if (line.startsWith("data:")) {
                    data = line.substring(5);
                }
            }
            return new String[0];
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    @Test
    void aNoticeIsPushedAfterTheCommitOnWhicheverServerTheBrowserIs() throws Exception {
        Account account = TestPeople.account(server, LUOYANG, "listener", Permission.NOTICE_READ);
        String token = token("listener");
        try (Listener here = Listener.open(server, token, ""); Listener there = Listener.open(second, token, "")) {
            assertThat(here.answer().headers().firstValue("Content-Type").orElse("")).contains("text/event-stream");
            here.next("beat");
            there.next("beat");
            send(LUOYANG, new Recipient.ToAccount(account.id()), "给账号");
            assertThat(here.next("notice")[1]).contains("给账号");
            assertThat(there.next("notice")[1]).contains("给账号");
            send(LUOYANG, new Recipient.ToPost("post-listener"), "给岗位");
            send(LUOYANG, new Recipient.ToPerson(account.person()), "给人");
            assertThat(there.next("notice")[1] + there.next("notice")[1]).contains("给岗位", "给人");
        }
    }

    @Test
    void afterACutLineNothingIsMissedAlsoWhatBeganEarlyAndWasCommittedLate() throws Exception {
        Account account = TestPeople.account(server, LUOYANG, "cut", Permission.NOTICE_READ);
        String token = token("cut");
        Recipient recipient = new Recipient.ToAccount(account.id());
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Thread early = Thread.ofVirtual().start(() -> Tenancy.run(LUOYANG, () -> transaction()
                .executeWithoutResult(status -> {
                    server.room(Notices.class).send(recipient, Text.of("先写后提交", "early"), null);
                    written.countDown();
                    await(release);
                })));
        written.await();
        String last;
        try (Listener listener = Listener.open(server, token, "")) {
            listener.next("beat");
            send(LUOYANG, recipient, "后写先提交");
            assertThat(listener.next("notice")[1]).contains("后写先提交");
            last = listener.next("beat")[0];
        }
        release.countDown();
        early.join();
        for (int i = 0; i < 700; i++) {
            send(LUOYANG, recipient, "断线时第" + i + "条");
        }
        Tenancy.run(LUOYANG, () -> transaction().executeWithoutResult(status -> {
            for (int i = 0; i < 600; i++) {
                server.room(Notices.class).send(recipient, Text.of("一次第" + i + "条", "at once"), null);
            }
        }));
        send(LUOYANG, recipient, "最后一条");
        List<String> heard = new ArrayList<>();
        try (Listener listener = Listener.open(second, token, last)) {
            while (heard.stream().noneMatch(data -> data.contains("最后一条"))) {
                heard.add(listener.next("notice")[1]);
            }
        }
        assertThat(heard).anyMatch(data -> data.contains("先写后提交"));
        assertThat(heard.stream().filter(data -> data.contains("断线时")).distinct()).hasSize(700);
        assertThat(heard.stream().filter(data -> data.contains("一次第")).distinct()).hasSize(600);
    }

    @Test
    void whatIsRolledBackIsToldToNobody() {
        Account account = TestPeople.account(server, LUOYANG, "quiet", Permission.NOTICE_READ);
        Tenancy.run(LUOYANG, () -> transaction().executeWithoutResult(status -> {
            server.room(Notices.class).send(new Recipient.ToAccount(account.id()), Text.of("没有发生", "no"), null);
            status.setRollbackOnly();
        }));
        assertThat(client("quiet").get("/api/notices").json().get("notices")).isEmpty();
        Tenancy.run(LUOYANG, () -> assertThatThrownBy(() -> server.room(Notices.class)
                .send(new Recipient.ToAccount(account.id()), Text.of("无事务", "no"), null)).isNotNull());
    }

    @Test
    void noticesAreListedAndMarkedAsReadByTheirReadersOnly() {
        Account account = TestPeople.account(server, LUOYANG, "reader", Permission.NOTICE_READ);
        TestPeople.account(server, LUOYANG, "stranger", Permission.NOTICE_READ);
        TestPeople.account(server, XINAN, "reader", Permission.NOTICE_READ);
        UUID id = send(LUOYANG, new Recipient.ToPost("post-reader"), "请看");
        TestClient reader = client("reader");
        var page = reader.get("/api/notices").json();
        assertThat(page.get("notices").get(0).get("text").get("zh").asString()).isEqualTo("请看");
        assertThat(page.get("notices").get(0).has("readAt")).isFalse();
        assertThat(client("stranger").post("/api/notices/" + id + "/read", Map.of()).code())
                .isEqualTo("no-such-notice");
        assertThat(TestClient.of(server).signIn("xinan", "reader", PASSWORD).get("/api/notices").json()
                .get("notices")).isEmpty();
        assertThat(reader.post("/api/notices/" + id + "/read", Map.of()).status()).isEqualTo(204);
        assertThat(reader.post("/api/notices/" + id + "/read", Map.of()).status()).isEqualTo(204);
        assertThat(reader.get("/api/notices").json().get("notices").get(0).has("readAt")).isTrue();
        send(LUOYANG, new Recipient.ToAccount(account.id()), "后来的");
        assertThat(reader.get("/api/notices?after=" + page.get("cursor").asString()).body())
                .contains("后来的");
    }

    @Test
    void tooManyStreamsAreRefusedAndADisabledAccountsStreamEnds() throws Exception {
        Account account = TestPeople.account(server, LUOYANG, "many", Permission.NOTICE_READ);
        String token = token("many");
        List<Listener> listeners = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Listener listener = Listener.open(server, token, "");
            listener.next("beat");
            listeners.add(listener);
        }
        try (Listener seventh = Listener.open(server, token, "")) {
            assertThat(seventh.answer().statusCode()).isEqualTo(429);
        }
        Tenancy.run(LUOYANG, () -> server.room(Accounts.class).disable(account.id(), true));
        for (Listener listener : listeners) {
            assertThat(listener.next("never")).isEmpty();
            listener.close();
        }
        try (Listener nobody = Listener.open(server, "not-a-token", "")) {
            assertThat(nobody.answer().statusCode()).isEqualTo(401);
        }
    }

    private static UUID send(PlatformId platform, Recipient recipient, String words) {
        return Tenancy.within(platform, () -> transaction().execute(status -> server.room(Notices.class)
                .send(recipient, Text.of(words, words), "/office/cases")));
    }

    private static TransactionTemplate transaction() {
        return new TransactionTemplate(server.room(PlatformTransactionManager.class));
    }

    private static String token(String account) {
        return TestClient.of(server).trySignIn("luoyang", account, PASSWORD).json().get("token").asString();
    }

    private static TestClient client(String account) {
        return TestClient.of(server).signIn("luoyang", account, PASSWORD);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
