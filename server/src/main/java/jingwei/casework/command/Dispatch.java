package jingwei.casework.command;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import jingwei.casework.Case;
import jingwei.casework.Field;
import jingwei.casework.Particulars;
import jingwei.casework.act.ActRule;
import jingwei.casework.act.Form;
import jingwei.casework.act.Refusals;
import jingwei.casework.act.Situation;
import jingwei.casework.clock.CaseClock;
import jingwei.process.Act;
import jingwei.process.Article;
import jingwei.standards.TimeLimit;
import org.jspecify.annotations.Nullable;

/// 派遣 (T14) and 转协同平台 (T16): the dispatcher gives the case to a unit, and the bundled limit starts (COL-04).
///
/// @param act dispatch to a unit of the platform, or transfer to another platform
public record Dispatch(Act act) implements ActRule {

    @Override
    public Form form() {
        return new Form(act, Set.of(Field.UNIT), act == Act.DISPATCH
                ? Set.of(Field.OPINION, Field.SUPPORTING, Field.LIMIT)
                : Set.of(Field.OPINION, Field.LIMIT, Field.NUMBER));
    }

    @Override
    public void consider(Situation situation) {
        if (situation.theCase().hand(Act.FILE).filter(situation.person()::equals).isPresent()) {
            throw Refusals.because("filed-by-you", Article.A5.name(), "立案者不派遣自己立的案件",
                    "who filed a case does not dispatch it", "请由另一名派遣员办理", "leave it to another dispatcher");
        }
    }

    @Override
    public Case perform(Situation situation, Particulars particulars) {
        Case c = situation.theCase();
        String unit = Objects.requireNonNull(particulars.unit());
        Units.fit(situation, unit, act == Act.TRANSFER);
        List<String> supporting = particulars.supporting() == null ? List.of() : particulars.supporting();
        supporting.forEach(each -> Units.fit(situation, each, false));
        reworkStaysWithItsUnit(c, unit);
        TimeLimit limit = limit(situation, c, particulars.limit());
        Case.Marks m = c.marks();
        return c.withAssignment(new Case.Assignment(unit, supporting, limit, situation.now(),
                        situation.around().calendar().deadline(situation.now(),
                                situation.process().settings().refusalTime()).due(), false))
                .withClocks(c.clocks().withHandling(clock(situation, c, limit)))
                .withMarks(new Case.Marks(m.verified(), m.dispatches() + 1, m.wrongDispatches(), m.lateReturns(),
                        m.groundlessReturns(), m.extensions(), m.holds(), m.invalidChecks(), m.closing()));
    }

    /// A new limit with every dispatch; only where the platform says so does rework go on with the old clock.
    private static CaseClock clock(Situation situation, Case c, TimeLimit limit) {
        CaseClock old = c.clocks().handling();
        if (old != null && c.round() > 1 && situation.process().settings().continueClock()) {
            return old.goOn();
        }
        return situation.clockwork().start("handle", limit, situation.now());
    }

    private static void reworkStaysWithItsUnit(Case c, String unit) {
        Case.Assignment before = c.assignment();
        if (before != null && c.round() > 1 && !before.unit().equals(unit)) {
            throw Refusals.wrong("rework-same-unit", "T32", "返工案件须派回原单位 " + before.unit(),
                    "rework goes back to the unit " + before.unit(), "确属派错的，由该单位申请回退",
                    "if it was the wrong unit, that unit asks to return it");
        }
    }

    /// The limit of the sheet, or a shorter one; nobody dispatches beyond what was fixed at filing.
    private static TimeLimit limit(Situation situation, Case c, @Nullable String given) {
        Case.Filing filing = Objects.requireNonNull(c.filing(), "a case to dispatch has been filed");
        if (given == null) {
            return filing.limit();
        }
        TimeLimit wished = TimeLimit.of(given);
        var calendar = situation.around().calendar();
        if (calendar.deadline(situation.now(), wished).due()
                .isAfter(calendar.deadline(situation.now(), filing.limit()).due())) {
            throw Refusals.wrong("limit-beyond-sheet", "ACC-07", "时限 " + wished + " 超过立案时确定的 " + filing.limit(),
                    "the limit " + wished + " is longer than " + filing.limit() + " fixed at filing",
                    "请用规范规定的时限；确有困难的由单位申请延期", "use the sheet's limit; a unit may ask for an extension");
        }
        return wished;
    }
}
