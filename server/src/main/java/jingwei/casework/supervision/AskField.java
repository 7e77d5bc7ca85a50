package jingwei.casework.supervision;

import java.util.Set;
import jingwei.casework.Case;
import jingwei.casework.Field;
import jingwei.casework.Particulars;
import jingwei.casework.act.ActRule;
import jingwei.casework.act.Form;
import jingwei.casework.act.Situation;
import jingwei.process.Act;

/// 派发核实 (T04), 派发核查 (T28), 重新核查 (T33): sends a collector to the place.
///
/// @param act which of the three
public record AskField(Act act) implements ActRule {

    @Override
    public Form form() {
        return new Form(act, act == Act.CHECK_AGAIN ? Set.of(Field.COLLECTOR, Field.REASON) : Set.of(Field.COLLECTOR),
                Set.of(Field.OPINION));
    }

    @Override
    public Case perform(Situation situation, Particulars particulars) {
        Case sent = FieldTasks.send(situation, particulars.collector(),
                act == Act.ASK_VERIFY ? Case.FieldTask.Kind.VERIFY : Case.FieldTask.Kind.CHECK);
        Case.Marks m = sent.marks();
        return act != Act.CHECK_AGAIN ? sent
                : sent.withMarks(new Case.Marks(m.verified(), m.dispatches(), m.wrongDispatches(), m.lateReturns(),
                        m.groundlessReturns(), m.extensions(), m.holds(), m.invalidChecks() + 1, m.closing()));
    }
}
