package jingwei.simulator.story;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// 答复: what a theatre answers to an act: the case as it stands then, or a refusal.
///
/// @param number  case number; null where refused
/// @param state   state word; null where refused
/// @param version number of acts so far
/// @param refused code word of the refusal; null where performed
/// @param clause  article or requirement of the refusal
/// @param parts   numbers of the sub-cases
/// @param facts   what else is true, by the names of {@link Facts}
public record Answer(@Nullable String number, @Nullable String state, int version, @Nullable String refused,
        @Nullable String clause, List<String> parts, Map<String, String> facts) {

    public Answer {
        parts = List.copyOf(parts);
        facts = Map.copyOf(facts);
    }

    public static Answer performed(String number, String state, int version, List<String> parts,
            Map<String, String> facts) {
        return new Answer(number, state, version, null, null, parts, facts);
    }

    /// What a finding has become; the case itself has not moved.
    public static Answer found(String state) {
        return new Answer(null, state, 0, null, null, List.of(), Map.of());
    }

    public static Answer refused(String code, @Nullable String clause) {
        return new Answer(null, null, 0, code, clause, List.of(), Map.of());
    }
}
