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

/// 自行处置 (T37): the collector who reported solved it on the spot, and shows it before and after (ACQ-18).
public final class Settlement implements ActRule {

    @Override
    public Form form() {
        return new Form(Act.SETTLE_ON_SPOT, Set.of(Field.EVIDENCE), Set.of(Field.OPINION));
    }

    @Override
    public void consider(Situation situation) {
        if (situation.theCase().hand(Act.REPORT).filter(situation.person()::equals).isEmpty()) {
            throw Refusals.because("not-your-report", "T37", "只有上报人可以自行处置", "only the collector who reported it settles it",
                    "请由上报的采集员办理，或走正常流程", "leave it to the reporter or to the normal course");
        }
    }

    @Override
    public Case perform(Situation situation, Particulars particulars) {
        Proofs.need(Act.SETTLE_ON_SPOT, particulars, Evidence.Kind.AFTER);
        return situation.theCase();
    }

    /// A5 for the approval: not by the one who settled or reported it.
    static void byAnother(Situation situation) {
        Case c = situation.theCase();
        if (c.hand(Act.SETTLE_ON_SPOT).or(() -> c.hand(Act.REPORT)).filter(situation.person()::equals).isPresent()) {
            throw Refusals.because("own-work", Article.A5.name(), "自行处置须由他人审批", "a settlement is approved by somebody else",
                    "请由另一人办理", "leave it to somebody else");
        }
    }
}
