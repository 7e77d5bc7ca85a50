package jingwei.evaluation.fact;

import static jingwei.evaluation.fact.Relation.CASES;
import static jingwei.evaluation.fact.Relation.FAULTS;
import static jingwei.evaluation.fact.Relation.MARKS;
import static jingwei.evaluation.fact.Relation.STAGES;
import static jingwei.evaluation.fact.Relation.TASKS;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jingwei.evaluation.fact.FactRows.Findings;
import jingwei.casework.history.CaseHistory;
import jingwei.standards.Text;
import jingwei.workcalendar.WorkCalendar;

/// 指标因子: everything an indicator sheet may count, each with its Chinese word and requirement (EVA-02, HOUSE chapter 7).
///
/// A fact is a pure function of a case's history: {@link #of}. The tables of facts hold its rows, so that the same count can
/// be had in SQL for a whole city. What is due but not done is counted apart (`…_overdue`), so that a sheet can say
/// due = done + overdue (counting rule 2).
public enum Fact {
    // The case (案件)
    REPORTED("上报数", "XX-R07", first(CASES, "reported_at").not("part")),
    NOT_CLOSED("上报未结数", "XX-R07", first(CASES, "reported_at").not("part").until("finished_at")),
    ACCEPTED("受理数", "XX-R01", first(CASES, "accepted_at").not("part")),
    ACCEPTED_RIGHT("准确受理数", "XX-R08", first(CASES, "accepted_at").not("part").where("accepted_right")),
    FILED("立案数", "RG-B02", first(CASES, "filed_at").not("part")),
    BEAT_FILED("责任网格立案数", "PC-B08", first(CASES, "filed_at").not("part")),
    FILED_FREE("立案数（不含挂账）", "RG-B02", first(CASES, "filed_at").not("part").not("held_at")),
    PUBLIC_VERIFIED("监督举报核实数", "RG-B01", first(CASES, "verified_at").where("public")),
    CASES_DISPATCHED("派遣案件数", "XX-R02", Count.of(CASES, "dispatched_at").where("first_dispatch").not("part")),
    UNIT_FILED("单位立案数", "DP-B01", Count.of(CASES, "filed_at").where("unit").until("left_at")),
    HANDLED("处置数", "DP-B03", Count.of(CASES, "handled_at").where("unit").until("left_at")),
    HANDLED_ON_TIME("按期处置数", "DP-B04", Count.of(CASES, "handled_at").where("unit").not("late").until("left_at")),
    HANDLED_OVERDUE("超期未处置数", "DP-B02",
            Count.of(CASES, "handle_due").where("unit").not("appealed").until("handled_at", "left_at")),
    CLOSED("结案数", "RG-B04", Count.of(CASES, "closed_at").not("split").until("left_at")),
    CLOSED_ON_TIME("按期结案数", "RG-B05", Count.of(CASES, "closed_at").not("split").not("late").until("left_at")),
    CLOSED_LATE("超期结案数", "XX-R06", Count.of(CASES, "closed_at").not("split").where("late").until("left_at")),
    CLOSED_SHORT("简易结案数", "T39", Count.of(CASES, "closed_at").is("ending", "short").until("left_at")),
    CLOSED_OVERDUE("超期未结案数", "RG-B03",
            Count.of(CASES, "handle_due").where("unit").not("appealed").until("closed_at", "left_at")),
    SOLVED_IN_TIME("及时解决数", "XX-R14",
            Count.of(CASES, "filed_at").where("handled_at").not("late").until("left_at")),
    REWORKED("返工数", "DP-B08", Count.of(CASES, "rework_at").until("rework_next")),
    REWORK_ROUNDS("返工次数", "DP-B09", Count.of(CASES, "rework_at")),
    EXTENDED("延期数", "XX-B03", Count.of(CASES, "extended_at")),
    EXTENSION_GRANTS("延期次数", "XX-B03", Count.of(CASES, "extended_at").sum("extensions")),
    EXTENSION_HOURS("延期小时数", "XX-B03", Count.of(CASES, "extended_at").sum("extension_hours")),
    HELD_NOW("挂账数", "XX-B04", Count.of(CASES, "held_at").until("released_at", "left_at").atTheEnd()),
    EVER_HELD("曾挂账数", "XX-B04", Count.of(CASES, "held_at")),
    HOLD_TIMES("挂账次数", "XX-B04", Count.of(CASES, "held_at").sum("holds")),
    BACKLOG("积存数", "XX-B05", Count.of(CASES, "handle_due").where("unit").until("closed_at", "left_at").atTheEnd()),
    BACKLOG_HELD("缓办积存数", "XX-B05", Count.of(CASES, "held_long_at").until("released_at", "left_at").atTheEnd()),
    ANNULLED("作废数", "XX-B06", Count.of(CASES, "ended_at").is("ending", "annulled").where("filed_at")),
    DECLINED("不予受理数", "XX-B07", Count.of(CASES, "ended_at").is("ending", "declined")),
    NOT_FILED("不予立案数", "XX-B08", Count.of(CASES, "ended_at").is("ending", "not-filed")),
    DUPLICATES("重复数", "XX-R13", Count.of(CASES, "ended_at").is("ending", "duplicate")),
    MERGED("并案数", "T40", Count.of(CASES, "ended_at").is("ending", "merged")),
    SELF_REPORTED("自行处置上报数", "XX-B09", Count.of(CASES, "settle_at")),
    SELF_HANDLED("自行处置数", "XX-B09", Count.of(CASES, "ended_at").is("ending", "settled")),
    SELF_CANCELLED("自行处置未通过数", "XX-B09", Count.of(CASES, "settle_refused_at")),
    OVERTIME("超时倍数合计", "XX-B12", Count.of(CASES, "handled_at").where("unit").where("late").until("left_at").sum("overtime")),
    REPLIES_OWED("应回复数", "XX-R11", Count.of(CASES, "closed_at").where("reply_owed").until("left_at")),
    REPLIED("已回复数", "XX-R11", Count.of(CASES, "closed_at").where("replied").until("left_at")),
    APPEALS_GRANTED("超时申诉成立数", "COL-19", Count.of(CASES, "handled_at").where("appealed").until("left_at")),
    REPORTS_SENT("采集上报数", "PC-B01", first(CASES, "reported_at").where("collected").not("settle_at")),
    REPORTS_VALID("有效上报数", "PC-B02", first(CASES, "reported_at").where("collected").not("settle_at").where("valid")),
    // The steps of posts (环节)
    ACCEPTS("受理件数", "PA-B01", step("accept")),
    ACCEPTS_ON_TIME("按时受理数", "XX-R09", step("accept").not("late")),
    ACCEPTS_OVERDUE("超时未受理数", "XX-R09", overdue("accept")),
    VERIFY_SENT("发核实数", "PA-B02", step("ask-verify")),
    VERIFY_SENT_ON_TIME("按时发核实数", "PA-B03", step("ask-verify").not("late")),
    VERIFY_SENT_OVERDUE("超时未发核实数", "PA-B02", overdue("ask-verify")),
    CHECK_SENT("发核查数", "PA-B04", step("ask-check")),
    CHECK_SENT_ON_TIME("按时发核查数", "PA-B05", step("ask-check").not("late")),
    CHECK_SENT_OVERDUE("超时未发核查数", "PA-B04", overdue("ask-check")),
    FILINGS("值班长立案数", "PL-B01", step("file")),
    FILINGS_ON_TIME("按时立案数", "PL-B02", step("file").not("late")),
    FILINGS_RIGHT("准确立案数", "PL-B03", Count.of(STAGES, "at").is("step", "file").until("left_at", "wrong_at")),
    CLOSINGS("值班长结案数", "PL-B04", step("close")),
    CLOSINGS_ON_TIME("按时结案数", "PL-B05", step("close").not("late")),
    CLOSINGS_OVERDUE("超时待结案数", "PL-B04", overdue("close")),
    DISPATCHES("派遣数", "PD-B01", step("dispatch")),
    DISPATCHES_ON_TIME("按时派遣数", "PD-B03", step("dispatch").not("late")),
    DISPATCHES_OVERDUE("超时未派遣数", "PD-B02", overdue("dispatch")),
    DISPATCHES_RIGHT("准确派遣数", "PD-B04", Count.of(STAGES, "at").is("step", "dispatch").until("left_at", "wrong_at")),
    DISPATCHES_UNREWORKED("未返工派遣数", "PD-B04",
            Count.of(STAGES, "at").is("step", "dispatch").until("left_at", "reworked_at")),
    WRONG_DISPATCHES("错误派遣数", "COL-05", Count.of(STAGES, "wrong_at").is("step", "dispatch")),
    RETURNS("回退数", "XX-B01", Count.of(STAGES, "at").is("step", "return")),
    LATE_RETURNS("超时回退数", "XX-B02", Count.of(STAGES, "at").is("step", "return").where("late")),
    RETURNS_GRANTED("同意回退数", "T20", Count.of(STAGES, "at").is("step", "return").where("granted")),
    EVASIONS("推诿数", "XX-B11", Count.of(STAGES, "at").is("step", "return").where("groundless")),
    ORDERS("督办数", "XX-B10", Count.of(STAGES, "at").is("step", "order")),
    ORDERS_ANSWERED("督办答复数", "XX-B10", Count.of(STAGES, "at").is("step", "order").where("answered_at")),
    // The tasks of collectors (任务)
    VERIFICATIONS("核实数", "PC-B03", task("verify")),
    VERIFICATIONS_ON_TIME("按时核实数", "PC-B04", task("verify").not("late")),
    VERIFICATIONS_OVERDUE("超时未核实数", "PC-B03", Count.of(TASKS, "due").is("kind", "verify").until("at", "left_at")),
    CHECKS("核查数", "PC-B05", task("check")),
    CHECKS_ON_TIME("按时核查数", "PC-B06", task("check").not("late")),
    CHECKS_OVERDUE("超时未核查数", "PC-B05", Count.of(TASKS, "due").is("kind", "check").until("at", "left_at")),
    CHECKS_INVALID("无效核查数", "T33", Count.of(TASKS, "left_at").is("kind", "check")),
    // Confirmed faults (采集差错)
    MISSED("漏报数", "PC-B07", Count.of(FAULTS, "at").is("kind", "missed")),
    WRONG_REPORTS("错报数", "ACC-24", Count.of(FAULTS, "at").is("kind", "wrong")),
    FALSE_REPORTS("虚报数", "ACC-24", Count.of(FAULTS, "at").is("kind", "false")),
    CONCEALED("瞒报数", "ACC-24", Count.of(FAULTS, "at").is("kind", "concealed")),
    // Marks from outside (外部评价)
    CALLBACKS_DUE("应回访数", "XX-R12", mark("callback-due")),
    CALLBACKS("回访数", "XX-R12", mark("callback")),
    SATISFIED("满意数", "XX-R10", mark("satisfied")),
    SPOT_CHECK("现场抽查扣分", "EVA-09", mark("spot-check")),
    LEADER_MARK("领导评分", "EVA-09", mark("leader")),
    BONUS("加分", "EVA-09", mark("bonus")),
    MALUS("减分", "EVA-09", mark("malus")),
    CORRECTION("更正数", "EVA-05", mark("correction"));

