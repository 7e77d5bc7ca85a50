package jingwei.casework.clock;

import java.time.Instant;
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
public record CaseClock(String name, TimeLimit limit, Instant started, Instant yellowAt, Instant due,
        boolean provisional, @Nullable Instant stopped, @Nullable Instant ended) {

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
        return new CaseClock(name, limit, started, yellowAt, due, provisional, at, ended);
    }

    public CaseClock end(Instant at) {
        return new CaseClock(name, limit, started, yellowAt, due, provisional, stopped, at);
    }

    public CaseClock goOn() {
        return new CaseClock(name, limit, started, yellowAt, due, provisional, null, null);
    }
}
