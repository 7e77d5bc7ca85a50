package jingwei.casework.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import jingwei.process.ProcessSettings;
import jingwei.standards.TimeLimit;
import jingwei.workcalendar.WorkCalendar;
import org.jspecify.annotations.Nullable;

/// 计时规则: starts, stops, resumes and extends clocks by the platform's work calendar (workflow.md chapter 4).
public record Clockwork(WorkCalendar calendar, ProcessSettings settings) {

    /// 起表.
    public CaseClock start(String name, TimeLimit limit, Instant from) {
        var deadline = calendar.deadline(from, limit);
        return new CaseClock(name, limit, from, share(limit, from, deadline.due()), deadline.due(),
                deadline.provisional(), null, null, List.of());
    }

    /// 重算: the same clock with the same turns by the calendar as it is now.
    public CaseClock again(CaseClock clock) {
        CaseClock anew = start(clock.name(), clock.limit(), clock.started());
        for (CaseClock.Turn turn : clock.turns()) {
            anew = switch (turn.kind()) {
                case EXTENDED -> extend(anew, Objects.requireNonNull(turn.limit()));
                case STOPPED -> anew.stop(Objects.requireNonNull(turn.at()));
                case RESUMED -> Objects.requireNonNull(resume(anew, Objects.requireNonNull(turn.at())));
            };
        }
        return anew;
    }

    /// 停表: both clocks stand still.
    public Clocks stop(Clocks clocks, Instant at, Instant until) {
        return new Clocks(clocks.post() == null ? null : clocks.post().stop(at),
                clocks.handling() == null || clocks.handling().ended() != null ? clocks.handling()
                        : clocks.handling().stop(at),
                new Hold(at, until));
    }

    /// 续表: what was left when the clocks stopped runs on from now.
    public Clocks resume(Clocks clocks, Instant at) {
        return new Clocks(resume(clocks.post(), at), resume(clocks.handling(), at), null);
    }

    /// 延期: adds the granted limit to the deadline that stands.
    public CaseClock extend(CaseClock clock, TimeLimit more) {
        var deadline = calendar.deadline(clock.due(), more);
        return new CaseClock(clock.name(), clock.limit(), clock.started(),
                share(clock.limit(), clock.started(), deadline.due()), deadline.due(),
                clock.provisional() || deadline.provisional(), null, null, clock.and(CaseClock.Turn.extended(more)));
    }

    private @Nullable CaseClock resume(@Nullable CaseClock clock, Instant at) {
        if (clock == null || clock.stopped() == null) {
            return clock;
        }
        return new CaseClock(clock.name(), clock.limit(), clock.started(),
                later(clock, clock.yellowAt(), at), later(clock, clock.due(), at), clock.provisional(), null, null,
                clock.and(CaseClock.Turn.resumed(at)));
    }

    /// The moment that lies as far after the resumption as it lay after the stop, in the clock's own kind of time.
    private Instant later(CaseClock clock, Instant moment, Instant resumed) {
        Instant stopped = clock.stopped();
        if (stopped == null || !moment.isAfter(stopped)) {
            return moment;
        }
        if (clock.limit().unit().continuous()) {
            return resumed.plus(Duration.between(stopped, moment));
        }
        return calendar.after(resumed, calendar.elapsed(stopped, moment, clock.limit().unit()));
    }

    private Instant share(TimeLimit limit, Instant from, Instant due) {
        if (limit.unit().continuous()) {
            return from.plus(Duration.between(from, due).multipliedBy(settings.yellowPercent()).dividedBy(100));
        }
        return calendar.after(from, calendar.elapsed(from, due, limit.unit()).multipliedBy(settings.yellowPercent()).dividedBy(100));
    }
}
