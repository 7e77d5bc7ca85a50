package jingwei.citizen;

import java.util.List;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;

/// 公众上报的拒绝.
public final class CitizenRefusals {

    private CitizenRefusals() {
    }

    public static RefusedException closed() {
        return Refusal.of(Refusal.Kind.UNAVAILABLE, "reporting-closed",
                Text.of("本平台暂未开放公众上报", "this platform takes no reports from the public now"),
                Text.of("请拨打城市管理热线", "please call the city management hotline")).under("PUB-01").asException();
    }

    public static RefusedException field(String field, String zh, String en) {
        return Refusal.of(Refusal.Kind.MALFORMED, "report-incomplete",
                Text.of("上报内容不全或有误：" + zh, "the report lacks something or is wrong: " + en),
                Text.of("请更正后再次提交", "correct it and send it again")).under("PUB-01").missing(List.of(field)).asException();
    }

    static RefusedException idTaken() {
        return Refusal.of(Refusal.Kind.CONFLICT, "report-id-taken",
                Text.of("这个标识已用于另一次上报", "this id belongs to another report"),
                Text.of("新的上报请用新的标识", "give a new report a new id")).under("PUB-01").asException();
    }

    static RefusedException tooMany() {
        return Refusal.of(Refusal.Kind.TOO_MANY, "too-many-reports",
                Text.of("短时间内上报或查询过多", "too many reports or look-ups in a short time"),
                Text.of("请稍后再试，紧急情况请直接致电", "try again later; call where it is urgent")).under("PUB-01").asException();
    }

    public static RefusedException notReleased() {
        return Refusal.of(Refusal.Kind.NOT_FOUND, "layer-not-released",
                Text.of("这个图层不对公众开放", "this layer is not open to the public"),
                Text.of("公众可用的图层：roads、water、green、communities", "open layers: roads, water, green, communities")).under("SEC-02")
                .asException();
    }

    static RefusedException notFound() {
        return Refusal.of(Refusal.Kind.NOT_FOUND, "no-such-report",
                Text.of("编号或查询码不对", "the number or the code is wrong"),
                Text.of("请核对回执上的编号和查询码", "check both against the receipt")).under("PUB-02").asException();
    }

    static RefusedException notEnded() {
        return Refusal.of(Refusal.Kind.CONFLICT, "not-ended-yet",
                Text.of("案件还在办理，尚不能评价", "the case is still being handled and cannot be graded"),
                Text.of("请在办结后评价", "grade it when it has ended")).under("PUB-02").asException();
    }

    static RefusedException gradedAlready() {
        return Refusal.of(Refusal.Kind.CONFLICT, "graded-already",
                Text.of("已经评价过，评价不能更改", "it was graded already and a grade is not changed"),
                Text.of("如有新的情况请再次上报", "report again where something is new")).under("PUB-02").asException();
    }

    static RefusedException noGateway() {
        return Refusal.of(Refusal.Kind.UNAVAILABLE, "no-message-gateway",
                Text.of("本平台没有接通短信", "this platform has no short-message gateway"),
                Text.of("可不填验证码直接上报，受理员会回拨确认", "report without a code; an operator will call back")).under("PUB-01")
                .asException();
    }

    static RefusedException wrongCode() {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, "phone-code-wrong",
                Text.of("验证码不对或已过期", "the code is wrong or too old"),
                Text.of("请重新获取验证码，或不填验证码上报", "ask for a new code, or report without one")).under("PUB-01").asException();
    }

    static RefusedException noPost() {
        return Refusal.of(Refusal.Kind.UNAVAILABLE, "no-exchange-post",
                Text.of("监督侧数据交换岗位无人任岗，公众上报无法登记", "nobody holds the supervision side's exchange post, so nothing can be registered"),
                Text.of("请管理员为该岗位安排人员", "ask the administrator to seat that post")).under("PUB-01").asException();
    }

    public static RefusedException supervisionOnly() {
        return Refusal.of(Refusal.Kind.NOT_ALLOWED, "reporter-hidden",
                Text.of("只有监督中心的岗位可以查看举报人电话", "only posts of the supervision center may see a reporter's phone"),
                Text.of("需要回访请交由受理员", "leave call-backs to the operator")).under("SEC-03").asException();
    }
}
