package jingwei.catalog;

import java.util.Map;
import java.util.Optional;
import jingwei.standards.AreaClass;
import jingwei.standards.ClassCode;
import jingwei.standards.FilingSheetRow.Provenance;
import jingwei.standards.TimeLimit;
import org.jspecify.annotations.Nullable;

/// 立案条件: one numbered condition of a minor class, with what closes the case and the limits by area class (ACC-07).
///
/// @param number     编号, from 1 inside the class
/// @param text       立案条件, Chinese
/// @param closing    结案条件, Chinese
/// @param plans      limits by area class; either one for `ALL`, or one each for A, B and C
/// @param unitType   责任单位 as the sheet writes it, a kind of unit; the named unit comes from the responsibility list
/// @param provenance where the row comes from; null in a city's own sheet
public record FilingCondition(ClassCode code, int number, String text, String closing,
        Map<AreaClass, HandlingPlan> plans, @Nullable String unitType, @Nullable Provenance provenance) {

    public FilingCondition {
        plans = Map.copyOf(plans);
    }

    /// The plan in an area of that class; empty where the area class is unknown (`ALL`) and the sheet has none for all.
    public Optional<HandlingPlan> plan(AreaClass area) {
        return Optional.ofNullable(plans.getOrDefault(area, plans.get(AreaClass.ALL)));
    }

    /// The limit in an area of that class.
    public Optional<TimeLimit> limit(AreaClass area) {
        return plan(area).map(HandlingPlan::limit);
    }

    /// 依据: where the condition comes from, for the reader; empty for a city's own sheet.
    public String basis() {
        return provenance == null ? "" : provenance.basis() + " " + provenance.scope();
    }
}
