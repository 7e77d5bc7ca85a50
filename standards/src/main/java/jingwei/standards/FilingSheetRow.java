package jingwei.standards;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 立案结案规范行: one filing condition of a minor class with its time limit and closing condition.
///
/// The limit belongs to the condition, not to the class, and a class has several numbered conditions. A row may hold
/// several named limits for one case (停工 4 工作时, 拆除 20 工作日). Values are copied to the case at filing, so that a new
/// sheet moves no old case. Requirements ACC-07, APM-04.
///
/// @param code             the minor class
/// @param className        its name as the sheet writes it
/// @param condition        立案条件编号, from 1 inside the class
/// @param filingCondition  立案条件
/// @param areaClass        where the limit applies
/// @param steps            the limits in order, at least one
/// @param closingCondition 结案条件
/// @param responsibleUnit  责任单位 as the sheet writes it; null where the sheet leaves it to the responsibility list
/// @param provenance       where the row comes from; null in a city's own sheet
public record FilingSheetRow(
        ClassCode code,
        String className,
        int condition,
        String filingCondition,
        AreaClass areaClass,
        List<Step> steps,
        String closingCondition,
        @Nullable String responsibleUnit,
        @Nullable Provenance provenance) {

    /// 分步时限: a limit and what has to be done within it.
    ///
    /// @param name  what has to be done; empty for a row with a single limit
    /// @param limit counted from dispatch
    public record Step(String name, TimeLimit limit) {

        @Override
        public String toString() {
            return name.isEmpty() ? limit.toString() : name + " " + limit;
        }
    }

    /// 出处: where a bundled row comes from. No bundled row is proven to be a national value of CJ/T 315-2009.
    ///
    /// @param basis          `derived` from a mapped class, or by `analogy` from a sibling class
    /// @param scope          whose value it is and from which class
    /// @param source         keys of the sources, explained in PROVENANCE.md
    /// @param confidence     how sure the row is
    /// @param limitAsPrinted the limit in its source's spelling
    /// @param note           remark
    public record Provenance(
            String basis, String scope, String source, Confidence confidence, String limitAsPrinted, String note) {}

    public FilingSheetRow {
        steps = List.copyOf(steps);
    }

    /// 处置时限: the limit handling has to keep, that of the last step. Earlier steps are way marks inside it.
    public TimeLimit limit() {
        return steps.getLast().limit();
    }
}
