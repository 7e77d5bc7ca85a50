package jingwei.conformance.exchange;

import static jingwei.conformance.PackedServer.command;
import static jingwei.conformance.exchange.TwoPlatforms.awaits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jingwei.conformance.PackedServer;
import jingwei.conformance.exchange.TwoPlatforms.Side;
import jingwei.simulator.Requirement;
import jingwei.simulator.wire.Line;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// 租转建、建转租: a county that the city hosts moves to a server of its own and back, by the commands an operator would type, with a letter on the
/// way each time. Its people, cases, photos, journal and letters go with it.
class MovingTest {

    private static final String KEY = "Peony-in-April-2026";
    private static final String NOT_KEY = "another-key-2026";

    @Test
    @Requirement({"CMD-09", "EXC-01", "EXC-03", "EXC-06"})
    void aCountyMovesToItsOwnServerAndBackAndNoLetterIsLost() throws Exception {
        Path file = PackedServer.folder().resolve("xinan.move");
        Path back = file.resolveSibling("xinan-back.move");
        PackedServer hosting = PackedServer.start(TwoPlatforms.SETTINGS);
        Path own = PackedServer.folder();
        Files.copy(hosting.accountsFile(), own.resolve("demo-accounts.csv"));
        URI ownAddress = URI.create("http://127.0.0.1:" + PackedServer.freePort());
        String first;
        String second;
        String photo;
        try (Side city = new Side("luoyang", hosting); Line county = new Line(hosting.address(), hosting.accounts(), "xinan")) {
            first = handedDown(city, city.filed("迁移前交办"));
            photo = county.get("dispatcher-1", "/api/cases/" + city.theirs(first)).body().findPath("hash").asString();
            city.put("administrator-1", "/api/exchange/partners/xinan/line", Map.of("line", "CUT"));
            second = city.filed("迁移途中交办");
            city.act("dispatcher-1", second, "transfer", Map.of("unit", "xinan-platform"));
            assertThat(command(hosting.data(), KEY, "move-out", "xinan", file.toString(), "--dry-run")).contains("正由另一个正在运行的服务使用");
        }

        assertThat(command(hosting.data(), KEY, "move-out", "xin-an", file.toString(), "--dry-run")).contains("没有平台 xin-an");
        assertThat(command(hosting.data(), KEY, "move-out", "xinan", file.toString(), "--dry-run")).contains("没有改动").contains("casework.cases 1");
        assertThat(command(hosting.data(), KEY, "move-out", "xinan", file.toString(), "--to", ownAddress.toString())).contains("--here");
        assertThat(file).doesNotExist();
        assertThat(command(hosting.data(), KEY, "move-out", "xinan", file.toString(), "--to", ownAddress.toString(), "--here", hosting.address().toString()))
                .contains("已迁出并封存");
        assertThat(command(hosting.data(), KEY, "move-out", "xinan", file.toString(), "--dry-run")).contains("没有平台 xinan");
        assertThat(command(own, KEY, "restore", file.toString())).contains("move-in");
        assertThat(command(own, NOT_KEY, "move-in", file.toString())).contains("没有写入任何数据");
        assertThat(command(own, KEY, "move-in", file.toString())).contains("已迁入");
        assertThat(command(own, KEY, "move-in", file.toString())).contains("已有平台 xinan");

        String third;
        try (Side city = new Side("luoyang", hosting.again())) {
            try (Line gone = new Line(hosting.address(), hosting.accounts(), "xinan")) {
                assertThatThrownBy(() -> gone.get("dispatcher-1", "/api/cases")).hasMessageContaining("platform-moved").hasMessageContaining(ownAddress.toString());
            }
            city.put("administrator-1", "/api/exchange/partners/xinan/line", Map.of("line", "OPEN"));
            assertThat(city.theirs(second)).as("waits for the county's new server").isEmpty();
            try (Side county = new Side("xinan", PackedServer.start(own, ownAddress.getPort(), Map.of("JINGWEI_DEMO", "off", "JINGWEI_SIMULATOR", "off")))) {
                awaits("the letter that waited has arrived", () -> !city.theirs(second).isEmpty());
                assertThat(county.line().page("dispatcher-1", "/api/media/" + photo)).isNotEmpty();
                handled(county, city.theirs(first));
                awaits("the city knows it is done", () -> city.state(first).equals("feedback"));
                assertThat(county.get("/api/journal/chain").path("holds").asBoolean()).isTrue();
                third = county.filed("本县案件");
                agree(city);
                handled(county, city.theirs(second));
            }
        }

        assertThat(command(own, KEY, "move-out", "xinan", back.toString(), "--to", hosting.address().toString())).contains("已迁出并封存");
        assertThat(command(hosting.data(), KEY, "move-in", back.toString())).contains("move-clear");
        assertThat(command(hosting.data(), KEY, "move-clear", "luoyang")).contains("没有从本系统迁出");
        assertThat(command(hosting.data(), KEY, "move-clear", "xinan")).contains("已清除");
        assertThat(command(hosting.data(), KEY, "move-in", back.toString())).contains("已迁入");

        try (Side city = new Side("luoyang", hosting.again()); Line county = new Line(hosting.address(), hosting.accounts(), "xinan")) {
            awaits("what was done there is known here", () -> city.state(second).equals("feedback"));
            city.act("dispatcher-1", second, "report-back", Map.of());
            city.act("operator-1", second, "ask-check", Map.of("collector", "collector-2"));
            city.act("collector-2", second, "pass-check", Map.of("evidence", city.photo("collector-2", "checked", "CHECK")));
            city.act("shift-leader-1", second, "close", Map.of("opinion", "已结案"));
            awaits("closed below too", () -> state(county, city.theirs(second)).equals("closed"));
            assertThat(state(county, third)).isEqualTo("filed");
            assertThat(county.page("dispatcher-1", "/api/media/" + photo)).isNotEmpty();
            assertThat(city.get("/api/exchange/partners").get(0).path("address").asString()).isEqualTo("loopback");
            agree(city);
        }
    }

    private static String state(Line line, String number) {
        return line.get("dispatcher-1", "/api/cases/" + number).body().path("state").asString("");
    }

    private static String handedDown(Side city, String number) {
        city.act("dispatcher-1", number, "transfer", Map.of("unit", "xinan-platform"));
        awaits("the county has the case", () -> !city.theirs(number).isEmpty());
        return number;
    }

    private static void handled(Side county, String number) {
        county.act("dispatcher-1", number, "dispatch", Map.of("unit", "lighting"));
        county.act("lighting-1", number, "handle", Map.of("opinion", "已更换灯具", "evidence", county.photo("lighting-1", number, "AFTER")));
        county.act("dispatcher-1", number, "report-back", Map.of());
    }

    private static void agree(Side city) {
        JsonNode last = TwoPlatforms.reconciled(city);
        assertThat(last.path("state").asString()).isEqualTo("AGREES");
    }
}
