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
import jingwei.workcalendar.WorkCalendar;
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
    /// @param left  cases whose clock was extended or held before: their deadline stays, and stays marked
    public record Reckoned(List<CaseNumber> moved, List<CaseNumber> left) {
    }

    @Transactional
    public Reckoned reckon() {
        List<CaseNumber> moved = new ArrayList<>();
        List<CaseNumber> left = new ArrayList<>();
        WorkCalendar calendar = room.around().calendar();
        for (CaseNumber number : cases.provisional()) {
            Case c = cases.lock(number).orElseThrow();
            CaseClock clock = c.clocks().leading().orElse(null);
            boolean plain = c.marks().extensions() == 0 && c.marks().holds() == 0 && clock != null && clock.runs();
            if (clock == null || !plain || calendar.deadline(clock.started(), clock.limit()).provisional()) {
                left.add(number);
                continue;
            }
            var settings = room.around().process(c.process(), c.processVersion()).settings();
            CaseClock anew = new Clockwork(calendar, settings).start(clock.name(), clock.limit(), clock.started());
            Clocks clocks = clock.equals(c.clocks().post()) ? c.clocks().withPost(anew) : c.clocks().withHandling(anew);
            cases.reckoned(c.withClocks(clocks), room.around().now());
            journal.write(JournalEntry.Kind.DATA_CHANGE, number.value(), "deadline-reckoned",
                    Map.of("before", clock.due().toString(), "after", anew.due().toString()));
            moved.add(number);
        }
        return new Reckoned(List.copyOf(moved), List.copyOf(left));
    }
}
