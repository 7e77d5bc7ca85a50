package jingwei.situation.follow;

import java.util.Locale;
import jingwei.casework.history.CaseHistory.Step;
import org.jspecify.annotations.Nullable;

/// 里程碑: what the wall counts a day by, each from acts alone (HOUSE 20: 上报数, 受理数, 立案数 are counted from acts).
public enum Milestone {
    REPORTED, ACCEPTED, FILED, DISPATCHED, HANDLED, VERIFIED, CHECKED, CLOSED, DECLINED, REWORKED, ORDERED;

    /// A unit's answer after its limit, counted beside {@link #HANDLED}.
    static final String LATE = "late";

    /// The word in tables and in the contract.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What an act counts as; null for one that is not counted. The parts of a split are no new reports.
    static @Nullable Milestone of(Step step) {
        return switch (step.act()) {
            case REPORT, REGISTER, IMPORT -> REPORTED;
            case ACCEPT -> ACCEPTED;
            case FILE -> FILED;
            case DISPATCH, TRANSFER -> DISPATCHED;
            case HANDLE -> HANDLED;
            case VERIFY_TRUE, VERIFY_FALSE -> VERIFIED;
            case PASS_CHECK, FAIL_CHECK -> CHECKED;
            case CLOSE, CLOSE_SHORT, APPROVE_SETTLEMENT -> CLOSED;
            case DECLINE, MARK_DUPLICATE, REFUSE_FILING, ANNUL -> DECLINED;
            case REWORK -> REWORKED;
            case EXPEDITE, REMIND, INSTRUCT -> ORDERED;
            case ASK_VERIFY, SEND_BACK, RETURN_TO_FILING, RECEIVE, ASK_RETURN, GRANT_RETURN, REFUSE_RETURN, ASK_EXTENSION,
                    GRANT_EXTENSION, REFUSE_EXTENSION, ASK_HOLD, GRANT_HOLD, REFUSE_HOLD, RELEASE, REPORT_BACK,
                    SEND_BACK_INCOMPLETE, ASK_CHECK, CHECK_AGAIN, REOPEN, ANSWER, SETTLE_ON_SPOT, REFUSE_SETTLEMENT, MERGE,
                    SPLIT -> null;
        };
    }

    /// Counted under the post that did it, for the record of a collector.
    boolean ofPost() {
        return this == REPORTED || this == VERIFIED || this == CHECKED;
    }

    boolean ofUnit() {
        return this == DISPATCHED || this == HANDLED || this == REWORKED;
    }
}
