package jingwei.casework.act;

import java.util.Set;
import jingwei.casework.Case;
import jingwei.casework.Field;
import jingwei.process.Act;
import jingwei.standards.TimeLimit;

/// 立案结案规范的适用: what the sheet in force says of a case, taken over when it is filed.
public final class Filings {

    private Filings() {
    }

    /// @throws jingwei.standards.RefusedException `no-limit` where the sheet has none for the area class
    public static Case.Filing fix(Situation situation, Case theCase) {
        Integer number = theCase.subject().condition();
        if (number == null) {
            throw Refusals.missing(Act.FILE, Set.of(Field.CONDITION)).asException();
        }
        var sheet = situation.around().sheet();
        var condition = Where.condition(situation, theCase.subject().classCode(), number);
        TimeLimit limit = condition.limit(theCase.spot().areaClass()).orElseThrow(() -> Refusals.wrong("no-limit", "ACC-07",
                "立案结案规范没有给出“" + condition.text() + "”在 " + theCase.spot().areaClass().zh() + " 类区域的处置时限",
                "the sheet gives no limit for this condition in area class " + theCase.spot().areaClass(),
                "请选择其他立案条件，或由管理员补全规范", "choose another condition, or have the sheet completed"));
        return new Case.Filing(sheet.version(), number, condition.text(), condition.closing(), limit, situation.now());
    }
}
