package jingwei.casework.oversight;

import java.util.Set;
import jingwei.casework.Case;
import jingwei.casework.Field;
import jingwei.casework.Particulars;
import jingwei.casework.ReportSource;
import jingwei.casework.act.ActRule;
import jingwei.casework.act.Form;
import jingwei.casework.act.Beginning;
import jingwei.casework.act.Filings;
import jingwei.casework.act.Situation;
import jingwei.organization.Axis;
import jingwei.process.Act;

/// 导入 (T03): another platform or department sends a case, to the supervision side as a report, to the command side already
/// filed (ACC-21).
public final class Import implements ActRule {

    @Override
    public Form form() {
        return new Form(Act.IMPORT, Set.of(Field.DESCRIPTION, Field.CLASS_CODE, Field.POINT, Field.NUMBER),
                Set.of(Field.SOURCE, Field.REPORTER, Field.CONDITION, Field.COMPONENT, Field.ADDRESS,
                        Field.EVIDENCE, Field.OPINION));
    }

    @Override
    public Case perform(Situation situation, Particulars particulars) {
        Case begun = Beginning.of(situation,
                particulars.source() == null ? ReportSource.PLATFORM : particulars.source(), particulars);
        return situation.post().axis() == Axis.COMMAND ? begun.withFiling(Filings.fix(situation, begun)) : begun;
    }
}
