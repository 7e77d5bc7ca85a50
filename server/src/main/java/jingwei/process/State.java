package jingwei.process;

import jingwei.standards.TimeLimit;
import org.jspecify.annotations.Nullable;

/// 状态: a definition's own word for where a case stands, read by others as its stage.
///
/// @param word    the name in the definition
/// @param stage   环节
/// @param zh      Chinese name on screens
/// @param waiting what the state waits for and under which clock; null for a final state
/// @param line    line of the definition
public record State(String word, Stage stage, String zh, @Nullable Waiting waiting, int line) {

    public boolean isFinal() {
        return waiting == null;
    }

    /// 等待: the clock of a state that waits for somebody.
    public sealed interface Waiting {

        /// The name of the clock, usually the act that ends the waiting.
        String clock();

        /// 岗位时限: the post that must move the case has this much time.
        record Within(String clock, TimeLimit limit) implements Waiting {
        }

        /// 处置时限: the limit fixed on the case from the filing-and-closing sheet.
        record BySheet(String clock) implements Waiting {
        }

        /// 无时限: no clock, and why (A7).
        record Without(String why) implements Waiting {

            @Override
            public String clock() {
                return "none";
            }
        }
    }
}
