package jingwei.simulator.story;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// 步骤: at a moment somebody does something to a case, and this is what follows.
///
/// @param line    line of the page
/// @param at      when
/// @param post    who, by post; `keeper` is the server's own keeper of deadlines
/// @param act     the act's word; `read` only looks, `wake` lets the keeper do its round
/// @param on      the story's name of the case, `it` unless the page says another
/// @param said    particulars, as the page writes them
/// @param expects what follows
public record Step(int line, Moment at, String post, String act, String on, Map<String, String> said,
        Expectation expects) {

    public Step {
        said = Map.copyOf(said);
    }

    /// 预期: a state or a refusal, and facts by name.
    ///
    /// @param state   state word; null where refused
    /// @param refused code word of the refusal; null where performed
    /// @param clause  article or requirement of the refusal; null where the page does not ask
    /// @param facts   more that is true afterwards
    public record Expectation(@Nullable String state, @Nullable String refused, @Nullable String clause,
            Map<String, String> facts) {

        public Expectation {
            facts = Map.copyOf(facts);
        }
    }
}
