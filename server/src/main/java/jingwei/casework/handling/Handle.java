package jingwei.casework.handling;

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

/// 处置完成 (T18): the unit answers with words and a photo from after (COL-07).
public final class Handle implements ActRule {

    @Override
    public Form form() {
        return new Form(Act.HANDLE, Set.of(Field.OPINION, Field.EVIDENCE), Set.of(Field.FIX));
    }

    @Override
    public Case perform(Situation situation, Particulars particulars) {
        Proofs.need(Act.HANDLE, particulars, Evidence.Kind.AFTER);
        return situation.theCase();
    }
}
