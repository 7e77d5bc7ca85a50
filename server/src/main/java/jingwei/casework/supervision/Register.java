package jingwei.casework.supervision;

import java.util.Set;
import jingwei.casework.Case;
import jingwei.casework.Field;
import jingwei.casework.Particulars;
import jingwei.casework.ReportSource;
import jingwei.casework.act.ActRule;
import jingwei.casework.act.Form;
import jingwei.casework.act.Beginning;
import jingwei.casework.act.Refusals;
import jingwei.casework.act.Situation;
import jingwei.process.Act;

/// 登记 (T02): an operator registers a report from the public or another source (ACC-02).
public final class Register implements ActRule {

    @Override
    public Form form() {
        return new Form(Act.REGISTER, Set.of(Field.SOURCE, Field.DESCRIPTION, Field.CLASS_CODE, Field.POINT),
                Set.of(Field.REPORTER, Field.CONDITION, Field.COMPONENT, Field.ADDRESS, Field.EVIDENCE,
                        Field.NUMBER, Field.OPINION, Field.EXTRA));
    }

    @Override
    public Case perform(Situation situation, Particulars particulars) {
        if (particulars.source() == null || particulars.source() == ReportSource.COLLECTOR) {
            throw Refusals.wrong("source-is-collector", "T02", "采集员的问题由采集员自己上报",
                    "a collector's finding is reported by the collector", "请选择其他来源", "choose another source");
        }
        return Beginning.of(situation, particulars.source(), particulars);
    }
}
