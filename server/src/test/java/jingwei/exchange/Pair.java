package jingwei.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import jingwei.door.TestClient;
import jingwei.door.TestClient.Answer;
import jingwei.door.TestServer;
import jingwei.exchange.carriage.Rounds;
import jingwei.media.TestPhoto;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// A city and a county on two servers, joined over real HTTP as their administrators would join them. The rounds are turned by
/// hand, so that a test decides when letters travel.
final class Pair implements AutoCloseable {

    /// A point of the county, on both platforms' maps.
    static final Map<String, Object> POINT = Map.of("longitude", 112.1402, "latitude", 34.7251);

    final Side city;
    final Side county;

    private Pair(Side city, Side county) {
        this.city = city;
        this.county = county;
    }

    /// One side: a server and the platform on it.
    static final class Side {

        final String platform;
        TestServer server;
        private final Map<String, String> passwords = new HashMap<>();
        private final Map<String, TestClient> clients = new ConcurrentHashMap<>();

        Side(String platform, TestServer server) {
            this.platform = platform;
            this.server = server;
            try {
                for (String line : Files.readAllLines(server.data().resolve("demo-accounts.csv"))) {
                    String[] cells = line.split(",");
                    passwords.put(cells[0] + "/" + cells[2], cells[3]);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// The same people on another server, after their platform has moved.
        Side(String platform, TestServer server, Side before) {
            this.platform = platform;
            this.server = server;
            this.passwords.putAll(before.passwords);
        }

        TestClient as(String account) {
            return clients.computeIfAbsent(account, key -> TestClient.of(server).signIn(platform, account,
                    passwords.get(platform + "/" + account)));
        }

        /// Works on the tables of this platform, as the server's own role: row-level security shows no other rows, to its owner neither.
        <T> T tables(Function<JdbcClient, T> work) {
            return Tenancy.within(PlatformId.of(platform), () -> new TransactionTemplate(server.room(PlatformTransactionManager.class))
                    .execute(status -> work.apply(server.room(JdbcClient.class))));
        }

        String photo(String account, int width) {
            return as(account).with("Content-Type", "image/jpeg").send("POST", "/api/media",
                    BodyPublishers.ofByteArray(TestPhoto.picture("jpg", width, 30))).json().get("hash").asString();
        }

        Answer act(String account, String number, String act, Map<String, ?> particulars) {
            return as(account).post("/api/cases/" + number + "/acts", Map.of("act", act, "particulars", particulars));
        }

        /// Performs the act, which must be lawful.
        JsonNode done(String account, String number, String act, Map<String, ?> particulars) {
            Answer answer = act(account, number, act, particulars);
            if (answer.status() >= 300) {
                throw new AssertionError(platform + " " + account + " " + act + ": " + answer.status() + " " + answer.body());
            }
            return answer.json();
        }

        JsonNode show(String account, String number) {
            return as(account).get("/api/cases/" + number).json();
        }

        JsonNode get(String path) {
            return as("administrator-1").get(path).json();
        }

        List<Map<String, Object>> photoOf(String account, int width, String kind) {
            return List.of(Map.of("hash", photo(account, width), "kind", kind));
        }

        /// A case of this platform, filed and ready to be dispatched.
        String filed() {
            Map<String, Object> report = new LinkedHashMap<>(Map.of("description", "路灯不亮", "classCode", "component-0118", "condition", 1,
                    "point", POINT, "evidence", photoOf("collector-1", 41, "BEFORE")));
            Answer begun = as("collector-1").post("/api/cases", Map.of("act", "report", "particulars", report));
            if (begun.status() >= 300) {
                throw new AssertionError(begun.body());
            }
            String number = begun.json().get("number").asString();
            done("operator-1", number, "accept", Map.of());
            done("shift-leader-1", number, "file", Map.of());
            return number;
        }
    }

    /// A remote county on a server of its own.
    static Pair open(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Map.of("jingwei.demo", true, "jingwei.demo-county", true, "jingwei.exchange.automatic", false));
        settings.putAll(more);
        return new Pair(new Side("luoyang", TestServer.open(settings)), new Side("xinan", TestServer.open(settings)));
    }

    static Pair joined() {
        Pair pair = open(Map.of());
        pair.join();
        return pair;
    }

    /// The county of the second server joins the city of the first, over HTTP.
    void join() {
        join(county.server.address(), city.server.address());
    }

    void join(String countyAddress, String cityAddress) {
        String code = city.as("administrator-1").post("/api/exchange/invitations", Map.of("partner", "xinan", "unit", "xinan-platform"))
                .json().get("code").asString();
        Answer joined = county.as("administrator-1").post("/api/exchange/partners", Map.of("address", cityAddress, "code", code,
                "ownAddress", countyAddress, "unit", "partner-platform"));
        if (joined.status() != 201) {
            throw new AssertionError(joined.body());
        }
        settle();
    }

    /// Both servers turn until nothing moves any more.
    void settle() {
        int moved = 1;
        for (int i = 0; i < 40 && moved > 0; i++) {
            hurry();
            moved = city.server.room(Rounds.class).turn() + county.server.room(Rounds.class).turn();
        }
        if (moved > 0) {
            throw new AssertionError("letters go round and round");
        }
    }

    /// No waiting for the back-off: a busy machine may have been late once.
    void hurry() {
        for (Side side : List.of(city, county)) {
            side.tables(tables -> tables.sql("UPDATE exchange.partners SET next_try_at = :then WHERE platform = :platform")
                    .param("then", Timestamp.from(Instant.EPOCH)).param("platform", side.platform).update());
        }
    }

    /// A city case, transferred to the county and received there; answers the county's number.
    String handedDown(String cityNumber) {
        city.done("dispatcher-1", cityNumber, "transfer", Map.of("unit", "xinan-platform"));
        settle();
        return city.get("/api/exchange/cases/" + cityNumber).at("/links/0/theirs").asString("");
    }

    @Override
    public void close() {
        county.server.close();
        city.server.close();
    }
}
