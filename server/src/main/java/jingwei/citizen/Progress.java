package jingwei.citizen;

import java.time.Instant;
import java.util.List;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;

/// 办理进展: what a citizen may know of what became of his report. No person is named.
///
/// @param steps     in order
/// @param ended     closed or ended otherwise
/// @param gradeable whether it waits for the citizen's grade
/// @param photos    hashes of photos after handling and of the check
public record Progress(String number, Text className, String words, String address, List<ToldStep> steps, boolean ended,
        boolean gradeable, @Nullable Integer grade, @Nullable Boolean solved, List<String> photos) {

    public Progress {
        steps = List.copyOf(steps);
        photos = List.copyOf(photos);
    }

    /// @param note reason of an end without handling, or what the unit says it did
    public record ToldStep(Text what, Instant at, @Nullable String note) {
    }
}
