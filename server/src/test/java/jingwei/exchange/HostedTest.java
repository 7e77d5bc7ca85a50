package jingwei.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jingwei.door.TestServer;
import jingwei.exchange.carriage.Rounds;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.Test;

/// 建租结合: a county hosted on the city's server exchanges the very same letters, signed and kept like those of a remote one; and a
/// platform may sign by the national algorithms.
@Requirement({"EXC-01", "EXC-02", "EXC-06", "CMD-09"})
class HostedTest {

    @Test
    void aHostedCountyExchangesTheSameLetters() {
        try (TestServer server = TestServer.open(Map.of("jingwei.demo", true, "jingwei.demo-county", true, "jingwei.exchange.automatic", false))) {
            Pair.Side city = new Pair.Side("luoyang", server);
            Pair.Side county = new Pair.Side("xinan", server);
            settle(server);
            String up = city.filed();
            city.done("dispatcher-1", up, "transfer", Map.of("unit", "xinan-platform"));
            settle(server);
            String down = city.get("/api/exchange/cases/" + up).at("/links/0/theirs").asString("");
            county.done("dispatcher-1", down, "dispatch", Map.of("unit", "lighting"));
            county.done("lighting-1", down, "handle", Map.of("opinion", "已更换", "evidence", county.photoOf("lighting-1", 42, "AFTER")));
            county.done("dispatcher-1", down, "report-back", Map.of());
            settle(server);
            assertThat(city.show("dispatcher-1", up).get("state").asString()).isEqualTo("feedback");
            String sealed = city.tables(tables -> tables.sql("""
                    SELECT encode(bytes, 'hex') || encode(signature, 'hex') FROM exchange.outbox WHERE platform = 'luoyang' AND kind = 'hand-down'
                    """).query(String.class).single());
            String kept = county.tables(tables -> tables.sql("""
                    SELECT encode(bytes, 'hex') || encode(signature, 'hex') FROM exchange.inbox WHERE platform = 'xinan' AND kind = 'hand-down'
                    """).query(String.class).single());
            assertThat(kept).isEqualTo(sealed);
            // The county sees nothing of the city's own, the city all that the county sent.
            assertThat(county.as("dispatcher-1").get("/api/cases/" + up).status()).isEqualTo(404);
            assertThat(county.as("dispatcher-1").get("/api/exchange/copies").json()).isEmpty();
        }
    }

    @Test
    void aSignatureOfTheNationalAlgorithmHoldsForItsBytesOnly() {
        for (jingwei.exchange.seal.Seal seal : jingwei.exchange.seal.Seal.values()) {
            var pair = seal.generate();
            byte[] bytes = "信件".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            byte[] mark = seal.sign(pair.privateKey(), bytes);
            assertThat(seal.verify(pair.publicKey(), bytes, mark)).as(seal.word()).isTrue();
            assertThat(seal.verify(pair.publicKey(), "信件 ".getBytes(java.nio.charset.StandardCharsets.UTF_8), mark)).isFalse();
            assertThat(seal.verify(seal.generate().publicKey(), bytes, mark)).isFalse();
            assertThat(seal.verify("rubbish", bytes, mark)).isFalse();
        }
    }

    private static void settle(TestServer server) {
        int moved = 1;
        for (int i = 0; i < 40 && moved > 0; i++) {
            moved = server.room(Rounds.class).turn();
        }
        assertThat(moved).isZero();
    }
}
