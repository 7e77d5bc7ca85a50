package jingwei.casework.clock;

import java.time.Instant;
import jingwei.casework.Case;
import jingwei.casework.act.Situation;
import jingwei.process.Act;
import jingwei.process.State;
import org.jspecify.annotations.Nullable;

/// 换钟: which clocks run after a case has moved: the post's clock of the new state, and the unit's bundled limit from the
/// dispatch to its answer (workflow.md chapter 4, rule 4).
public final class CaseClocks {

    private CaseClocks() {
    }

    public static Clocks after(Situation situation, Case moved, State next) {
        Instant now = situation.now();
        CaseClock handling = handling(situation.arrow().act(), moved.clocks().handling(), now);
        return switch (next.waiting()) {
            case null -> new Clocks(null, ended(handling, now), null);
            case State.Waiting.Within(String clock, var limit) ->
                new Clocks(situation.clockwork().start(clock, limit, now), handling, moved.clocks().hold());
            case State.Waiting.BySheet bySheet -> new Clocks(null, handling, moved.clocks().hold());
            case State.Waiting.Without none -> new Clocks(null, handling, moved.clocks().hold());
        };
    }

    private static @Nullable CaseClock handling(Act act, @Nullable CaseClock clock, Instant now) {
        if (clock == null) {
            return null;
        }
        return act == Act.HANDLE ? clock.end(now) : act == Act.SEND_BACK_INCOMPLETE ? clock.goOn() : clock;
    }

    private static @Nullable CaseClock ended(@Nullable CaseClock clock, Instant now) {
        return clock == null || clock.ended() != null ? clock : clock.end(now);
    }
}
