package jingwei.casework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jingwei.door.TestClient;
import jingwei.door.TestClient.Answer;
import jingwei.door.TestServer;
import jingwei.media.TestPhoto;

/// The demonstration's city as a place for tests of cases: everybody signs in by his own account and acts through the
/// contract; a case is led to any state by lawful acts.
public final class CaseTown {

    /// A point of the drawn town that lies in a unit grid and a duty grid.
    public static final Map<String, Object> POINT = Map.of("longitude", 112.4412, "latitude", 34.6701);

    private static final class Only {
        static final CaseTown TOWN = new CaseTown();
    }

    private final TestServer server = TestServer.open(Map.of("jingwei.demo", true));
    private final Map<String, String> passwords = new HashMap<>();
    private final Map<String, TestClient> clients = new ConcurrentHashMap<>();
    private final String photo;

    private CaseTown() {
        try {
            for (String line : Files.readAllLines(server.data().resolve("demo-accounts.csv"))) {
                String[] cells = line.split(",");
                passwords.put(cells[0] + "/" + cells[2], cells[3]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        photo = photo("collector-1", 40);
    }

    /// The one town of a test run: to set it up takes longer than to use it, and cases do not disturb each other.
    public static CaseTown open() {
        return Only.TOWN;
    }

    public TestServer server() {
        return server;
    }

    /// Somebody of `luoyang`, signed in.
    public TestClient as(String account) {
        return as("luoyang", account);
    }

    public TestClient as(String platform, String account) {
        return clients.computeIfAbsent(platform + "/" + account, key -> fresh(platform, account));
    }

    /// A session of its own.
    public TestClient fresh(String platform, String account) {
        return TestClient.of(server).signIn(platform, account, passwords.get(platform + "/" + account));
    }

    /// Uploads a picture and answers its hash; another width is another picture.
    public String photo(String account, int width) {
        Answer answer = as(account).with("Content-Type", "image/jpeg").send("POST", "/api/media",
                BodyPublishers.ofByteArray(TestPhoto.picture("jpg", width, 30)));
        return answer.json().get("hash").asString();
    }

    public List<Map<String, Object>> evidence(String kind) {
        return List.of(Map.of("hash", photo, "kind", kind));
    }

    /// A collector's report that lacks nothing.
    public Map<String, Object> report() {
        return new LinkedHashMap<>(Map.of("description", "路灯不亮", "classCode", "component-0118", "condition", 1,
                "point", POINT, "evidence", evidence("BEFORE")));
    }

    /// A call of the public that lacks nothing.
    public Map<String, Object> call() {
        return new LinkedHashMap<>(Map.of("source", "HOTLINE", "description", "路灯不亮", "classCode", "component-0118",
                "condition", 1, "point", POINT,
                "reporter", Map.of("name", "钱女士", "phone", "13800000001", "wantsReply", false)));
    }

    public Answer begin(String account, String act, Map<String, Object> particulars) {
        return as(account).post("/api/cases", Map.of("act", act, "particulars", particulars));
    }

    public Answer act(String account, String number, String act, Map<String, ?> particulars) {
        return as(account).post("/api/cases/" + number + "/acts", Map.of("act", act, "particulars", particulars));
    }

    /// Leads a new case through the acts, each by its usual post with its usual words; answers its number.
    public String walk(String acts) {
        String number = "";
        for (String act : acts.split(" ")) {
            Answer answer = number.isEmpty()
                    ? begin(post(act), act, act.equals("register") ? call() : report())
                    : act(post(act), number, act, usual(act));
            if (answer.status() >= 300) {
                throw new AssertionError(acts + " at " + act + ": " + answer.status() + " " + answer.body());
            }
            number = answer.json().get("number").asString();
        }
        return number;
    }

    private static String post(String act) {
        return switch (act) {
            case "report", "settle-on-spot" -> "collector-1";
            case "verify-true", "verify-false", "pass-check", "fail-check" -> "collector-2";
            case "register", "ask-verify", "accept", "decline", "mark-duplicate", "ask-check" -> "operator-1";
            case "file", "send-back", "refuse-filing", "close", "rework", "check-again", "annul", "approve-settlement",
                "merge", "close-short" -> "shift-leader-1";
            case "reopen" -> "center-chief-1";
            case "handle", "ask-return", "ask-extension" -> "lighting-1";
            default -> "dispatcher-1";
        };
    }

    private Map<String, Object> usual(String act) {
        return switch (act) {
            case "ask-verify", "ask-check" -> Map.of("collector", "collector-2");
            case "verify-true", "verify-false" -> Map.of("evidence", evidence("VERIFY"));
            case "pass-check" -> Map.of("evidence", evidence("CHECK"));
            case "fail-check" -> Map.of("evidence", evidence("CHECK"), "reason", "仍不亮");
            case "dispatch" -> Map.of("unit", "lighting");
            case "transfer" -> Map.of("unit", "partner-platform");
            case "handle" -> Map.of("opinion", "已更换灯具", "evidence", evidence("AFTER"));
            case "settle-on-spot" -> Map.of("evidence", evidence("AFTER"));
            case "close-short" -> Map.of("evidence", evidence("AFTER"), "opinion", "现场已解决");
            case "split" -> Map.of("parts", List.of(Map.of("unit", "lighting", "opinion", "灯"),
                    Map.of("unit", "municipal", "opinion", "杆")));
            case "mark-duplicate" -> Map.of("original", walk("report"));
            case "merge" -> Map.of("into", walk("report"));
            case "accept", "file", "grant-return", "report-back", "close", "approve-settlement" -> Map.of();
            default -> Map.of("reason", "理由");
        };
    }
}
