package jingwei.casework;

import jingwei.organization.Axis;
import jingwei.organization.Post;
import jingwei.organization.PostKind;
import jingwei.organization.Unit;
import jingwei.process.Act;

/// 模拟运行代录: on trial the command center enters the answers of units that have not joined yet (workflow.md chapter 8).
///
/// The act stays the unit's: it is recorded under the unit's own post, and who entered it stands beside. Live platforms know
/// no such thing.
final class StandIn {

    private StandIn() {
    }

    static Performer forUnit(Surroundings around, Case theCase, Performer speaker, Act act) {
        Case.Assignment assignment = theCase.assignment();
        if (!theCase.trial() || !around.onTrial() || assignment == null
                || speaker.post().kind() != PostKind.DISPATCHER || !act.axes().contains(Axis.HANDLING)
                || act.axes().contains(Axis.COMMAND)) {
            return speaker;
        }
        boolean joined = around.organization().unit(assignment.unit()).map(Unit::joined).orElse(true);
        Post paper = around.organization().handlersOf(assignment.unit()).stream().findFirst().orElse(null);
        return joined || paper == null ? speaker
                : new Performer(speaker.person(), paper, speaker.post().id());
    }
}
