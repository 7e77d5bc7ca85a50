package jingwei.casework.act;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import jingwei.casework.Case;
import jingwei.casework.CaseNumber;
import jingwei.casework.Particulars;
import jingwei.casework.ReportSource;
import jingwei.casework.clock.Clocks;
import jingwei.process.ProcessDefinition;
import jingwei.process.Stage;

/// 立卷: the first picture of a case, before its first act is counted.
public final class Beginning {

    /// Stands in until the number is taken, last in the transaction.
    private static final CaseNumber NOT_YET = CaseNumber.of("00000000000000000");

    private Beginning() {
    }

    public static Case of(Situation situation, ReportSource source, Particulars particulars) {
        Extras.check(situation, particulars);
        return fresh(situation, new Case.Reported(source, Objects.requireNonNull(particulars.description()),
                        particulars.reporter(), particulars.number(), situation.post().id(), particulars.evidenceOrNone()),
                Where.spot(situation, Objects.requireNonNull(particulars.point()), particulars.fix(),
                        particulars.address()),
                Where.subject(situation, particulars));
    }

    public static Case fresh(Situation situation, Case.Reported reported, Case.Spot spot, Case.Subject subject) {
        return new Case(situation.newId(), NOT_YET, situation.process().name(), situation.process().version(),
                ProcessDefinition.NONE, Stage.COLLECTION, 0, 1, situation.around().onTrial(), situation.now(),
                situation.now(), reported, spot, subject, null, null, null, List.of(), List.of(), Case.Links.NONE,
                Clocks.NONE, Map.of(), Case.Marks.NONE);
    }
}
