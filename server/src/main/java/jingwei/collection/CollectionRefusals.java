package jingwei.collection;

import java.util.List;
import jingwei.standards.Refusal;
import jingwei.standards.Refusal.Kind;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;

/// 采集的拒绝.
public final class CollectionRefusals {

    private CollectionRefusals() {
    }

    public static RefusedException malformed(String field, String zh, String en) {
        return Refusal.of(Kind.MALFORMED, "field-malformed", Text.of("字段“" + field + "”填写有误：" + zh, "the field " + field + " is wrong: " + en),
                Text.of("请更正后重发", "correct it and send again")).under("DEV-02").missing(List.of(field)).asException();
    }

    static RefusedException noCollector() {
        return Refusal.of(Kind.NOT_ALLOWED, "no-collector",
                Text.of("只有采集员岗位可以这样做", "only a collector's post does this"),
                Text.of("请以采集员岗位登录", "sign in with a collector's post")).under("ACQ-01").asException();
    }

    static RefusedException notYours() {
        return Refusal.of(Kind.NOT_ALLOWED, "collectors-not-yours",
                Text.of("采集员的位置和考勤只供监督中心、指挥中心和领导查看", "collectors are shown to the two centers and to leaders only"),
                Text.of("请与监督中心联系", "ask the supervision center")).under("COLM-01").asException();
    }

    static RefusedException onlySupervision() {
        return Refusal.of(Kind.NOT_ALLOWED, "only-supervision",
                Text.of("采集员由监督中心管理", "collectors are led by the supervision center"),
                Text.of("请交由受理员、值班长或监督中心主任办理", "leave it to an operator, a shift leader or the head of the center"))
                .under("COLM-01").asException();
    }

    static RefusedException noSuchPost(String post) {
        return Refusal.of(Kind.NOT_FOUND, "no-such-collector",
                Text.of("没有采集员岗位 " + post, "there is no collector's post " + post),
                Text.of("请从采集员名单中选择", "choose from the list of collectors")).under("COLM-01").asException();
    }

    static RefusedException outsideDutyGrid(List<String> grids) {
        return Refusal.of(Kind.UNPROCESSABLE, "outside-duty-grid",
                Text.of("签到点不在您的责任网格（" + String.join("、", grids) + "）内", "you are outside your duty grids " + grids),
                Text.of("请走到责任网格内再签到；定位不准时请到空旷处", "walk into your duty grid; where the fix is poor, go into the open"))
                .under("ACQ-17").asException();
    }

    static RefusedException outsideShift() {
        return Refusal.of(Kind.UNPROCESSABLE, "outside-shift",
                Text.of("现在不在您的班次内", "this is outside your shift"),
                Text.of("请在班次内签到；排班有误请与值班长联系", "sign in during your shift; ask the shift leader where the plan is wrong"))
                .under("ACQ-17").asException();
    }

    static RefusedException notOnDuty() {
        return Refusal.of(Kind.CONFLICT, "not-on-duty", Text.of("您现在没有签到", "you are not signed in for duty"),
                Text.of("请先签到", "sign in for duty first")).under("ACQ-17").asException();
    }

    public static RefusedException taken() {
        return Refusal.of(Kind.CONFLICT, "id-taken", Text.of("这个标识已用于别的内容", "the id was used for something else"),
                Text.of("请为新的内容生成新的标识", "make a new id for something new")).under("ACQ-15").asException();
    }

    public static RefusedException noSuch(String code, String zh, String en) {
        return Refusal.of(Kind.NOT_FOUND, code, Text.of("没有这" + zh, "there is no such " + en),
                Text.of("请刷新后重试", "load again")).under("COLM-01").asException();
    }
}