    private final Text text;
    private final String requirement;
    private final Count count;
    private final String word;

    Fact(String zh, String requirement, Count count) {
        this.word = name().toLowerCase(Locale.ROOT);
        this.text = Text.of(zh, word.replace('_', ' '));
        this.requirement = requirement;
        this.count = count;
    }

    public Text text() {
        return text;
    }

    /// The indicator of `evaluation_indicators.csv` or the requirement it stands for.
    public String requirement() {
        return requirement;
    }

    public Count count() {
        return count;
    }

    /// The name a formula uses: `handled_on_time`.
    public String word() {
        return word;
    }

    public static Optional<Fact> ofWord(String word) {
        for (Fact fact : values()) {
            if (fact.word().equals(word)) {
                return Optional.of(fact);
            }
        }
        return Optional.empty();
    }

    /// What the case adds to this fact in the period [from, to): a pure function of its history.
    public BigDecimal of(CaseHistory history, WorkCalendar calendar, Instant from, Instant to) {
        return sum(FactRows.of(history, Findings.NONE, calendar), from, to);
    }

    /// The sum over rows.
    public BigDecimal sum(List<FactRow> rows, Instant from, Instant to) {
        return rows.stream().map(row -> count.in(row, from, to)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Count first(Relation relation, String moment) {
        return Count.of(relation, moment).where("first");
    }

    private static Count step(String word) {
        return Count.of(STAGES, "at").is("step", word).until("left_at");
    }

    private static Count overdue(String word) {
        return Count.of(STAGES, "due").is("step", word).until("at", "left_at");
    }

    private static Count task(String word) {
        return Count.of(TASKS, "at").is("kind", word).until("left_at");
    }

    private static Count mark(String word) {
        return Count.of(MARKS, "at").is("kind", word).where("approved").sum("amount");
    }
}
