package jingwei.simulator.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 读故事: strict, with the line of every fault.
class StoryReaderTest {

    private static final String PAGE = """
            story A01 井盖 a cover
            requirement T01 T07
            platform luoyang

            Mon 09:00  collector-1  report class=component-0101 photo=before "井盖 破损"   -> reported  due Tue2 09:15  light green  # said
                09:05  operator-1   accept @other version=1  -> refused stale-version A10
            ends reported  round 1
            """;

    @Test
    void aPageIsReadWithItsTimesWordsAndExpectations() {
        Story story = StoryReader.read("A01", PAGE);
        assertThat(story.requirements()).containsExactly("T01", "T07");
        Step first = story.steps().getFirst();
        assertThat(first.said()).isEqualTo(
                Map.of("class", "component-0101", "photo", "before", "words", "井盖 破损"));
        assertThat(first.expects().facts()).isEqualTo(Map.of("due", "day 8 09:15", "light", "green"));
        Step second = story.steps().get(1);
        assertThat(second.at()).isEqualTo(new Moment(0, LocalTime.of(9, 5)));
        assertThat(second.on()).isEqualTo("other");
        assertThat(second.expects()).isEqualTo(new Step.Expectation(null, "stale-version", "A10", Map.of()));
        assertThat(story.endFacts()).isEqualTo(Map.of("round", "1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "Mon 09:00 | Mon 9 | line 5: a time such as 09:05 is missing",
        "09:05 | 08:05 | line 6: time never goes back",
        "light green | colour green | line 5: `colour` is no fact that can be asked, or has no value",
        "photo=before | photo | line 5: `photo` is neither key=value nor \"words\"",
        "-> reported | reported | line 5: a step says after `->` what follows",
        "ends reported  round 1 | ends | line 7: `ends` gives a state",
        "story A01 | story 1 | line 8: `story` gives an id such as A01 and a title",
        "platform luoyang | # | line 8: the page lacks `platform`",
        "Mon 09:00 | Mon 12-07 09:00 | line 5: a page without `starts` gives weekdays only"})
    void whatIsWrongIsToldWithItsLine(String right, String wrong, String fault) {
        assertThatThrownBy(() -> StoryReader.read("A01", PAGE.replaceFirst(right, wrong)))
                .isInstanceOf(StoryFault.class).hasMessage("A01 " + fault);
    }

    @Test
    void datesMustFallOnTheirWeekday() {
        String dated = PAGE.replace("platform luoyang", "platform luoyang\nstarts Mon 2026-12-28");
        assertThat(StoryReader.read("A01", dated.replace("Mon 09:00", "Wed 01-06 09:00")
                .replace("    09:05", "    09:06")).steps().getFirst().at().day()).isEqualTo(9);
        assertThatThrownBy(() -> StoryReader.read("A01", dated.replace("Mon 09:00", "Tue 12-30 09:00")))
                .hasMessage("A01 line 6: 12-30 is no Tue");
        assertThatThrownBy(() -> StoryReader.read("A01", dated.replace("2026-12-28", "2026-12-29")))
                .hasMessage("A01 line 4: a story starts on a Monday, said in the head");
    }

    @Test
    void datedStoriesComeFirstAndTheOthersFollowWeekByWeek() {
        Story plain = StoryReader.read("A01", PAGE);
        Story dated = StoryReader.read("A02", PAGE.replace("story A01", "story A02").replace("platform luoyang",
                "platform luoyang\nstarts Mon 2026-12-28"));
        assertThat(List.copyOf(Repertoire.plan(List.of(plain, dated), LocalDate.of(2026, 10, 13)).values()))
                .containsExactly(LocalDate.of(2026, 12, 28), LocalDate.of(2027, 1, 4));
    }
}
