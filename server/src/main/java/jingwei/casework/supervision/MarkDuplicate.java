package jingwei.casework.supervision;

import java.time.Duration;
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
import jingwei.process.State;

/// 标记重复 (T09): the report is tied to the case it repeats; its reporter is still answered (ACC-09).
public final class MarkDuplicate implements ActRule {

    @Override
    public Form form() {
        return new Form(Act.MARK_DUPLICATE, Set.of(Field.ORIGINAL), Set.of(Field.OPINION));
    }

    @Override
    public Case perform(Situation situation, Particulars particulars) {
        Case c = situation.theCase();
        CaseNumber number = Objects.requireNonNull(particulars.original());
        Case original = situation.another(number)
                .orElseThrow(() -> Refusals.wrong("no-original", "T09", "没有可作为原案件的 " + number,
                        "there is no other case " + number, "请选择另一个案件", "choose another case"));
        State state = situation.around().process(original.process(), original.processVersion()).state(original.state());
        boolean longEnded = state.isFinal() && original.since()
                .plus(Duration.ofDays(situation.process().settings().duplicateDays())).isBefore(situation.now());
        if (original.links().original() != null || longEnded) {
            throw Refusals.wrong("original-ended", "T09", "案件 " + number + " 已“" + state.zh() + "”，不能作为原案件",
                    "the case " + number + " has ended (" + state.word() + ")",
                    "已解决又出现的问题按新案件办理", "a solved problem that comes back is a new case");
        }
        return c.withLinks(new Case.Links(number, null, c.links().parent(), c.links().parts()));
    }
}
