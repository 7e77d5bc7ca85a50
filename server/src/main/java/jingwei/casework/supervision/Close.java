package jingwei.casework.supervision;

import java.util.Set;
import jingwei.casework.Case;
import jingwei.casework.Field;
import jingwei.casework.Particulars;
import jingwei.casework.act.ActRule;
import jingwei.casework.act.Form;
import jingwei.casework.act.Parts;
import jingwei.casework.act.Refusals;
import jingwei.casework.act.Situation;
import jingwei.process.Act;

/// 结案 (T31): the shift leader closes what has passed its check; a split case when all its parts have ended (T41).
public final class Close implements ActRule {

    @Override
    public Form form() {
        return new Form(Act.CLOSE, Set.of(), Set.of(Field.OPINION, Field.CLOSING, Field.EVIDENCE));
    }

    @Override
    public void consider(Situation situation) {
        Parts.allEnded(situation);
    }

    @Override
    public Case perform(Situation situation, Particulars particulars) {
        Case c = situation.theCase();
        Particulars.Reporter reporter = c.reported().reporter();
        if (reporter != null && reporter.wantsReply() && particulars.opinion() == null) {
            // The reporter asked to be told: the closing opinion is the reply.
            throw Refusals.missing(Act.CLOSE, Set.of(Field.OPINION)).asException();
        }
        return Closings.mark(c, particulars.closing());
    }
}
