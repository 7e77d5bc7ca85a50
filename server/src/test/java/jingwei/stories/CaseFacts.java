package jingwei.stories;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jingwei.casework.Case;
import jingwei.casework.CaseAct;
import jingwei.casework.CaseNumber;
import jingwei.casework.clock.CaseClock;
import jingwei.casework.oversight.Order;
import jingwei.casework.petition.Petition;
import jingwei.simulator.story.Answer;
import org.jspecify.annotations.Nullable;

/// What a story may ask about a case, read from the case itself, in the words in which HTTP answers it.
final class CaseFacts {

    private CaseFacts() {
    }

    static Answer answer(Case c, List<CaseAct> docket, Instant now) {
        Map<String, String> facts = new LinkedHashMap<>();
        c.clocks().leading().ifPresent(clock -> leading(facts, clock, now));
        CaseClock handling = c.clocks().handling();
        if (handling != null) {
            facts.put("handling-due", handling.due().toString());
            facts.put("limit", handling.limit().toString());
            facts.put("handling-light", word(handling.light(now)));
        }
        facts.put("held", yes(c.isHeld()));
        facts.put("round", String.valueOf(c.round()));
        facts.put("trial", yes(c.trial()));
        facts.put("version", String.valueOf(c.version()));
        assignment(facts, c.assignment());
        put(facts, "condition", c.filing() == null ? null : c.filing().condition());
        facts.put("class", c.subject().classCode().toString());
        facts.put("source", word(c.reported().source()));
        put(facts, "foreign-number", c.reported().number());
        facts.put("reporter", c.reported().reporter() == null ? "none" : "shown");
        put(facts, "task", c.task() == null ? null : c.task().collector());
        if (!c.petitions().isEmpty()) {
            Petition last = c.petitions().getLast();
            facts.put("petition", word(last.status()));
            facts.put("approvals", String.valueOf(last.approvals()));
            facts.put("late", yes(last.late()));
        }
        long open = c.orders().stream().filter(Order::isOpen).count();
        facts.put("orders", String.valueOf(open));
        facts.put("answered", String.valueOf(c.orders().size() - open));
        facts.put("parts", String.valueOf(c.links().parts().size()));
        facts.put("original", yes(c.links().original() != null));
        facts.put("into", yes(c.links().into() != null));
        marks(facts, c.marks());
        facts.put("acts", String.valueOf(docket.size()));
        facts.put("overdue", yes(docket.getLast().overdue()));
        put(facts, "entered-by", docket.getLast().enteredBy());
        return Answer.performed(c.number().value(), c.state(), c.version(),
                c.links().parts().stream().map(CaseNumber::value).toList(), facts);
    }

    private static void leading(Map<String, String> facts, CaseClock clock, Instant now) {
        facts.put("clock", clock.name());
        facts.put("due", clock.due().toString());
        facts.put("light", word(clock.light(now)));
        facts.put("provisional", yes(clock.provisional()));
    }

    private static void assignment(Map<String, String> facts, Case.@Nullable Assignment assignment) {
        facts.put("received", yes(assignment != null && assignment.received()));
        if (assignment != null) {
            facts.put("unit", assignment.unit());
            facts.put("return-until", assignment.returnUntil().toString());
            if (!assignment.supporting().isEmpty()) {
                facts.put("supporting", String.join(",", assignment.supporting()));
            }
        }
    }

    private static void marks(Map<String, String> facts, Case.Marks marks) {
        facts.put("wrong-dispatches", String.valueOf(marks.wrongDispatches()));
        facts.put("late-returns", String.valueOf(marks.lateReturns()));
        facts.put("groundless-returns", String.valueOf(marks.groundlessReturns()));
        facts.put("extensions", String.valueOf(marks.extensions()));
        facts.put("holds", String.valueOf(marks.holds()));
        facts.put("invalid-checks", String.valueOf(marks.invalidChecks()));
        put(facts, "closing", marks.closing() == null ? null : word(marks.closing()));
    }

    private static void put(Map<String, String> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }
}
