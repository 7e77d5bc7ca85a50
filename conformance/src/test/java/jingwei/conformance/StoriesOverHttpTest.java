package jingwei.conformance;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import jingwei.simulator.story.Repertoire;
import jingwei.simulator.story.Story;
import jingwei.simulator.story.StoryPlayer;
import jingwei.simulator.story.StoryReader;
import jingwei.simulator.wire.HttpTheatre;
import jingwei.simulator.wire.Line;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// 契约上的故事: every page over HTTP against the packed server, by the published contract alone.
class StoriesOverHttpTest {

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
    Stream<DynamicTest> everyStoryGoesAsItsPageSays() {
        return PLAN.entrySet().stream().map(played -> DynamicTest.dynamicTest(played.getKey().toString(),
                () -> StoryPlayer.play(theatre(played.getKey().platform()), played.getKey(), played.getValue())));
    }

    private static HttpTheatre theatre(String platform) {
        return new HttpTheatre(LINES.computeIfAbsent(platform,
                name -> new Line(server.address(), server.accounts(), name)));
    }
}
