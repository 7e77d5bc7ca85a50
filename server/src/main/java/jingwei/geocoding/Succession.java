package jingwei.geocoding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 沿革: what became of a place and what it was called before (GEO-05).
///
/// The places file has no columns for it: a file that brings a place anew leaves its history as it stands.
///
/// @param successor   id of the place that took over when this one ended; empty where none did
/// @param formerNames names this same place bore, the latest last
public record Succession(String successor, List<FormerName> formerNames) {

    public static final Succession NONE = new Succession("", List.of());

    public Succession {
        formerNames = List.copyOf(formerNames);
    }

    /// 曾用名 with the days it was in use.
    ///
    /// @param from first day; null where nobody knows
    /// @param to   last day
    public record FormerName(String name, @Nullable LocalDate from, LocalDate to) {

        public boolean inUse(LocalDate day) {
            return (from == null || !day.isBefore(from)) && !day.isAfter(to);
        }
    }

    public Succession to(String place) {
        return new Succession(place, formerNames);
    }

    public Succession after(FormerName name) {
        List<FormerName> all = new ArrayList<>(formerNames);
        all.add(name);
        return new Succession(successor, all);
    }
}
