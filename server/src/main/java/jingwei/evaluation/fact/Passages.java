package jingwei.evaluation.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jingwei.casework.ReportSource;
import jingwei.casework.history.CaseHistory.Head;
import jingwei.casework.history.CaseHistory.Step;
import org.jspecify.annotations.Nullable;

/// 岗位环节: one row for each step a post did or still owes, told act by act.
final class Passages {

    private final Head head;
    private final List<FactRow> rows = new ArrayList<>();
    /// The last passage of each step.
    private final Map<String, FactRow> last = new HashMap<>();
    private final List<FactRow> orders = new ArrayList<>();
    private int asked = -1;
    private boolean sentOut;
    private boolean inTheField;
    private boolean ended;
    private @Nullable String registrar;

    Passages(Head head) {
        this.head = head;
    }

    List<FactRow> rows() {
        return rows;
    }

    void tell(Step step, int turn, @Nullable String unit) {
        Instant at = step.at();
        switch (step.act()) {
            case REGISTER -> registrar = step.post();
            case ACCEPT -> again("accept", step, turn, unit);
            case ASK_VERIFY -> {
                sentOut = true;
                sent("ask-verify", step, turn, unit);
            }
            case FILE -> again("file", step, turn, unit);
            case DISPATCH, TRANSFER -> dispatched(step, turn);
            case GRANT_RETURN -> {
                left("dispatch", "wrong_at", at);
                left("return", "granted", true);
            }
            case REFUSE_RETURN -> left("return", "groundless", true);
            case ASK_RETURN -> {
                asked++;
                FactRow row = done("return", step, turn, unit);
                row.set("late", asked < head.petitions().size() && head.petitions().get(asked).late()).set("due", null);
            }
            case ASK_EXTENSION, ASK_HOLD -> asked++;
            case REWORK -> left("dispatch", "reworked_at", at);
            case ASK_CHECK -> sent("ask-check", step, turn, unit);
            case VERIFY_TRUE, VERIFY_FALSE, PASS_CHECK, FAIL_CHECK -> inTheField = false;
            case CLOSE -> {
                done("close", step, turn, unit);
                ended = true;
            }
            case REOPEN -> ended = false;
            case ANNUL -> {
                left("file", "wrong_at", at);
                ended = true;
            }
            case EXPEDITE, REMIND, INSTRUCT -> orders.add(done("order", step, turn, unit).set("due", null).set("late", null));
            case ANSWER -> answered(step);
            case DECLINE, MARK_DUPLICATE, REFUSE_FILING, CLOSE_SHORT, APPROVE_SETTLEMENT, MERGE -> ended = true;
            case REPORT, IMPORT, SEND_BACK, RETURN_TO_FILING, RECEIVE, HANDLE,
                GRANT_EXTENSION, REFUSE_EXTENSION, GRANT_HOLD, REFUSE_HOLD, RELEASE, REPORT_BACK, SEND_BACK_INCOMPLETE,
                CHECK_AGAIN, SETTLE_ON_SPOT, REFUSE_SETTLEMENT, SPLIT -> {
                // no step that a post is judged by here
            }
        }
    }

    /// The step that is still owed, on the post that touched the case last in that duty; on nobody where none did.
    void end(int seq, int turn) {
        if (ended || head.waiting() == null || head.waitingDue() == null) {
            return;
        }
        String step = switch (head.waiting()) {
            case "accept" -> !sentOut && head.source() != ReportSource.COLLECTOR ? "ask-verify" : "accept";
            case "file", "dispatch", "ask-check", "close" -> head.waiting();
            default -> "";
        };
        if (!step.isEmpty()) {
            String post = switch (step) {
                case "accept", "ask-verify" -> postOf("accept") == null ? registrar : postOf("accept");
                case "ask-check" -> postOf("accept");
                case "close" -> postOf("file");
                default -> postOf(step);
            };
            rows.add(new FactRow(Relation.STAGES, head.id(), seq).set("step", step).set("turn", turn).set("post", post)
                    .set("due", head.waitingDue()));
        }
    }

    private @Nullable String postOf(String step) {
        FactRow row = last.get(step);
        return row == null ? null : (String) row.get("post");
    }

    /// Sending a collector is a step; sending another while the first is under way (改派) is none.
    private void sent(String word, Step step, int turn, @Nullable String unit) {
        if (!inTheField) {
            done(word, step, turn, unit);
        }
        inTheField = true;
    }

    private FactRow done(String word, Step step, int turn, @Nullable String unit) {
        FactRow row = new FactRow(Relation.STAGES, head.id(), step.seq()).set("step", word).set("turn", turn)
                .set("post", step.post()).set("person", step.person()).set("unit", unit).set("at", step.at()).set("due", step.due())
                .set("late", step.overdue());
        rows.add(row);
        last.put(word, row);
        return row;
    }

    /// A step done a second time (sent back in between): the earlier one counts no more.
    private void again(String word, Step step, int turn, @Nullable String unit) {
        left(word, "left_at", step.at());
        done(word, step, turn, unit);
    }

    /// Two different units one after the other are a wrong dispatch, charged to the earlier one (counting rule 6).
    private void dispatched(Step step, int turn) {
        FactRow before = last.get("dispatch");
        if (before != null && step.unit() != null && !step.unit().equals(before.get("unit"))) {
            before.setOnce("wrong_at", step.at());
        }
        done("dispatch", step, turn, step.unit());
    }

    private void left(String word, String column, Object value) {
        FactRow row = last.get(word);
        if (row != null) {
            row.setOnce(column, value);
        }
    }

    private void answered(Step step) {
        if (step.order() != null && step.order().matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(step.order());
            if (number >= 1 && number <= orders.size()) {
                orders.get(number - 1).setOnce("answered_at", step.at());
            }
        }
    }
}
