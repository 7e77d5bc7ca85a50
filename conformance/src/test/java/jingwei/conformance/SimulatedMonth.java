package jingwei.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import jingwei.simulator.Simulator;
import jingwei.simulator.wire.HttpTheatre;
import jingwei.simulator.wire.Line;
import jingwei.simulator.wire.Reply;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// 模拟城市的一个月: the cast works through October on the packed server; then the month is evaluated, sealed, objected to, reckoned
/// again and printed. By name alone, `make month`: it takes minutes, and leaves its report in `target/month.pdf`.
class SimulatedMonth {

    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String ROOT = "/api/evaluation";
    private static final String ASKED = "period=month&day=" + OCTOBER;
    private static final String CHIEF = "center-chief-1";
    /// Business seconds in a second of the wall.
    private static final double RATE = Integer.getInteger("jingwei.rate", 3_600);

    private final PackedServer server = PackedServer.start(Map.of("JINGWEI_SIMULATOR", "off", "JINGWEI_DEMO_CLOCK",
            OCTOBER.atStartOfDay(ZONE).toInstant().toString()));
    private final Line line = new Line(server.address(), server.accounts(), "luoyang");

    @Test
    void aMonthIsEvaluatedSealedObjectedToAndPrinted() throws IOException {
        try {
            live(OCTOBER.plusMonths(1).atTime(8, 0).atZone(ZONE).toInstant());
            JsonNode units = get("/results?subject=unit&" + ASKED);
            for (JsonNode unit : units.path("lines")) {
                say(unit.path("rank").asString("-") + " " + unit.path("name").asString() + " " + unit.path("values").path("DP-S10").asString("-")
                        + " " + unit.path("grade").asString("-"));
            }
            JsonNode first = units.path("lines").path(0);
            assertThat(first.path("rank").asInt()).isEqualTo(1);
            String worst = units.path("lines").valueStream().filter(unit -> unit.path("rank").asInt() > 0).reduce((one, other) -> other)
                    .orElseThrow().path("code").asString();
            Map<String, Object> october = Map.of("period", "month", "day", OCTOBER.toString(), "reason", "十月评价公布");
            String id = made(line.post(CHIEF, ROOT + "/seals", october)).path("id").asString();
            String objection = made(line.post(worst + "-1", ROOT + "/seals/" + id + "/objections",
                    Map.of("subject", "unit", "code", worst, "indicator", "DP-R02", "reason", "请复核按期处置率"))).path("id").asString();
            assertThat(line.post(CHIEF, ROOT + "/objections/" + objection + "/decision", Map.of("upheld", false, "opinion", "逐案核对无误")).done())
                    .isTrue();
            JsonNode published = get("/seals/" + id + "?subject=unit");
            live(new HttpTheatre(line).now().plus(Duration.ofDays(1)));
            assertThat(get("/seals/" + id + "?subject=unit").path("lines")).isEqualTo(published.path("lines"));
            JsonNode again = made(line.post(CHIEF, ROOT + "/seals/recalculations", Map.of("period", "month", "day", OCTOBER.toString(), "reason", "复核")));
            say("differences of the second edition: " + get("/seals/" + again.path("id").asString() + "/differences").size());
            String report = made(line.post(CHIEF, ROOT + "/reports", Map.of("period", "month", "day", OCTOBER.toString(), "form", "pdf"))).path("id").asString();
            byte[] pdf = line.file(CHIEF, ROOT + "/reports/" + report + "/file");
            Files.write(Path.of("..", "target", "month.pdf"), pdf);
            say("report " + pdf.length + " bytes, target/month.pdf");
        } finally {
            line.close();
            server.close();
        }
    }

    private void live(Instant until) {
        HttpTheatre clock = new HttpTheatre(line);
        try (Simulator simulator = Simulator.start(server.address(), server.accounts(), 1, RATE)) {
            while (clock.now().isBefore(until)) {
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
            say("acts performed " + simulator.performed().values().stream().mapToInt(Integer::intValue).sum() + ", cases reported "
                    + simulator.performed().getOrDefault("report", 0));
        }
        // It still runs while this is said: it stands where it will be in ten seconds of the wall.
        clock.moveClock(clock.now().plusSeconds((long) (10 * RATE)));
    }

    private JsonNode get(String path) {
        return made(line.get(CHIEF, ROOT + path));
    }

    private static JsonNode made(Reply reply) {
        assertThat(reply.done()).as("%s", reply).isTrue();
        return reply.body();
    }

    private static void say(String what) {
        System.out.println("MONTH " + what);
    }
}
