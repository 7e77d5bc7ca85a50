package jingwei.casework.supervision;

import java.util.Set;
import jingwei.casework.Case;
import jingwei.casework.Evidence;
import jingwei.casework.Field;
import jingwei.casework.Particulars;
import jingwei.casework.act.ActRule;
import jingwei.casework.act.Form;
import jingwei.casework.act.Proofs;
import jingwei.casework.act.Refusals;
import jingwei.casework.act.Situation;
import jingwei.process.Act;
import jingwei.process.Article;

/// 简易结案 (T39): a filed case that was solved on the spot, where the city allows the short flow (A4).
public final class CloseShort implements ActRule {

    @Override
    public Form form() {
        return new Form(Act.CLOSE_SHORT, Set.of(Field.EVIDENCE, Field.OPINION), Set.of(Field.CLOSING));
    }

    @Override
    public void consider(Situation situation) {
        if (!situation.process().settings().shortFlow()) {
            throw Refusals.because("short-flow-off", "T39", "本平台没有启用简易流程", "this platform does not use the short flow",
                    "请走正常流程", "take the normal course");
        }
        if (situation.theCase().reported().evidence().stream().noneMatch(e -> e.kind() == Evidence.Kind.BEFORE)) {
            throw Refusals.because("no-photo-before", Article.A4.name(), "上报时没有处置前照片，不能简易结案",
                    "the report has no photo from before", "请走正常流程", "take the normal course");
        }
        Settlement.byAnother(situation);
    }

    @Override
    public Case perform(Situation situation, Particulars particulars) {
        Proofs.need(Act.CLOSE_SHORT, particulars, Evidence.Kind.AFTER);
        return Closings.mark(situation.theCase(), particulars.closing());
    }
}
