package jingwei.evaluation.fact;

import java.util.ArrayList;
import java.util.List;
import jingwei.casework.history.CaseHistory.Head;
import jingwei.casework.history.CaseHistory.Step;
import org.jspecify.annotations.Nullable;

/// 采集员任务: one row for each verification and check, told act by act. Only the last check of a round counts; the earlier
/// ones are invalid (无效核查, counting rule 13).
final class Tasks {

    private final Head head;
    private final List<FactRow> rows = new ArrayList<>();
    private @Nullable FactRow open;
    private @Nullable FactRow lastCheck;

    Tasks(Head head) {
        this.head = head;
    }

    List<FactRow> rows() {
        return rows;
    }

    void tell(Step step, int turn, @Nullable String unit) {
        switch (step.act()) {
            case ASK_VERIFY -> {
                movedOn(step);
                open = sent("verify", step, turn, unit);
            }
            case ASK_CHECK -> {
                movedOn(step);
                open = sent("check", step, turn, unit);
                lastCheck = open;
            }
            case CHECK_AGAIN -> {
                if (lastCheck != null) {
                    lastCheck.setOnce("left_at", step.at());
                }
                open = sent("check", step, turn, unit);
                lastCheck = open;
            }
            case VERIFY_TRUE, PASS_CHECK -> answered(step, true);
            case VERIFY_FALSE, FAIL_CHECK -> answered(step, false);
            case ANNUL, MERGE, MARK_DUPLICATE, DECLINE -> {
                if (open != null) {
                    open.set("left_at", step.at());
                    open = null;
                }
            }
            case REPORT, REGISTER, IMPORT, ACCEPT, FILE, SEND_BACK, REFUSE_FILING, DISPATCH, RETURN_TO_FILING, TRANSFER,
                RECEIVE, HANDLE, ASK_RETURN, GRANT_RETURN, REFUSE_RETURN, ASK_EXTENSION, GRANT_EXTENSION,
                REFUSE_EXTENSION, ASK_HOLD, GRANT_HOLD, REFUSE_HOLD, RELEASE, REPORT_BACK, SEND_BACK_INCOMPLETE, CLOSE,
                REWORK, REOPEN, EXPEDITE, REMIND, INSTRUCT, ANSWER, SETTLE_ON_SPOT, APPROVE_SETTLEMENT,
                REFUSE_SETTLEMENT, CLOSE_SHORT, SPLIT -> {
                // no task of a collector
            }
        }
    }

    /// 改派: a task sent anew to another before it was answered is no longer the first one's.
    private void movedOn(Step step) {
        if (open != null) {
            open.set("left_at", step.at());
        }
    }

    void end() {
        if (open != null) {
            open.set("due", head.waitingDue());
        }
    }

    private FactRow sent(String kind, Step step, int turn, @Nullable String unit) {
        FactRow row = new FactRow(Relation.TASKS, head.id(), step.seq()).set("kind", kind).set("turn", turn)
                .set("post", step.collector()).set("unit", unit).set("asked_at", step.at());
        rows.add(row);
        return row;
    }

    private void answered(Step step, boolean passed) {
        if (open != null) {
            open.set("post", step.post()).set("person", step.person()).set("at", step.at()).set("due", step.due()).set("late", step.overdue())
                    .set("passed", passed);
            open = null;
        }
    }
}
