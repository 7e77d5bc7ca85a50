package jingwei.benchmark.address;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question with what a good answer is.
///
/// @param asOf blank for today
record Asked(String category, String text, String asOf, Wanted wanted) {

    /// What counts as a good answer.
    sealed interface Wanted {

        /// A spot within so many meters.
        record Spot(double x, double y, double tolerance) implements Wanted {
        }

        /// A place by its id.
        record Id(List<String> any) implements Wanted {
        }

        /// All of several places.
        record All(List<String> ids) implements Wanted {
        }

        /// No answer, or one that carries a refusal.
        record None() implements Wanted {
        }
    }

    static Asked spot(String category, String text, double @Nullable [] at, double tolerance) {
        return new Asked(category, text, "", at == null ? new Wanted.None() : new Wanted.Spot(at[0], at[1], tolerance));
    }

    static Asked id(String category, String text, String id) {
        return new Asked(category, text, "", new Wanted.Id(List.of(id)));
    }

    static Asked none(String category, String text) {
        return new Asked(category, text, "", new Wanted.None());
    }
}
