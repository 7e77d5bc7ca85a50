package jingwei.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jingwei.door.TestClient;
import jingwei.door.TestServer;
import jingwei.exchange.carriage.Rounds;
import jingwei.exchange.move.Moving;
import jingwei.simulator.Requirement;
import jingwei.standards.RefusedException;
import jingwei.tenancy.Platform;
import jingwei.tenancy.PlatformId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 建租结合: a hosted county moves to a server of its own with everything it has and goes on with the city where it was.
@Requirement({"EXC-01", "EXC-03"})
class MovingTest {

    @Test
    void aHostedCountyMovesOutAndNoLetterIsLost(@TempDir Path folder) throws IOException {
        try (TestServer city = TestServer.open(Map.of("jingwei.demo", true, "jingwei.demo-county", true, "jingwei.exchange.automatic", false)); TestServer own = TestServer.open(Map.of(
                "jingwei.demo", false, "jingwei.exchange.automatic", false))) {
            Pair.Side above = new Pair.Side("luoyang", city);
            Pair.Side hosted = new Pair.Side("xinan", city);
            settle(city);
            String up = above.filed();
            above.done("dispatcher-1", up, "transfer", Map.of("unit", "xinan-platform"));
            String late = above.filed();
            settle(city);
            String down = above.get("/api/exchange/cases/" + up).at("/links/0/theirs").asString("");
            hosted.done("dispatcher-1", down, "dispatch", Map.of("unit", "lighting"));
            hosted.done("lighting-1", down, "handle", Map.of("opinion", "已修", "evidence", hosted.photoOf("lighting-1", 42, "AFTER")));

            PlatformId xinan = PlatformId.of("xinan");
            Moving out = city.room(Moving.class);
            Path file = folder.resolve("xinan.zip");
            Moving.Moved measured = out.measure(xinan);
            Moving.Moved packed = out.pack(xinan, file);
            assertThat(packed).isEqualTo(measured);
            // What is written after the moment of packing waits for the new address.
            above.done("dispatcher-1", late, "transfer", Map.of("unit", "xinan-platform"));
            settle(city);
            assertThat(hosted.get("/api/exchange/cases").toString()).doesNotContain(late);

            Moving in = own.room(Moving.class);
            in.unpack(file, Platform.Hosting.OWN, city.address(), true);
            assertThat(own.room(jingwei.tenancy.Platforms.class).find(xinan)).as("a dry run leaves nothing").isEmpty();
            Moving.Moved unpacked = in.unpack(file, Platform.Hosting.OWN, city.address(), false);
            assertThat(unpacked.rows()).isEqualTo(packed.rows()).isPositive();
            assertThat(unpacked.bytes()).isEqualTo(packed.bytes()).isPositive();
            assertThatThrownBy(() -> in.unpack(file, Platform.Hosting.OWN, null, false)).isInstanceOf(RefusedException.class);
            Pair.Side moved = new Pair.Side("xinan", own, hosted);
            for (String table : List.of("casework.cases", "casework.case_acts", "identity.accounts", "grid.unit_grids", "exchange.keys")) {
                assertThat(count(moved, table)).as(table).isEqualTo(count(hosted, table)).isPositive();
            }

            above.as("administrator-1").put("/api/exchange/partners/xinan", Map.of("address", own.address()));
            above.as("administrator-1").put("/api/exchange/partners/xinan/line", Map.of("line", "OPEN"));
            assertThat(moved.show("dispatcher-1", down).get("state").asString()).isEqualTo("feedback");
            moved.done("dispatcher-1", down, "report-back", Map.of());
            both(city, own);
            assertThat(above.show("dispatcher-1", up).get("state").asString()).isEqualTo("feedback");
            assertThat(moved.get("/api/exchange/cases").valueStream().map(each -> each.get("theirs").asString(""))).as("the late letter came too")
                    .contains(late);
        }
    }

    @Test
    void whatIsNoArchiveIsRefusedInWords(@TempDir Path folder) throws IOException {
        try (TestServer server = TestServer.empty()) {
            Path rubbish = Files.writeString(folder.resolve("rubbish.zip"), "PK rubbish");
            assertThatThrownBy(() -> server.room(Moving.class).unpack(rubbish, Platform.Hosting.OWN, null, false)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> server.room(Moving.class).measure(PlatformId.of("nowhere"))).isInstanceOf(RefusedException.class);
            assertThat(TestClient.of(server).get("/api/health").status()).isEqualTo(200);
        }
    }

    private static long count(Pair.Side side, String table) {
        return side.tables(tables -> tables.sql("SELECT count(*) FROM " + table + " WHERE platform = 'xinan'").query(Long.class).single());
    }

    private static void settle(TestServer server) {
        both(server, server);
    }

    private static void both(TestServer one, TestServer two) {
        int moved = 1;
        for (int i = 0; i < 40 && moved > 0; i++) {
            moved = one.room(Rounds.class).turn() + (one == two ? 0 : two.room(Rounds.class).turn());
        }
        assertThat(moved).isZero();
    }
}
