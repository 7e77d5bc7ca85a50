package jingwei.casework.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jingwei.casework.Case;
import jingwei.casework.CaseNumber;
import jingwei.casework.CaseRoom;
import jingwei.casework.store.CaseTables;
import jingwei.journal.Journal;
import jingwei.journal.JournalEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 重新推算: reckons provisional deadlines anew once the missing year is loaded. A calendar never moves a deadline by itself;
/// this does, when an administrator asks for it, and the journal says which and from when to when.
@Component
public class Reckoning {

    private final CaseTables cases;
    private final CaseRoom room;
    private final Journal journal;

    Reckoning(CaseTables cases, CaseRoom room, Journal journal) {
        this.cases = cases;
        this.room = room;
        this.journal = journal;
    }

    /// @param moved cases whose deadline was reckoned anew
    /// @param left  cases whose deadline still reaches into a year that is not loaded: it stays, and stays marked
    public record Reckoned(List<CaseNumber> moved, List<CaseNumber> left) {
    }

    @Transactional
    public Reckoned reckon() {
        List<CaseNumber> moved = new ArrayList<>();
        List<CaseNumber> left = new ArrayList<>();
        for (CaseNumber number : cases.provisional()) {
            Case before = cases.lock(number).orElseThrow();
            Case after = before.withClocks(again(before));
            CaseClock was = before.clocks().leading().orElseThrow();
            CaseClock is = after.clocks().leading().orElseThrow();
            if (is.provisional()) {
                left.add(number);
                continue;
            }
            cases.reckoned(after, room.around().now());
            journal.write(JournalEntry.Kind.DATA_CHANGE, number.value(), "deadline-reckoned",
                    Map.of("before", was.due().toString(), "after", is.due().toString()));
            moved.add(number);
        }
        return new Reckoned(List.copyOf(moved), List.copyOf(left));
    }

    /// Both clocks of the case from their start, through extensions and holds, by the calendar as it is now.
    private Clocks again(Case c) {
        Clockwork clockwork = new Clockwork(room.around().calendar(),
                room.around().process(c.process(), c.processVersion()).settings());
        Clocks clocks = c.clocks();
        return new Clocks(again(clockwork, clocks.post()), again(clockwork, clocks.handling()), clocks.hold());
    }

    private static @Nullable CaseClock again(Clockwork clockwork, @Nullable CaseClock clock) {
        return clock == null || clock.ended() != null || !clock.provisional() ? clock : clockwork.again(clock);
    }
}
