package jingwei.casework.oversight;

import java.util.Objects;
import java.util.Set;
import jingwei.casework.Case;
import jingwei.casework.CaseNumber;
import jingwei.casework.Field;
import jingwei.casework.Particulars;
import jingwei.casework.act.ActRule;
import jingwei.casework.act.Form;
import jingwei.casework.act.Refusals;
import jingwei.casework.act.Situation;
import jingwei.process.Act;

/// 并案 (T40): two open cases of one problem go on as one; this one ends. The supervision axis merges before dispatch, the
/// command axis after.
public final class Merge implements ActRule {

    @Override
    public Form form() {
        return new Form(Act.MERGE, Set.of(Field.INTO), Set.of(Field.OPINION));
    }

    @Override
    public Case perform(Situation situation, Particulars particulars) {
        Case c = situation.theCase();
        CaseNumber into = Objects.requireNonNull(particulars.into());
        Case other = situation.another(into)
                .orElseThrow(() -> Refusals.wrong("no-such-peer", "T40", "没有可并入的案件 " + into,
                        "there is no other case " + into, "请选择另一个案件", "choose another case"));
        if (situation.around().process(other.process(), other.processVersion()).state(other.state()).isFinal()) {
            throw Refusals.wrong("peer-ended", "T40", "案件 " + into + " 已经终结，不能并入", "the case " + into + " has ended",
                    "请选择未结的案件", "choose an open case");
        }
        return c.withLinks(new Case.Links(c.links().original(), into, c.links().parent(), c.links().parts()))
                .withTask(null);
    }
}
