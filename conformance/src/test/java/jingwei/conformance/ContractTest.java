package jingwei.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import jingwei.simulator.Requirement;
import jingwei.simulator.Simulator;
import jingwei.simulator.story.Repertoire;
import jingwei.simulator.story.Story;
import jingwei.simulator.story.StoryPlayer;
import jingwei.simulator.story.StoryReader;
import jingwei.simulator.wire.HttpTheatre;
import jingwei.simulator.wire.Line;
import jingwei.simulator.wire.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/// 契约检验: the packed server, spoken to by the published contract alone: every story first, then the cast for a day.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContractTest {

    /// Every act of T01–T41, by its word.
    private static final Set<String> ACTS = Set.of("report", "register", "import", "ask-verify", "verify-true",
            "verify-false", "accept", "decline", "mark-duplicate", "file", "send-back", "refuse-filing", "dispatch",
            "return-to-filing", "transfer", "receive", "handle", "ask-return", "grant-return", "refuse-return",
            "ask-extension", "grant-extension", "refuse-extension", "ask-hold", "grant-hold", "refuse-hold", "release",
            "report-back", "send-back-incomplete", "ask-check", "pass-check", "fail-check", "close", "rework",
            "check-again", "annul", "reopen", "expedite", "remind", "instruct", "answer", "settle-on-spot",
            "approve-settlement", "refuse-settlement", "close-short", "merge", "split");
    private static final double RATE = 300;
    private static final Duration EACH = Duration.ofMillis(250);
    private static final int TRIES = 800;

    private static final Map<Story, LocalDate> PLAN =
            Repertoire.plan(StoryReader.folder(Path.of("..", "stories")), LocalDate.of(2026, 10, 12));
    private static final Map<String, Line> LINES = new HashMap<>();
    private static PackedServer server;

    @BeforeAll
    static void start() {
        server = PackedServer.start(Map.of("JINGWEI_SIMULATOR", "off", "JINGWEI_DEMO_CLOCK",
                Repertoire.first(PLAN).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant().toString()));
    }

    @AfterAll
    static void stop() {
        LINES.values().forEach(Line::close);
        server.close();
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> everyStoryGoesAsItsPageSays() {
        return PLAN.entrySet().stream().map(played -> DynamicTest.dynamicTest(played.getKey().toString(),
                () -> StoryPlayer.play(theatre(played.getKey().platform()), played.getKey(), played.getValue())));
    }

    @Test
    @Order(2)
    @Requirement({"ACQ-11", "COL-05"})
    void aReportOnAComponentBringsItsOwnerAndItsUnit() {
        Line line = LINES.get("luoyang");
        JsonNode lamp = line.get("collector-1", "/api/components?near=112.4412,34.6701&class=component-0118&limit=1").body()
                .path(0);
        String code = lamp.path("code").asString();
        assertThat(line.get("collector-1", "/api/components/" + code).body().path("component").path("owningUnit"))
                .isEqualTo(lamp.path("owningUnit"));
        Map<String, Object> report = new HashMap<>(Map.of("classCode", "component-0118", "condition", 1,
                "description", "路灯不亮", "component", code, "point",
                Map.of("longitude", lamp.path("longitude").asDouble(), "latitude", lamp.path("latitude").asDouble()),
                "evidence", List.of(Map.of("hash", line.photo("collector-1", "lamp"), "kind", "BEFORE"))));
        Reply begun = line.post("collector-1", "/api/cases", Map.of("act", "report", "particulars", report));
        assertThat(begun.done()).as("%s", begun).isTrue();
        String number = begun.body().path("number").asString();
        act(line, "operator-1", number, "accept");
        act(line, "shift-leader-1", number, "file");
        JsonNode subject = line.get("dispatcher-1", "/api/cases/" + number).body().path("subject");
        assertThat(subject.path("owner")).isEqualTo(lamp.path("owningUnit"));
        assertThat(line.get("dispatcher-1", "/api/cases/" + number + "/proposal").body().path("unit").asString())
                .isIn(lamp.path("owningUnit").asString(), lamp.path("maintainingUnit").asString());

        report.put("classCode", "component-0101");
        assertThat(line.post("collector-1", "/api/cases", Map.of("act", "report", "particulars", report)).status())
                .as("a lamp is no manhole cover").isEqualTo(422);
        report.put("component", "4103030118999999");
        assertThat(line.post("collector-1", "/api/cases", Map.of("act", "report", "particulars", report)).status())
                .as("no such component").isIn(404, 422);
        report.put("component", "41030301");
        assertThat(line.post("collector-1", "/api/cases", Map.of("act", "report", "particulars", report)).code())
                .isEqualTo("component-code-malformed");
    }

    @Test
    @Order(3)
    void everyActOfTheLoopOccursWithinADayOfTheCast() {
        HttpTheatre clock = theatre("luoyang");
        Instant began = clock.now();
        try (Simulator simulator = Simulator.start(server.address(), server.accounts(), 1, RATE)) {
            for (int tries = 0; tries < TRIES && !missing(simulator).isEmpty(); tries++) {
                LockSupport.parkNanos(EACH.toNanos());
            }
            Duration took = Duration.between(began, clock.now());
            assertThat(missing(simulator)).as("after %s, performed %s, refused %s", took, simulator.performed(),
                    simulator.refused()).isEmpty();
            assertThat(took).as("performed %s, refused %s", simulator.performed(), simulator.refused())
                    .isLessThan(Duration.ofDays(1));
        }
    }

    private static void act(Line line, String post, String number, String act) {
        Reply reply = line.post(post, "/api/cases/" + number + "/acts", Map.of("act", act, "particulars", Map.of()));
        assertThat(reply.done()).as("%s %s", act, reply).isTrue();
    }

    private static Set<String> missing(Simulator simulator) {
        Set<String> missing = new TreeSet<>(ACTS);
        missing.removeAll(simulator.performed().keySet());
        return missing;
    }

    private static HttpTheatre theatre(String platform) {
        return new HttpTheatre(LINES.computeIfAbsent(platform,
                name -> new Line(server.address(), server.accounts(), name)));
    }
}
