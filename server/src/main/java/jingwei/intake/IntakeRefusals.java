package jingwei.intake;

import java.util.List;
import jingwei.standards.Refusal;
import jingwei.standards.Refusal.Kind;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;

/// 受理接入的拒绝.
public final class IntakeRefusals {

    private IntakeRefusals() {
    }

    public static RefusedException malformed(String field, String zh, String en) {
        return Refusal.of(Kind.MALFORMED, "field-malformed", Text.of("字段“" + field + "”填写有误：" + zh, "the field " + field + " is wrong: " + en),
                Text.of("请更正后重发", "correct it and send again")).under("ACC-02").missing(List.of(field)).asException();
    }

    /// What must be given. @throws RefusedException `field-malformed`
    public static <T> T need(String field, @org.jspecify.annotations.Nullable T value) {
        if (value == null) {
            throw malformed(field, "缺失", "is missing");
        }
        return value;
    }

    static RefusedException notYours() {
        return Refusal.of(Kind.NOT_ALLOWED, "intake-not-yours",
                Text.of("来电和举报人资料只供监督中心使用", "calls and reporters are the supervision center's alone"),
                Text.of("请与监督中心联系", "ask the supervision center")).under("SEC-03").asException();
    }

    static RefusedException onlyShiftLeader() {
        return Refusal.of(Kind.NOT_ALLOWED, "only-shift-leader",
                Text.of("屏蔽由值班长设置", "a suppression is set by the shift leader"),
                Text.of("请报值班长", "ask the shift leader")).under("ACC-19").whoCould(List.of("shift-leader")).asException();
    }

    static RefusedException noSuch(String code, String zh, String en) {
        return Refusal.of(Kind.NOT_FOUND, code, Text.of("没有这" + zh, "there is no such " + en),
                Text.of("请刷新列表", "load the list again")).under("ACC-02").asException();
    }

    static RefusedException conflict(String code, String clause, Text what, Text remedy) {
        return Refusal.of(Kind.CONFLICT, code, what, remedy).under(clause).asException();
    }
}
