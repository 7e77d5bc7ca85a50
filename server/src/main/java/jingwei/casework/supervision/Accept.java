package jingwei.casework.supervision;

import java.util.Set;
import jingwei.casework.Case;
import jingwei.casework.Field;
import jingwei.casework.Particulars;
import jingwei.casework.act.ActRule;
import jingwei.casework.act.Form;
import jingwei.casework.act.Refusals;
import jingwei.casework.act.Situation;
import jingwei.process.Act;

/// 受理 (T07): the operator takes the report on, with class and filing condition proposed.
public final class Accept implements ActRule {

    @Override
    public Form form() {
        return new Form(Act.ACCEPT, Set.of(), Corrections.FIELDS);
    }

    @Override
    public void consider(Situation situation) {
        Case c = situation.theCase();
        if (!c.marks().verified()
                && situation.process().settings().verifyFirst().contains(c.reported().source().word())) {
            throw Refusals.because("verify-first", "T04",
                    "来源为“" + c.reported().source().text().zh() + "”的问题须先核实再受理",
                    "a report from \"" + c.reported().source().text().en() + "\" is verified before it is accepted",
                    "请先派发核实", "send a collector to verify it first");
        }
    }

    @Override
    public Case perform(Situation situation, Particulars particulars) {
        Case corrected = Corrections.apply(situation, particulars);
        if (corrected.subject().condition() == null) {
            throw Refusals.missing(Act.ACCEPT, Set.of(Field.CONDITION)).asException();
        }
        return corrected;
    }
}
