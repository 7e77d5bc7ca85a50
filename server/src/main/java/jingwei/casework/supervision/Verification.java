package jingwei.casework.supervision;

import java.util.Set;
import jingwei.casework.Case;
import jingwei.casework.Evidence;
import jingwei.casework.Field;
import jingwei.casework.Particulars;
import jingwei.casework.act.ActRule;
import jingwei.casework.act.Form;
import jingwei.casework.act.Proofs;
import jingwei.casework.act.Situation;
import jingwei.process.Act;

/// 核实 (T05, T06): the collector who was sent says whether the report is true, before filing.
///
/// @param act whether true or false
public record Verification(Act act) implements ActRule {

    @Override
    public Form form() {
        return new Form(act, Set.of(Field.EVIDENCE), act == Act.VERIFY_TRUE
                ? Set.of(Field.OPINION, Field.CLASS_CODE, Field.CONDITION, Field.COMPONENT, Field.POINT, Field.FIX,
                        Field.ADDRESS)
                : Set.of(Field.OPINION, Field.FIX));
    }

    @Override
    public void consider(Situation situation) {
        FieldTasks.onlyTheOneSent(situation);
    }

    @Override
    public Case perform(Situation situation, Particulars particulars) {
        Proofs.need(act, particulars, Evidence.Kind.VERIFY);
        Case.Marks m = situation.theCase().marks();
        Case verified = Corrections.apply(situation, particulars).withTask(null);
        return act == Act.VERIFY_FALSE ? verified
                : verified.withMarks(new Case.Marks(true, m.dispatches(), m.wrongDispatches(), m.lateReturns(),
                        m.groundlessReturns(), m.extensions(), m.holds(), m.invalidChecks(), m.closing()));
    }
}
