package jingwei.casework.petition;

import java.util.Set;
import jingwei.casework.Case;
import jingwei.casework.Field;
import jingwei.casework.Particulars;
import jingwei.casework.act.ActRule;
import jingwei.casework.act.Form;
import jingwei.casework.act.Refusals;
import jingwei.casework.act.Situation;
import jingwei.process.Act;

/// 销账 (T26): the hold ends and the rest of the limit runs on; by the dispatcher, or by the automatic one at the review date.
public final class Release implements ActRule {

    @Override
    public Form form() {
        return new Form(Act.RELEASE, Set.of(), Set.of(Field.OPINION));
    }

    @Override
    public void consider(Situation situation) {
        if (!situation.theCase().isHeld()) {
            throw Refusals.because("not-held", "T26", "案件没有挂账", "the case is not on hold", "无须销账", "nothing to release");
        }
    }

    @Override
    public Case perform(Situation situation, Particulars particulars) {
        return situation.theCase()
                .withClocks(situation.clockwork().resume(situation.theCase().clocks(), situation.now()));
    }
}
