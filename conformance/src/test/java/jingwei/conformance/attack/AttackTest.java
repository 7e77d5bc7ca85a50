package jingwei.conformance.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jingwei.conformance.PackedServer;
import jingwei.simulator.Requirement;
import jingwei.simulator.wire.AccountsFile;
import jingwei.simulator.wire.Line;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// 攻击: every operation of the contract, tried by every kind of post and by nobody, on one packed server with two platforms.
class AttackTest {

    /// Stands in every text of the platform that is attacked; whoever else reads it has come through a wall.
    private static final String SECRET = "洛阳市机密标记四一零三";
    private static final String HOME = "luoyang";
    private static final String ELSEWHERE = "xinan";
    /// Ends the speaker's own session, or names whose it is; nothing of another platform can be named in it.
    private static final Set<String> OWN = Set.of("DELETE /api/sessions/current");

    private static PackedServer server;
    private static Stranger stranger;
    private static List<Operation> operations;
    private static Numbers numbers;

    @BeforeAll
    static void start() {
        server = PackedServer.start(Map.of("JINGWEI_SIMULATOR", "off"));
        stranger = new Stranger(server.address(), server.accounts());
        operations = Operation.of(Stranger.JSON.readTree(
                stranger.send(null, "GET", "/api/openapi", null, BodyPublishers.noBody()).body()));
        furnish();
        numbers = Numbers.of(stranger, operations, kinds(HOME));
    }

    @AfterAll
    static void stop() {
        stranger.close();
        server.close();
    }

    @Test
    void theContractNamesThePermissionOfEveryOperation() {
        assertThat(operations).hasSizeGreaterThan(250);
        assertThat(operations).filteredOn(operation -> operation.permission().isEmpty()).isEmpty();
    }

    /// Without a session every operation answers 401, but for the few that say they are open.
    @Test
    @Requirement({"SEC-06", "APM-02"})
    void nobodyGetsIn() {
        List<String> open = new ArrayList<>();
        for (Operation operation : operations) {
            int status = stranger.send(null, operation, numbers.filled(operation.path()), body(operation)).status();
            if (!operation.isOpen() && status != 401) {
                open.add(operation + " answered " + status);
            }
        }
        assertThat(open).isEmpty();
    }

