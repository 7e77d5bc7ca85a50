package jingwei.catalog;

import java.util.List;
import jingwei.standards.FilingSheetRow.Step;
import jingwei.standards.TimeLimit;

/// 处置时限安排: what a unit has to do and by when; one step in most cases, several where the sheet says so
/// (停工 4 工作时；拆除 20 工作日). All limits count from dispatch.
public record HandlingPlan(List<Step> steps) {

    public HandlingPlan {
        steps = List.copyOf(steps);
    }

    /// 处置时限: the limit that handling as a whole has to keep, that of the last step.
    public TimeLimit limit() {
        return steps.getLast().limit();
    }
}
