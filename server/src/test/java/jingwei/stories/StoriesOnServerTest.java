package jingwei.stories;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import jingwei.door.TestServer;
import jingwei.simulator.story.Repertoire;
import jingwei.simulator.story.Story;
import jingwei.simulator.story.StoryPlayer;
import jingwei.simulator.story.StoryReader;
import jingwei.workcalendar.WorkCalendar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// 服务器内的故事: every page on PostgreSQL, one after the other on one clock that only goes forward.
class StoriesOnServerTest {

    private static final Map<Story, LocalDate> PLAN =
            Repertoire.plan(StoryReader.folder(Path.of("..", "stories")), LocalDate.of(2026, 10, 12));
    private static final TestServer SERVER = TestServer.open(Map.of("jingwei.demo", true,
            "jingwei.demo-clock", Repertoire.first(PLAN).atStartOfDay(WorkCalendar.ZONE).toInstant().toString(),
            "jingwei.keeper.every", "3600000", "jingwei.evaluation.every", "3600000"));

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @TestFactory
    Stream<DynamicTest> everyStoryGoesAsItsPageSays() {
        return PLAN.entrySet().stream().map(played -> DynamicTest.dynamicTest(played.getKey().toString(),
                () -> StoryPlayer.play(new StageOnServer(SERVER, played.getKey().platform()), played.getKey(),
                        played.getValue())));
    }
}
