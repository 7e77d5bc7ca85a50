package jingwei.casework.command;

import java.util.List;
import java.util.Set;
import jingwei.casework.Field;
import jingwei.casework.act.ActRule;
import jingwei.casework.act.Form;
import jingwei.casework.act.Words;
import jingwei.process.Act;

/// 指挥轴的全部动作, petitions apart: every act of the command axis with its rule.
public final class CommandRules {

    private CommandRules() {
    }

    public static List<ActRule> all() {
        return List.of(
                new Dispatch(Act.DISPATCH),
                new Dispatch(Act.TRANSFER),
                // 退回立案: wrong class, wrong place, or no case; what was fixed at filing falls away.
                Words.reasoned(Act.RETURN_TO_FILING).leaving((situation, said) -> situation.theCase().withFiling(null)
                        .withAssignment(null).withClocks(situation.theCase().clocks().withHandling(null))),
                new Words(new Form(Act.REPORT_BACK, Set.of(), Set.of(Field.OPINION)), situation -> {
                }, (situation, said) -> situation.theCase()),
                Words.reasoned(Act.SEND_BACK_INCOMPLETE),
                new Split());
    }
}
