package jingwei.casework.handling;

import java.util.Objects;
import java.util.Set;
import jingwei.casework.Case;
import jingwei.casework.Field;
import jingwei.casework.Particulars;
import jingwei.casework.act.ActRule;
import jingwei.casework.act.Form;
import jingwei.casework.act.Refusals;
import jingwei.casework.act.Situation;
import jingwei.process.Act;

/// 签收 (T17): the unit has the case in hand. Optional; another platform must receive before it handles.
public final class Receive implements ActRule {

    @Override
    public Form form() {
        return new Form(Act.RECEIVE, Set.of(), Set.of(Field.OPINION, Field.NUMBER));
    }

    @Override
    public void consider(Situation situation) {
        if (Objects.requireNonNull(situation.theCase().assignment()).received()) {
            throw Refusals.because("already-received", "T17", "案件已经签收", "the case was received already", "请直接处置",
                    "go on handling it");
        }
    }

    @Override
    public Case perform(Situation situation, Particulars particulars) {
        Case.Assignment a = Objects.requireNonNull(situation.theCase().assignment());
        return situation.theCase().withAssignment(
                new Case.Assignment(a.unit(), a.supporting(), a.limit(), a.at(), a.returnUntil(), true));
    }
}