    /// Every kind of post is refused, in words, at every operation whose permission it lacks; nothing ever breaks.
    @Test
    @Requirement({"APM-02", "SEC-03"})
    void noPostGoesBeyondItsPermissions() {
        List<String> wrong = new ArrayList<>();
        for (AccountsFile.Line account : kinds(HOME)) {
            Set<String> permissions = stranger.permissions(account);
            for (Operation operation : operations) {
                if (operation.isOpen() || permissions.contains(operation.permission())
                        || operation.permission().equals("SIGNED_IN")) {
                    continue;
                }
                Stranger.Answer answer = stranger.send(account, operation, numbers.filled(operation.path()), body(operation));
                // A question for the head alone is answered without words.
                boolean said = answer.code().equals("permission-missing") || operation.method().equals("HEAD");
                if (answer.status() != 403 || !said) {
                    wrong.add(account.kind() + " at " + operation + ": " + answer.status() + " " + answer.code());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// With the numbers of another platform in hand nobody reads, changes or ends anything of it.
    @Test
    @Requirement({"SEC-03", "SEC-06"})
    void noPlatformReachesIntoAnother() {
        assertThat(numbers.lists()).as("lists with something in them").isGreaterThan(20);
        Map<String, String> before = picture();
        assertThat(before.values()).anyMatch(page -> page.contains(SECRET));
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (AccountsFile.Line account : kinds(ELSEWHERE)) {
            Set<String> permissions = stranger.permissions(account);
            for (Operation operation : operations) {
                if (OWN.contains(operation.toString()) || operation.path().contains("stream")
                        || !permissions.contains(operation.permission()) && !operation.permission().equals("SIGNED_IN")) {
                    continue;
                }
                tried++;
                Stranger.Answer answer = stranger.send(account, operation, numbers.filled(operation.path()), body(operation));
                if (answer.status() >= 500 || answer.body().contains(SECRET)) {
                    wrong.add(account.kind() + " at " + operation + ": " + answer.status() + " " + answer.code());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(500);
        assertThat(picture()).as("nothing of the other platform has moved").isEqualTo(before);
    }

    /// Whatever is sent where a body is asked for, the answer is a refusal in words or a deed, never a broken server.
    @Test
    @Requirement("SEC-06")
    void inputThatIsNoneIsRefusedInWords() {
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Operation operation : operations) {
            AccountsFile.Line account = kinds(ELSEWHERE).stream()
                    .filter(one -> stranger.permissions(one).contains(operation.permission())).findFirst().orElse(null);
            if (account == null || operation.type() == null) {
                continue;
            }
            for (String body : Rubbish.around(operation)) {
                tried++;
                Stranger.Answer answer = stranger.send(account, operation, numbers.filled(operation.path()), body);
                if (answer.status() >= 500 || answer.body().contains("Exception") || answer.body().contains("\tat ")) {
                    wrong.add(operation + " with " + (body.length() > 120 ? body.substring(0, 120) : body) + ": "
                            + answer.status() + " " + answer.code());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(1_000);
    }

    /// Words of a query that are none: the same.
    @Test
    @Requirement("SEC-06")
    void queriesThatAreNoneAreRefusedInWords() {
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations) {
            if (!operation.reads() || operation.path().contains("stream")) {
                continue;
            }
            AccountsFile.Line account = kinds(ELSEWHERE).stream()
                    .filter(one -> stranger.permissions(one).contains(operation.permission())).findFirst().orElse(null);
            for (String rubbish : Rubbish.inAddresses()) {
                String path = operation.path().replaceAll("\\{[^}]+}", rubbish);
                String query = operation.query().stream().map(name -> name + "=" + rubbish)
                        .reduce((one, other) -> one + "&" + other).map(all -> "?" + all).orElse("");
                int status = stranger.send(account, operation, path + query, "").status();
                if (status >= 500) {
                    wrong.add(operation + query + ": " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// A path cannot leave its folder, a redirect cannot leave the server, a write by cookie needs its counter-sign, and a session
    /// that an attacker has set is not the one that is signed in.
    @Test
    @Requirement("SEC-06")
    void theBrowserIsNoWayIn() {
        for (String path : List.of("/office/..%2f..%2fapplication.yaml", "/office/%2e%2e/application.yaml",
                "/collector/..;/application.yaml", "/office//etc/passwd", "/static/..%5c..%5capplication.yaml")) {
            Stranger.Answer answer = stranger.send(null, "GET", path, null, BodyPublishers.noBody());
            assertThat(answer.body()).as(path).doesNotContain("springdoc").doesNotContain("root:");
        }
        Stranger.Answer away = stranger.send(null, "GET", "//example.org/office", null, BodyPublishers.noBody());
        assertThat(away.headers().getOrDefault("location", "/")).doesNotContain("example.org");
        Stranger.Answer page = stranger.send(null, "GET", "/office/", null, BodyPublishers.noBody());
        assertThat(page.headers()).containsEntry("x-content-type-options", "nosniff").containsEntry("x-frame-options", "DENY");
        assertThat(page.headers().get("content-security-policy")).contains("default-src 'self'", "object-src 'none'")
                .doesNotContain("unsafe-eval").doesNotContain("script-src 'unsafe");
    }

    /// The passwords of the accounts, and every token that was given, are nowhere in what the operator reads.
    @Test
    @Requirement("SEC-06")
    void secretsAreNotInTheLog() {
        kinds(HOME).forEach(stranger::permissions);
        String console = server.console();
        assertThat(server.accounts().lines()).noneMatch(line -> console.contains(line.password()));
        assertThat(stranger.tokens()).isNotEmpty().noneMatch(console::contains);
    }

    /// One account of every kind of post.
    private static List<AccountsFile.Line> kinds(String platform) {
        Map<String, AccountsFile.Line> kinds = new LinkedHashMap<>();
        server.accounts().lines().stream().filter(line -> line.platform().equals(platform))
                .forEach(line -> kinds.putIfAbsent(line.kind(), line));
        return List.copyOf(kinds.values());
    }

    private static String body(Operation operation) {
        return operation.takesJson() ? operation.example().isMissingNode() ? "{}" : operation.example().toString() : "x";
    }

    /// What the attacked platform's own people see in its lists, but for what time alone changes.
    private static Map<String, String> picture() {
        Map<String, String> pages = new LinkedHashMap<>();
        AccountsFile.Line leader = stranger.accounts().of(HOME, "shift-leader-1");
        AccountsFile.Line administrator = stranger.accounts().of(HOME, "administrator-1");
        Stream.of("/api/cases", "/api/posts", "/api/organizations", "/api/knowledge", "/api/phrases").forEach(path ->
                pages.put(path, stranger.get(leader, path).body().replaceAll("\"left\":\\{[^}]*}?[^}]*}|\"light\":\"[A-Z]+\"", "")));
        Stream.of("/api/accounts", "/api/sheets", "/api/process").forEach(path ->
                pages.put(path, stranger.get(administrator, path).body()));
        return pages;
    }

    /// Puts marked things into the platform that will be attacked.
    private static void furnish() {
        try (Line line = new Line(server.address(), server.accounts(), HOME)) {
            Map<String, Object> report = Map.of("classCode", "component-0101", "condition", 1, "description", SECRET,
                    "point", Map.of("longitude", 112.436, "latitude", 34.675),
                    "evidence", List.of(Map.of("hash", line.photo("collector-1", SECRET), "kind", "BEFORE")));
            for (int n = 0; n < 3; n++) {
                var begun = line.post("collector-1", "/api/cases", Map.of("act", "report", "particulars", report));
                assertThat(begun.done()).as("%s", begun).isTrue();
                String number = begun.body().path("number").asString();
                line.post("operator-1", "/api/cases/" + number + "/acts", Map.of("act", "accept", "particulars", Map.of()));
            }
        }
    }
}
