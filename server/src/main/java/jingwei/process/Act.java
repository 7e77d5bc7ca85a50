package jingwei.process;

import static jingwei.organization.Axis.COMMAND;
import static jingwei.organization.Axis.HANDLING;
import static jingwei.organization.Axis.LEADERSHIP;
import static jingwei.organization.Axis.SUPERVISION;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jingwei.organization.Axis;
import jingwei.standards.Text;

/// 办理动作: everything that can be done to a case (T01–T41), each with the axis or axes it belongs to.
///
/// This list is the first layer of the constitution: no definition, setting or administrator moves an act to another
/// axis. T13 (移交指挥中心) is part of {@link #FILE}.
public enum Act {
    REPORT("上报", "T01", SUPERVISION),
    REGISTER("登记", "T02", SUPERVISION),
    IMPORT("导入", "T03", SUPERVISION, COMMAND),
    ASK_VERIFY("派发核实", "T04", SUPERVISION),
    VERIFY_TRUE("核实属实", "T05", SUPERVISION),
    VERIFY_FALSE("核实不属实", "T06", SUPERVISION),
    ACCEPT("受理", "T07", SUPERVISION),
    DECLINE("不予受理", "T08", SUPERVISION),
    MARK_DUPLICATE("标记重复", "T09", SUPERVISION),
    FILE("立案", "T10", SUPERVISION),
    SEND_BACK("退回受理", "T11", SUPERVISION),
    REFUSE_FILING("不予立案", "T12", SUPERVISION),
    DISPATCH("派遣", "T14", COMMAND),
    RETURN_TO_FILING("退回立案", "T15", COMMAND),
    TRANSFER("转协同平台", "T16", COMMAND),
    RECEIVE("签收", "T17", HANDLING),
    HANDLE("处置完成", "T18", HANDLING),
    ASK_RETURN("申请回退", "T19", HANDLING),
    GRANT_RETURN("同意回退", "T20", COMMAND),
    REFUSE_RETURN("不同意回退", "T21", COMMAND),
    ASK_EXTENSION("申请延期", "T22", HANDLING),
    GRANT_EXTENSION("同意延期", "T23", COMMAND),
    REFUSE_EXTENSION("不同意延期", "T23", COMMAND),
    ASK_HOLD("申请挂账", "T24", HANDLING, COMMAND),
    GRANT_HOLD("同意挂账", "T25", COMMAND),
    REFUSE_HOLD("不同意挂账", "T25", COMMAND),
    RELEASE("销账", "T26", COMMAND),
    REPORT_BACK("反馈", "T27", COMMAND),
    SEND_BACK_INCOMPLETE("退回补充", "T27", COMMAND),
    ASK_CHECK("派发核查", "T28", SUPERVISION),
    PASS_CHECK("核查通过", "T29", SUPERVISION),
    FAIL_CHECK("核查不通过", "T30", SUPERVISION),
    CLOSE("结案", "T31", SUPERVISION),
    REWORK("返工", "T32", SUPERVISION),
    CHECK_AGAIN("重新核查", "T33", SUPERVISION),
    ANNUL("作废", "T34", SUPERVISION),
    REOPEN("重新立案", "T35", SUPERVISION),
    EXPEDITE("督办", "T36", SUPERVISION, COMMAND, LEADERSHIP),
    REMIND("催办", "T36", SUPERVISION, COMMAND, LEADERSHIP),
    INSTRUCT("批示", "T36", SUPERVISION, COMMAND, LEADERSHIP),
    ANSWER("答复", "T36", HANDLING),
    SETTLE_ON_SPOT("自行处置", "T37", SUPERVISION),
    APPROVE_SETTLEMENT("同意自行处置", "T38", SUPERVISION),
    REFUSE_SETTLEMENT("不同意自行处置", "T38", SUPERVISION),
    CLOSE_SHORT("简易结案", "T39", SUPERVISION),
    MERGE("并案", "T40", SUPERVISION, COMMAND),
    SPLIT("分案", "T41", COMMAND);

    private static final Map<String, Act> BY_WORD = Arrays.stream(values()).collect(Collectors.toMap(Act::word, act -> act));

    private final String word;
    private final Text text;
    private final String requirement;
    private final Set<Axis> axes;

    Act(String zh, String requirement, Axis first, Axis... more) {
        this.word = name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.text = Text.of(zh, name().toLowerCase(Locale.ROOT).replace('_', ' '));
        this.requirement = requirement;
        this.axes = EnumSet.of(first, more);
    }

    public Text text() {
        return text;
    }

    /// The transition of the reference machine, `T14`.
    public String requirement() {
        return requirement;
    }

    /// The axes whose posts may perform it. A merge is the supervision axis' before dispatch and the command axis' after.
    public Set<Axis> axes() {
        return axes;
    }

    /// The article that binds it to its axis: A1 supervision, A2 command, A3 handling.
    public Article axisArticle() {
        return axes.contains(SUPERVISION) ? Article.A1 : axes.contains(COMMAND) ? Article.A2 : Article.A3;
    }

    /// The word used in definitions, letters and the contract: `ask-verify`.
    @JsonValue
    public String word() {
        return word;
    }

    public static Optional<Act> ofWord(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}
