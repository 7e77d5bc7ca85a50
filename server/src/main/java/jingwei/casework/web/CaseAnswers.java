package jingwei.casework.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jingwei.casework.Case;
import jingwei.casework.CaseNumber;
import jingwei.casework.Particulars;
import jingwei.casework.clock.CaseClock;
import jingwei.casework.clock.Light;
import jingwei.casework.clock.TimeLeft;
import jingwei.casework.oversight.Order;
import jingwei.casework.petition.Petition;
import jingwei.workcalendar.WorkCalendar;
import org.jspecify.annotations.Nullable;

/// The shapes of the contract for cases.
final class CaseAnswers {

    private CaseAnswers() {
    }

    /// 案件 with everything on one page: form, docket, clocks, and the acts the reader may perform now.
    record CaseView(UUID id, CaseNumber number, String process, int processVersion, String state, String stateName,
            String stage, String stageName, int version, int round, boolean trial, Instant begunAt, Instant since,
            @Nullable Light light, @Nullable ClockView clock, @Nullable ClockView handlingClock, boolean held,
            @Nullable Instant heldUntil, Case.Reported reported, Case.Spot spot, SubjectView subject, String className,
            @Nullable FilingView filing, @Nullable AssignmentView assignment, Case.@Nullable FieldTask task,
            List<Petition> petitions, List<Order> orders, Case.Links links, Case.Marks marks, List<ActView> acts,
            List<PossibleView> possibleActs) {
    }

    /// 计时. @param left what is left or over; null where it stands still or has ended
    record ClockView(String name, String limit, Instant started, Instant yellowAt, Instant due, boolean provisional,
            @Nullable Instant stopped, @Nullable Instant ended, @Nullable TimeLeft left, Light light) {

        static ClockView of(CaseClock clock, Instant now, WorkCalendar calendar) {
            return new ClockView(clock.name(), clock.limit().toString(), clock.started(), clock.yellowAt(), clock.due(),
                    clock.provisional(), clock.stopped(), clock.ended(),
                    clock.runs() ? TimeLeft.of(clock.due(), now, clock.limit().unit(), calendar) : null, clock.light(now));
        }
    }

    /// 类别, its class written as everywhere in the contract: `component-0101`.
    record SubjectView(String classCode, @Nullable Integer condition, @Nullable String component,
            @Nullable String owner, @Nullable String maintainer) {

        static SubjectView of(Case.Subject subject) {
            return new SubjectView(subject.classCode().toString(), subject.condition(), subject.component(),
                    subject.owner(), subject.maintainer());
        }
    }

    /// 立案.
    record FilingView(int sheetVersion, int condition, String filingCondition, String closingCondition, String limit,
            Instant at) {
    }

    /// 派遣.
    record AssignmentView(String unit, List<String> supporting, String limit, Instant at, Instant returnUntil,
            boolean received) {

        static AssignmentView of(Case.Assignment a) {
            return new AssignmentView(a.unit(), a.supporting(), a.limit().toString(), a.at(), a.returnUntil(),
                    a.received());
        }
    }

    /// 办理记录.
    record ActView(int seq, String act, String actName, String from, String to, String post, String postName, String axis,
            String organization, @Nullable String enteredBy, Instant since, Instant at, @Nullable String limit,
            @Nullable Instant due, boolean overdue, int round, Particulars particulars) {
    }

    /// 可办动作. `refusal` says why not now; without it the act may be performed.
    record PossibleView(String act, String name, List<FieldView> fields, @Nullable RefusalView refusal) {
    }

    /// 表单栏目.
    record FieldView(String key, String name, boolean required) {
    }

    /// 拒绝.
    record RefusalView(String code, String title, String detail, @Nullable String clause) {
    }

    /// 队列派遣建议: the proposal for one case of a queue, with what it takes to act on it (COL-05).
    record QueueProposal(CaseNumber number, int version, @Nullable String unit, @Nullable String unitName, String reason,
            @Nullable String limit) {
    }

    /// 派遣建议: which unit and limit the sheet proposes, and why (COL-05).
    record ProposalView(@Nullable String unit, @Nullable String unitName, String ground, String reason,
            @Nullable String limit, List<String> collectors) {
    }
}
