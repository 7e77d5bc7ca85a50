package jingwei.stories;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import jingwei.simulator.story.Story;
import jingwei.simulator.story.StoryPlayer;
import jingwei.simulator.story.StoryReader;
import jingwei.workcalendar.WorkCalendar;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// 内存中的故事: every page, each on a stage of its own.
class StoriesInMemoryTest {

    private static final LocalDate ORDINARY_WEEK = LocalDate.of(2026, 12, 7);

    @TestFactory
    Stream<DynamicTest> everyStoryGoesAsItsPageSays() {
        return StoryReader.folder(Path.of("..", "stories")).stream()
                .map(story -> DynamicTest.dynamicTest(story.toString(), () -> play(story)));
    }

    private static void play(Story story) {
        LocalDate monday = Objects.requireNonNullElse(story.monday(), ORDINARY_WEEK);
        StoryPlayer.play(new StageInMemory(story.platform(), monday.atStartOfDay(WorkCalendar.ZONE).toInstant()), story,
                monday);
    }
}
