package jingwei.simulator.story;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// 故事: one page.
///
/// @param id           `A01`; the letter is the feature's family
/// @param title        one sentence
/// @param requirements ids it proves
/// @param platform     platform it is played on
/// @param monday       the Monday it must start on; null where any week will do
/// @param steps        in order of time
/// @param ends         state the case `it` ends in
/// @param endFacts     what else is true of it at the end
/// @param counts       how the evaluation counts its cases
public record Story(String id, String title, List<String> requirements, String platform, @Nullable LocalDate monday,
        List<Step> steps, String ends, Map<String, String> endFacts, List<Counted> counts) {

    public Story {
        requirements = List.copyOf(requirements);
        steps = List.copyOf(steps);
        endFacts = Map.copyOf(endFacts);
        counts = List.copyOf(counts);
    }

    /// 计数: what the story's cases add to facts of the evaluation between two days, the last included.
    ///
    /// @param line  line of the page
    /// @param first days after the Monday the story starts on
    /// @param facts number by the fact's word
    public record Counted(int line, int first, int last, Map<String, String> facts) {

        public Counted {
            facts = Map.copyOf(facts);
        }
    }

    /// Days from its Monday to its last step.
    public int days() {
        return steps.getLast().at().day();
    }

    @Override
    public String toString() {
        return id + " " + title;
    }
}
