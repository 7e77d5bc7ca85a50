package jingwei.casework.supervision;

import java.util.List;
import jingwei.casework.Case;
import jingwei.casework.act.ActRule;
import jingwei.casework.act.Parts;
import jingwei.casework.act.Words;
import jingwei.casework.clock.Clocks;
import jingwei.process.Act;

/// 监督轴的全部动作: every act of the supervision axis with its rule; what is not a class of its own only says its reason.
public final class SupervisionRules {

    private SupervisionRules() {
    }

    public static List<ActRule> all() {
        return List.of(
                new Report(),
                new Register(),
                new AskField(Act.ASK_VERIFY),
                new Verification(Act.VERIFY_TRUE),
                new Verification(Act.VERIFY_FALSE),
                new Accept(),
                Words.reasoned(Act.DECLINE),
                new MarkDuplicate(),
                new File(),
                Words.reasoned(Act.SEND_BACK),
                Words.reasoned(Act.REFUSE_FILING),
                new AskField(Act.ASK_CHECK),
                new FieldCheck(Act.PASS_CHECK),
                new FieldCheck(Act.FAIL_CHECK),
                new Close(),
                // 返工: to the same unit; the round is counted.
                Words.reasoned(Act.REWORK)
                        .leaving((situation, said) -> situation.theCase().withRound(situation.theCase().round() + 1)),
                new AskField(Act.CHECK_AGAIN),
                Words.reasoned(Act.ANNUL).considering(Parts::allEnded)
                        .leaving((situation, said) -> situation.theCase().withTask(null)),
                // 重新立案: filed and dispatched anew; what a sealed evaluation counted stays counted.
                Words.reasoned(Act.REOPEN).leaving((situation, said) -> reopened(situation.theCase())),
                new Settlement(),
                Words.plain(Act.APPROVE_SETTLEMENT).considering(Settlement::byAnother)
                        .leaving((situation, said) -> Closings.mark(situation.theCase(), null)),
                Words.reasoned(Act.REFUSE_SETTLEMENT).considering(Settlement::byAnother),
                new CloseShort());
    }

    private static Case reopened(Case c) {
        return c.withFiling(null).withAssignment(null).withClocks(Clocks.NONE).withRound(c.round() + 1);
    }
}
