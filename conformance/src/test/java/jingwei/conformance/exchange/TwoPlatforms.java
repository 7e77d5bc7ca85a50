package jingwei.conformance.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import jingwei.conformance.PackedServer;
import jingwei.simulator.wire.Line;
import jingwei.simulator.wire.Reply;
import tools.jackson.databind.JsonNode;

/// A city and a county on servers of their own, joined by their administrators over two relays, one for each direction.
final class TwoPlatforms implements AutoCloseable {

    /// On the maps of both.
    private static final Map<String, Object> POINT = Map.of("longitude", 112.1402, "latitude", 34.7251);
    static final Map<String, String> SETTINGS = Map.of("JINGWEI_SIMULATOR", "off", "JINGWEI_DEMO_COUNTY", "on");
    private static final Duration EACH = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    final Side city = new Side("luoyang");
    final Side county = new Side("xinan");
    final Relay toCounty = new Relay(county.server.address());
    final Relay toCity = new Relay(city.server.address());

    /// One platform on a server of its own.
    static final class Side implements AutoCloseable {

        private PackedServer server;
        private final Line line;

        Side(String platform) {
            this(platform, PackedServer.start(SETTINGS));
        }

        /// A platform of a server that may host others.
        Side(String platform, PackedServer server) {
            this.server = server;
            this.line = new Line(server.address(), server.accounts(), platform);
        }

        /// What a power cut does.
        void kill() {
            try {
                server.kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        void startAgain() {
            server = server.again();
        }

        JsonNode done(String post, String path, Object body) {
            Reply reply = line.post(post, path, body);
            assertThat(reply.done()).as("%s %s %s", post, path, reply).isTrue();
            return reply.body();
        }

        Reply put(String post, String path, Object body) {
            return line.put(post, path, body);
        }

        JsonNode get(String path) {
            return line.get("administrator-1", path).body();
        }

        JsonNode act(String post, String number, String act, Map<String, ?> particulars) {
            return done(post, "/api/cases/" + number + "/acts", Map.of("act", act, "particulars", particulars));
        }

        Line line() {
            return line;
        }

        /// The partner's number of a case of ours, once it is known; empty before.
        String theirs(String number) {
            return get("/api/exchange/cases/" + number).at("/links/0/theirs").asString("");
        }

        String state(String number) {
            return line.get("dispatcher-1", "/api/cases/" + number).body().path("state").asString("");
        }

        List<Map<String, Object>> photo(String post, String what, String kind) {
            return List.of(Map.of("hash", line.photo(post, what), "kind", kind));
        }

        /// A case of this platform, filed and ready to be dispatched.
        String filed(String words) {
            String number = done("collector-1", "/api/cases", Map.of("act", "report", "particulars", Map.of("description", words,
                    "classCode", "component-0118", "condition", 1, "point", POINT, "evidence", photo("collector-1", words, "BEFORE"))))
                    .path("number").asString();
            act("operator-1", number, "accept", Map.of());
            act("shift-leader-1", number, "file", Map.of());
            return number;
        }

        @Override
        public void close() {
            line.close();
            server.close();
        }
    }

    /// The county joins by the city's one-time code.
    void join() {
        String code = city.done("administrator-1", "/api/exchange/invitations", Map.of("partner", "xinan", "unit", "xinan-platform"))
                .path("code").asString();
        county.done("administrator-1", "/api/exchange/partners", Map.of("address", toCity.address(), "code", code,
                "ownAddress", toCounty.address(), "unit", "partner-platform"));
    }

    /// The county's case for the city's, once it is known there; empty before.
    String theirs(String cityNumber) {
        return city.theirs(cityNumber);
    }

    /// Hands a city case down; answers the county's number once it has come back.
    String handedDown(String cityNumber) {
        city.act("dispatcher-1", cityNumber, "transfer", Map.of("unit", "xinan-platform"));
        awaits("the county has the case", () -> !theirs(cityNumber).isEmpty());
        return theirs(cityNumber);
    }

    void handledBelow(String countyNumber) {
        county.act("dispatcher-1", countyNumber, "dispatch", Map.of("unit", "lighting"));
        county.act("lighting-1", countyNumber, "handle", Map.of("opinion", "已更换灯具", "evidence", county.photo("lighting-1", countyNumber, "AFTER")));
        county.act("dispatcher-1", countyNumber, "report-back", Map.of());
    }

    /// Both count and compare, and what differs is sent again, until they agree. @return the reconciliation that agrees
    JsonNode reconciled() {
        return reconciled(city);
    }

    static JsonNode reconciled(Side city) {
        JsonNode[] last = {city.get("/api/exchange/reconciliations")};
        awaits("the sides agree", () -> {
            String id = city.done("dispatcher-1", "/api/exchange/partners/xinan/reconciliations", Map.of()).path("id").asString();
            awaits("the reconciliation is answered", () -> {
                last[0] = city.get("/api/exchange/reconciliations").valueStream().filter(each -> each.path("id").asString("").equals(id))
                        .findFirst().orElseThrow();
                return List.of("AGREES", "DIFFERS", "REPAIRING").contains(last[0].path("state").asString(""));
            });
            return last[0].path("state").asString("").equals("AGREES");
        });
        return last[0];
    }

    static void awaits(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never came true: " + what);
            }
            LockSupport.parkNanos(EACH.toNanos());
        }
    }

    @Override
    public void close() {
        toCounty.close();
        toCity.close();
        county.close();
        city.close();
    }
}
