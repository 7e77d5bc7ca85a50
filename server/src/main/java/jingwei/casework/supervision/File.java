package jingwei.casework.supervision;

import java.util.Set;
import jingwei.casework.Case;
import jingwei.casework.Field;
import jingwei.casework.Particulars;
import jingwei.casework.act.ActRule;
import jingwei.casework.act.Form;
import jingwei.casework.act.Filings;
import jingwei.casework.act.Situation;
import jingwei.process.Act;

/// 立案 (T10, with T13 the hand-over to the command center): the shift leader's decision. The filing condition fixes limit and
/// closing condition on the case for good (ACC-06, ACC-07).
public final class File implements ActRule {

    @Override
    public Form form() {
        return new Form(Act.FILE, Set.of(), Corrections.FIELDS);
    }

    @Override
    public Case perform(Situation situation, Particulars particulars) {
        Case corrected = Corrections.apply(situation, particulars);
        return corrected.withFiling(Filings.fix(situation, corrected));
    }
}
