package jingwei.exchange;

import java.util.Locale;
import java.util.Optional;
import jingwei.standards.Text;

/// 信件种类: everything one platform says to another (docs/formats/exchange-1.0.md). The word stays the same for ever.
public enum LetterKind {
    HAND_DOWN("交办", "a case handed down to the county", Of.GIVER),
    REFER_UP("上报上级", "a case passed up to the city", Of.GIVER),
    REWORK("返工交办", "the same case again, one round later", Of.GIVER),
    PROGRESS("办理进展", "stage and act of a case", Of.TAKER),
    DONE("处置完成", "the result, with photos", Of.TAKER),
    MEDIA_ADDED("补充材料", "more words or photos on a case", Of.BOTH),
    RETURN_ASKED("申请退回", "the taker asks to give the case back", Of.TAKER),
    RETURN_DECIDED("退回答复", "the decision on it", Of.GIVER),
    EXTENSION_ASKED("申请延期", "the taker asks for more time", Of.TAKER),
    EXTENSION_DECIDED("延期答复", "the decision on it, with the new deadline", Of.GIVER),
    HOLD_ASKED("申请挂账", "the taker asks for a hold", Of.TAKER),
    HOLD_DECIDED("挂账答复", "the decision on it", Of.GIVER),
    HOLD_RELEASED("销账", "the hold has ended", Of.GIVER),
    SENT_BACK("退回补充", "the result is incomplete", Of.GIVER),
    ORDER("督办", "an expedition, reminder or instruction", Of.GIVER),
    ORDER_ANSWERED("督办答复", "the answer to an order", Of.TAKER),
    CHECK_TASK("核查任务", "the giver has sent its collector", Of.GIVER),
    CHECK_RESULT("核查结果", "passed or failed, with photos", Of.GIVER),
    CLOSED("结案", "the giver has closed the case", Of.GIVER),
    ANNULLED("作废", "the giver has taken the case back for good", Of.GIVER),
    COPY("自办案件副本", "a case of the county's own, for the city to see", Of.BELOW),
    FIGURES("评价结果", "evaluation figures of a period", Of.BOTH),
    PUBLICATION("版本发布", "a version of catalogue, process, calendar, land or places", Of.BOTH),
    ORGANIZATION("机构人员", "organizations and collectors on duty", Of.BOTH),
    POSITIONS("位置摘要", "where collectors and cases are, in numbers", Of.BELOW),
    NOTICE("通知", "a message for people", Of.BOTH),
    RECONCILE_ASKED("对账请求", "the asker's counts and list", Of.BOTH),
    RECONCILE_LIST("对账清单", "the other side's counts, list and differences", Of.BOTH),
    RESEND_ASKED("请求补发", "letters or cases wanted again", Of.BOTH),
    ANSWER("业务答复", "accepted or refused, with the reason", Of.BOTH),
    HEARTBEAT("心跳", "the line is alive; what waits on the other side", Of.BOTH);

    /// Who says it: the side that gave the case, the side that took it, the county to the city, either.
    public enum Of {
        GIVER, TAKER, BELOW, BOTH
    }

    private final Text text;
    private final Of of;

    LetterKind(String zh, String en, Of of) {
        this.text = Text.of(zh, en);
        this.of = of;
    }

    public Text text() {
        return text;
    }

    public Of of() {
        return of;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<LetterKind> ofWord(String word) {
        for (LetterKind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
