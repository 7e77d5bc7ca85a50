package jingwei.evaluation;

import jingwei.organization.Axis;
import jingwei.organization.Post;
import jingwei.organization.PostKind;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;

/// 超时申诉的规则 (COL-19): when a unit may appeal and what a decision makes of an appeal. Pure, so that a story told without a database
/// keeps to the same.
public final class AppealRules {

    private AppealRules() {
    }

    /// @param own    the speaker belongs to the unit of the case
    /// @param closed the case was closed
    /// @param late   and its handling was late
    /// @throws RefusedException `not-your-unit`, `not-closed-yet`, `not-late`
    public static void mayRaise(boolean own, boolean closed, boolean late) {
        if (!own) {
            throw refusal(Refusal.Kind.NOT_ALLOWED, "not-your-unit", "只有该案件的责任单位可以申诉", "only the unit of the case appeals");
        }
        if (!closed) {
            throw refusal(Refusal.Kind.CONFLICT, "not-closed-yet", "案件还没有结案，结案后才能申诉", "an appeal is possible after closing");
        }
        if (!late) {
            throw refusal(Refusal.Kind.CONFLICT, "not-late", "案件没有超时，无须申诉", "the case was not late");
        }
    }

    /// What the status becomes: the command side reviews first (初审), the head of supervision decides last (终审).
    ///
    /// @throws RefusedException `appeal-decided`, `not-your-step`
    public static String decided(String status, boolean grant, Post by) {
        boolean first = first(status);
        if (!first && !"supported".equals(status)) {
            throw refusal(Refusal.Kind.CONFLICT, "appeal-decided", "申诉已有结论", "the appeal was decided");
        }
        if (first ? by.axis() != Axis.COMMAND : by.kind() != PostKind.CENTER_CHIEF) {
            throw refusal(Refusal.Kind.NOT_ALLOWED, "not-your-step", first ? "申诉先由指挥中心初审" : "申诉由监督中心主任终审",
                    first ? "the command side reviews first" : "the head of supervision decides last");
        }
        return !grant ? "refused" : first ? "supported" : "granted";
    }

    /// Whether the next decision is the first of the two.
    static boolean first(String status) {
        return "asked".equals(status);
    }

    static RefusedException refusal(Refusal.Kind kind, String code, String zh, String en) {
        return Refusal.of(kind, code, Text.of(zh, en), Text.of("请核对案件和申诉的进展", "check the case and the state of the appeal"))
                .under("COL-19").asException();
    }
}
