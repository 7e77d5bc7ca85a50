package jingwei.citizen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jingwei.casework.Case;
import jingwei.casework.CaseAct;
import jingwei.casework.Evidence;
import jingwei.casework.Surroundings;
import jingwei.process.Act;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;

/// 进展的说法: which acts of a docket a citizen is told of, and in which words. Internal acts (returns, extensions, orders) and
/// persons are left out; a report tied to another as a duplicate follows that one from there on (ACC-09).
final class Progresses {

    private Progresses() {
    }

    /// @param told what the citizen follows: his own case, or the one his was tied to
    static Progress of(CitizenReport report, Case own, Case told, Text className, List<CaseAct> docket, List<CaseAct> original,
            Surroundings around) {
        List<Progress.ToldStep> steps = new ArrayList<>();
        List<CaseAct> all = new ArrayList<>(docket);
        all.addAll(original.stream().filter(act -> !act.at().isBefore(own.since())).toList());
        for (CaseAct act : all) {
            step(act, around).ifPresent(steps::add);
        }
        boolean ended = around.process(told.process(), told.processVersion()).state(told.state()).isFinal();
        List<CaseAct> pictures = told == own ? docket : original;
        List<String> photos = pictures.stream().flatMap(act -> act.particulars().evidenceOrNone().stream())
                .filter(piece -> piece.kind() == Evidence.Kind.AFTER || piece.kind() == Evidence.Kind.CHECK)
                .map(Evidence::hash).distinct().toList();
        return new Progress(report.number(), className, own.reported().description(), own.spot().address(), steps, ended,
                ended && report.grade() == null, report.grade(), report.solved(), ended ? photos : List.of());
    }

    private static Optional<Progress.ToldStep> step(CaseAct act, Surroundings around) {
        String reason = act.particulars().reason();
        return switch (act.act()) {
            case REPORT, REGISTER, IMPORT -> told(act, "已收到上报", "received", null);
            case ASK_VERIFY -> told(act, "已派采集员现场核实", "a collector is sent to verify", null);
            case VERIFY_TRUE -> told(act, "经核实属实", "found to be true", null);
            case VERIFY_FALSE -> told(act, "现场未发现所述问题", "nothing of the kind was found", null);
            case ACCEPT -> told(act, "已受理", "accepted", null);
            case DECLINE -> told(act, "不予受理", "declined", reason);
            case MARK_DUPLICATE -> told(act, "与此前的上报是同一问题，一并办理", "the same as an earlier report, handled together", null);
            case FILE -> told(act, "已立案", "filed", null);
            case REFUSE_FILING -> told(act, "不予立案", "not filed", reason);
            case DISPATCH -> told(act, "已派" + unit(act, around) + "处置", "given to " + unit(act, around), null);
            case HANDLE -> told(act, "处置完毕，等待核查", "handled, to be checked", act.particulars().opinion());
            case PASS_CHECK -> told(act, "现场核查通过", "the check was passed", null);
            case FAIL_CHECK -> told(act, "现场核查未通过，责令返工", "the check failed, to be done again", null);
            case GRANT_HOLD -> told(act, "因客观条件暂缓处置", "put off for good reason", null);
            case RELEASE -> told(act, "恢复处置", "taken up again", null);
            case CLOSE, CLOSE_SHORT, APPROVE_SETTLEMENT -> told(act, "已办结", "closed", null);
            case MERGE -> told(act, "与另一案件合并办理", "merged with another case", null);
            case ANNUL -> told(act, "已作废", "annulled", reason);
            case REOPEN -> told(act, "重新办理", "reopened", null);
            case SEND_BACK, RETURN_TO_FILING, TRANSFER, RECEIVE, ASK_RETURN, GRANT_RETURN, REFUSE_RETURN, ASK_EXTENSION,
                    GRANT_EXTENSION, REFUSE_EXTENSION, ASK_HOLD, REFUSE_HOLD, REPORT_BACK, SEND_BACK_INCOMPLETE, ASK_CHECK,
                    REWORK, CHECK_AGAIN, EXPEDITE, REMIND, INSTRUCT, ANSWER, SETTLE_ON_SPOT, REFUSE_SETTLEMENT, SPLIT ->
                Optional.empty();
        };
    }

    private static Optional<Progress.ToldStep> told(CaseAct act, String zh, String en, @Nullable String note) {
        return Optional.of(new Progress.ToldStep(Text.of(zh, en), act.at(), note));
    }

    private static String unit(CaseAct act, Surroundings around) {
        String id = act.particulars().unit();
        return id == null ? "" : around.organization().unit(id).map(unit -> unit.name()).orElse("");
    }

    /// Whether the act ends the case for the reporter as true: from here on the first reporter has earned his reward (PUB-03).
    static boolean provesTrue(Act act) {
        return act == Act.FILE;
    }
}
