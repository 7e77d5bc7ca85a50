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

/// 核查 (T29, T30): the collector who was sent says whether the problem is really solved, with a photo from the same point.
///
/// @param act passed or failed
public record FieldCheck(Act act) implements ActRule {

    @Override
    public Form form() {
        return new Form(act, act == Act.FAIL_CHECK ? Set.of(Field.EVIDENCE, Field.REASON) : Set.of(Field.EVIDENCE),
                Set.of(Field.OPINION, Field.FIX));
    }

    @Override
    public void consider(Situation situation) {
        FieldTasks.onlyTheOneSent(situation);
        FieldTasks.notOwnWork(situation);
    }

    @Override
    public Case perform(Situation situation, Particulars particulars) {
        Proofs.need(act, particulars, Evidence.Kind.CHECK);
        return situation.theCase().withTask(null);
    }
}
