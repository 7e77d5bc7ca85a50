package jingwei.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import jingwei.conformance.PackedServer;
import org.junit.jupiter.api.Test;

/// 故障: a small city day, struck in the middle. The players send again what was not answered; the audit finds everything once.
class FaultTest {

    static final Map<String, String> SETTINGS = Map.of("JINGWEI_SIMULATOR", "off", "JINGWEI_RATE", "0", "JINGWEI_SIGN_INS", "0", "JINGWEI_DEMO_COUNTY", "on");
    private static final int CASES = 24;
    private static final int HANDS = 4;
    private static final int BELOW = 6;

    /// `kill -9` of the server, and then of PostgreSQL under it, while four hands are at work.
    @Test
    void serverAndDatabaseAreKilledUnderLoadAndNothingIsLostOrDoubled() {
        AtomicReference<PackedServer> server = new AtomicReference<>(PackedServer.start(SETTINGS));
        try (Sender sender = new Sender(server.get().address(), server.get().accounts())) {
            List<Played> played = new Day(sender, "断电日", CASES, HANDS, BELOW).live(20, n -> {
                if (n == CASES / 3) {
                    kill(server.get());
                    server.set(server.get().again());
                } else if (n == CASES * 2 / 3) {
                    // PostgreSQL dies alone; the operator starts the server again.
                    postgres(server.get().data()).destroyForcibly();
                    server.get().close();
                    server.set(server.get().again());
                }
            });
            Audit.Counted counted = new Audit(sender).of(played, "断电日");
            assertThat(counted.cases()).isEqualTo(CASES);
            assertThat(counted.letters()).isEqualTo(CASES / BELOW);
            assertThat(sender.again.sum()).as("the faults were felt").isPositive();
        } finally {
            server.get().close();
        }
    }

    /// Two servers behind one address on one PostgreSQL of its own; one is killed, later the other. Moments that come are met once.
    @Test
    void twoServersShareADatabaseAndEitherMayDie() throws IOException {
        PackedServer first = PackedServer.start(SETTINGS);
        Path data = first.data();
        // The server dies, its PostgreSQL goes on: from now on it is one that stands alone.
        kill(first);
        ProcessHandle database = postgres(data);
        Map<String, String> shared = new java.util.HashMap<>(SETTINGS);
        shared.putAll(Map.of("JINGWEI_DB_URL", "jdbc:postgresql://127.0.0.1:" + Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid")).get(3)
                + "/jingwei", "JINGWEI_DB_USER", "jingwei_app", "JINGWEI_DB_PASSWORD", "any", "JINGWEI_DB_OWNER_USER", "jingwei_owner",
                "JINGWEI_DB_OWNER_PASSWORD", "any"));
        AtomicReference<PackedServer> left = new AtomicReference<>(PackedServer.start(data, shared));
        AtomicReference<PackedServer> right = new AtomicReference<>(PackedServer.start(data, shared));
        try (Balancer balancer = new Balancer(List.of(left.get().address(), right.get().address()));
                Sender sender = new Sender(balancer.address(), left.get().accounts())) {
            List<Played> played = new Day(sender, "双机日", CASES, HANDS, BELOW).live(20, n -> {
                if (n == CASES / 3) {
                    kill(left.get());
                    left.set(left.get().again());
                } else if (n == CASES * 2 / 3) {
                    kill(right.get());
                    right.set(right.get().again());
                }
            });
            assertThat(new Audit(sender).of(played, "双机日").cases()).isEqualTo(CASES);
            holdsEndOnce(sender);
        } finally {
            left.get().close();
            right.get().close();
            database.destroy();
            database.onExit().join();
        }
    }

    /// Ten cases are held until tomorrow; two days later each was released once, whichever server saw it first.
    private static void holdsEndOnce(Sender sender) {
        List<String> held = new java.util.ArrayList<>();
        java.time.Instant now = java.time.OffsetDateTime.parse(sender.get("luoyang/operator-1", "clock", "/api/clock").path("now").asString()).toInstant();
        for (int n = 0; n < 10; n++) {
            String photo = sender.photo("luoyang/collector-1", Player.noise("挂账 " + n));
            String number = sender.post("luoyang/collector-1", "report", "/api/cases", Map.of("act", "report", "particulars", Map.of("description", "挂账 " + n,
                    "classCode", "component-0118", "condition", 1, "point", Player.POINT, "evidence", List.of(Map.of("hash", photo, "kind", "BEFORE")))))
                    .path("number").asString();
            act(sender, "operator-1", number, "accept", Map.of());
            act(sender, "shift-leader-1", number, "file", Map.of());
            act(sender, "dispatcher-1", number, "dispatch", Map.of("unit", "lighting"));
            act(sender, "lighting-1", number, "ask-hold", Map.of("reason", "等待开挖许可", "until", now.plus(java.time.Duration.ofDays(1)).toString()));
            act(sender, "dispatcher-1", number, "grant-hold", Map.of());
            act(sender, "command-chief-1", number, "grant-hold", Map.of());
            held.add(number);
        }
        sender.put("luoyang/administrator-1", "/api/clock", Map.of("moveTo", now.plus(java.time.Duration.ofDays(2)).toString(), "rate", 1));
        for (String number : held) {
            Player.awaits(number + " goes on", () -> !sender.get("luoyang/dispatcher-1", "read case", "/api/cases/" + number).path("held").asBoolean());
            assertThat(sender.get("luoyang/dispatcher-1", "read case", "/api/cases/" + number).path("acts").valueStream()
                    .filter(act -> act.path("act").asString().equals("release"))).as(number).hasSize(1);
        }
    }

    private static void act(Sender sender, String post, String number, String act, Map<String, ?> particulars) {
        sender.post("luoyang/" + post, "act " + act, "/api/cases/" + number + "/acts", Map.of("act", act, "particulars", particulars));
    }

    private static void kill(PackedServer server) {
        try {
            server.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The postmaster on the folder's cluster.
    private static ProcessHandle postgres(Path data) {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid")).getFirst().strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
