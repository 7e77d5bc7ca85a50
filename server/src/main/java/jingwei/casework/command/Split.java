package jingwei.casework.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import com.github.f4b6a3.uuid.UuidCreator;
import jingwei.casework.Case;
import jingwei.casework.Evidence;
import jingwei.casework.Field;
import jingwei.casework.Particulars;
import jingwei.casework.act.ActRule;
import jingwei.casework.act.Form;
import jingwei.casework.act.Beginning;
import jingwei.casework.act.Refusals;
import jingwei.casework.act.Situation;
import jingwei.process.Act;

/// 分案 (T41): one sub-case for each unit, each with its own course; the case waits for them all (COL-06).
public final class Split implements ActRule {

    @Override
    public Form form() {
        return new Form(Act.SPLIT, Set.of(Field.PARTS), Set.of(Field.OPINION));
    }

    @Override
    public void consider(Situation situation) {
        if (situation.theCase().links().parent() != null) {
            throw Refusals.because("already-a-part", "T41", "子案件不能再分", "a sub-case is not split again",
                    "请直接派遣，需要时指定协办单位", "dispatch it, with supporting units if need be");
        }
    }

    @Override
    public Case perform(Situation situation, Particulars particulars) {
        Case c = situation.theCase();
        List<Particulars.Part> parts = Objects.requireNonNull(particulars.parts());
        if (parts.size() < 2 || parts.size() > 20) {
            throw Refusals.wrong("parts-count", "T41", "分案须为 2 到 20 个单位", "a split has 2 to 20 parts",
                    "只有一个单位时请直接派遣", "dispatch it when there is one unit only");
        }
        for (Particulars.Part part : parts) {
            Units.fit(situation, part.unit(), false);
            Situation birth = new Situation(null, UuidCreator.getTimeOrderedEpoch(), situation.arrow(),
                    situation.process(), situation.performer(), situation.around(), situation::peer);
            Case child = Beginning.fresh(birth, inherited(c, part), c.spot(), c.subject())
                    .withFiling(c.filing()).withLinks(new Case.Links(null, null, c.number(), List.of()));
            situation.alsoBegin(child);
        }
        return c;
    }

    private static Case.Reported inherited(Case c, Particulars.Part part) {
        List<Evidence> evidence = Stream.concat(c.reported().evidence().stream(), Stream.<Evidence>of()).toList();
        return new Case.Reported(c.reported().source(), c.reported().description() + " / " + part.opinion(), null, null,
                c.reported().post(), new ArrayList<>(evidence));
    }
}
