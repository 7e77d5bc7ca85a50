package jingwei.casework;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jingwei.casework.act.Refusals;
import jingwei.casework.petition.Petition;
import jingwei.organization.PostKind;
import jingwei.process.Act;

/// 办理障碍: what stands in the way of an act whatever its own rule says: a hold, and a petition that waits for its decision.
final class Obstacles {

    private static final Set<Act> ALWAYS = EnumSet.of(Act.EXPEDITE, Act.REMIND, Act.INSTRUCT, Act.ANSWER);
    private static final Set<Act> DECISIONS = EnumSet.of(Act.GRANT_RETURN, Act.REFUSE_RETURN, Act.GRANT_EXTENSION,
            Act.REFUSE_EXTENSION, Act.GRANT_HOLD, Act.REFUSE_HOLD);

    private Obstacles() {
    }

    static void refuse(Case theCase, Act act) {
        if (ALWAYS.contains(act)) {
            return;
        }
        if (theCase.isHeld() && act != Act.RELEASE) {
            throw Refusals.because("held", "T26", "案件已挂账，时限停止，先销账再办理",
                    "the case is on hold and its clocks stand still", "请由派遣员销账", "the dispatcher releases it first");
        }
        Petition pending = theCase.pending().orElse(null);
        boolean blocks = pending != null
                && (pending.kind() != Petition.Kind.EXTENSION || act == Act.ASK_RETURN || act == Act.ASK_HOLD
                        || act == Act.ASK_EXTENSION);
        if (blocks && !DECISIONS.contains(act)) {
            throw Refusals.because("petition-pending", "T19–T25", "有一项申请正等待审批", "a petition waits for its decision",
                    "请等审批结果", "wait for the decision");
        }
    }

    /// An exchange post moves only what another platform handed down or passed up: nothing of this platform's own is checked or
    /// closed from outside (A1, EXC-01).
    static void refuseGateway(Surroundings around, Case theCase, Act act, Performer performer) {
        PostKind kind = performer.post().kind();
        Case.Assignment assignment = theCase.assignment();
        boolean there = act == Act.PASS_CHECK && assignment != null
                && !around.organization().postsOfOrganization(assignment.unit(), PostKind.PARTNER).isEmpty();
        if (there) {
            // Handled by another platform whose check this one accepts.
            return;
        }
        boolean sentAnew = kind == PostKind.SUPERVISION_GATEWAY && theCase.task() != null && (act == Act.ASK_VERIFY || act == Act.ASK_CHECK);
        if (sentAnew) {
            // Two collectors agreed who goes (DEV-21): the task changes hands inside the platform and the case stays where it is.
            return;
        }
        if ((kind == PostKind.SUPERVISION_GATEWAY || kind == PostKind.COMMAND_GATEWAY) && theCase.reported().number() == null) {
            throw Refusals.because("own-case", "EXC-01", "这是本平台自己的案件，数据交换岗位不能“" + act.text().zh() + "”",
                    "this is a case of this platform's own; an exchange post does not move it", "请由本平台的岗位办理",
                    "leave it to a post of this platform");
        }
    }

    /// An extension still undecided when the case moves on asks for nothing any more.
    static Case lapse(Case moved) {
        if (moved.pending().isEmpty()) {
            return moved;
        }
        List<Petition> petitions = moved.petitions().stream()
                .map(petition -> petition.isPending() ? petition.lapsed() : petition).toList();
        return moved.withPetitions(petitions);
    }
}
