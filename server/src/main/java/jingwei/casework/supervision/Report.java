package jingwei.casework.supervision;

import java.util.Set;
import jingwei.casework.Case;
import jingwei.casework.Evidence;
import jingwei.casework.Field;
import jingwei.casework.Particulars;
import jingwei.casework.ReportSource;
import jingwei.casework.act.ActRule;
import jingwei.casework.act.Form;
import jingwei.casework.act.Beginning;
import jingwei.casework.act.Proofs;
import jingwei.casework.act.Situation;
import jingwei.process.Act;

/// 上报 (T01): a collector reports what he found, with form, photo and point.
public final class Report implements ActRule {

    @Override
    public Form form() {
        return new Form(Act.REPORT, Set.of(Field.DESCRIPTION, Field.CLASS_CODE, Field.POINT, Field.EVIDENCE),
                Set.of(Field.CONDITION, Field.COMPONENT, Field.FIX, Field.ADDRESS, Field.OPINION, Field.EXTRA));
    }

    @Override
    public Case perform(Situation situation, Particulars particulars) {
        Proofs.need(Act.REPORT, particulars, Evidence.Kind.BEFORE);
        return Beginning.of(situation, ReportSource.COLLECTOR, particulars);
    }
}
