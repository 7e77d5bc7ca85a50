package jingwei.casework.clock;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jingwei.standards.TimeLimit;
import org.jspecify.annotations.Nullable;

/// 计时器: one limit that runs on a case. All moments are business time.
///
/// @param name        what it waits for, the clock's word in the process definition
/// @param limit       the limit as people say it
/// @param started     when it began to run
/// @param yellowAt    when it turns yellow
/// @param due         when it is used up
/// @param provisional the deadline reaches into a year that is not loaded
/// @param stopped     when a hold stopped it; null while it runs
/// @param ended       when what it waited for was done; null before
/// @param turns       what befell it since, in order: with limit and start they give the deadline again
public record CaseClock(String name, TimeLimit limit, Instant started, Instant yellowAt, Instant due,
        boolean provisional, @Nullable Instant stopped, @Nullable Instant ended, List<Turn> turns) {

    /// 变动: an extension by `limit`, a stop or a resumption at `at`.
    public record Turn(Kind kind, @Nullable Instant at, @Nullable TimeLimit limit) {

        enum Kind { EXTENDED, STOPPED, RESUMED }

        static Turn extended(TimeLimit by) {
            return new Turn(Kind.EXTENDED, null, by);
        }

        static Turn stopped(Instant at) {
            return new Turn(Kind.STOPPED, at, null);
        }

        static Turn resumed(Instant at) {
            return new Turn(Kind.RESUMED, at, null);
        }
    }

    /// A picture written before there were turns has none.
    public CaseClock {
        turns = turns == null ? List.of() : List.copyOf(turns);
    }

    public Light light(Instant now) {
        Instant at = stopped != null ? stopped : ended != null ? ended : now;
        return at.isAfter(due) ? Light.RED : !at.isBefore(yellowAt) ? Light.YELLOW : Light.GREEN;
    }

    public boolean isOverdue(Instant at) {
        return at.isAfter(due);
    }

    public boolean runs() {
        return stopped == null && ended == null;
    }

    CaseClock stop(Instant at) {
        return new CaseClock(name, limit, started, yellowAt, due, provisional, at, ended, and(Turn.stopped(at)));
    }

    public CaseClock end(Instant at) {
        return new CaseClock(name, limit, started, yellowAt, due, provisional, stopped, at, turns);
    }

    public CaseClock goOn() {
        return new CaseClock(name, limit, started, yellowAt, due, provisional, null, null, turns);
    }

    List<Turn> and(Turn turn) {
        return Stream.concat(turns.stream(), Stream.of(turn)).toList();
    }
}
