package jingwei.process;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 示例: a walk through the definition with its expected end. A definition carries its own tests.
///
/// @param steps   acts in order, each with a post where it matters (`close/dispatcher`)
/// @param ends    state the walk ends in; null where the last step is to be refused
/// @param refused why the last step is refused; null where the walk ends well
public record Example(List<Step> steps, @Nullable String ends, @Nullable String refused, int line) {

    public Example {
        steps = List.copyOf(steps);
    }

    /// One step of a walk.
    public record Step(String act, @Nullable String post) {
    }
}
