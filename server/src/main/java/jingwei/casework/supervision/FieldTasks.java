package jingwei.casework.supervision;

import jingwei.casework.Case;
import jingwei.casework.act.Refusals;
import jingwei.casework.act.Situation;
import jingwei.organization.Post;
import jingwei.organization.PostKind;
import jingwei.process.Act;
import jingwei.process.Article;
import org.jspecify.annotations.Nullable;

/// 核实核查任务: who may be sent, and that only he answers.
final class FieldTasks {

    private FieldTasks() {
    }

    /// @throws jingwei.standards.RefusedException `not-your-task`
    static void onlyTheOneSent(Situation situation) {
        if (situation.post().kind() == PostKind.SUPERVISION_GATEWAY) {
            // The platform that handed the case down has checked it with its own collectors.
            return;
        }
        Case.FieldTask task = situation.theCase().task();
        if (task == null || !task.collector().equals(situation.post().id())) {
            throw Refusals.because("not-your-task", situation.arrow().act().requirement(),
                    "任务派给了 " + (task == null ? "—" : task.collector()) + "，不是您",
                    "the task was sent to " + (task == null ? "nobody" : task.collector()), "请由接到任务的采集员答复",
                    "the collector who was sent answers");
        }
    }

    /// Sends a collector. @throws jingwei.standards.RefusedException `no-such-collector`, `own-work` (A5)
    static Case send(Situation situation, @Nullable String collector, Case.FieldTask.Kind kind) {
        Post post = situation.around().organization().post(String.valueOf(collector))
                .filter(found -> found.kind() == PostKind.COLLECTOR && found.inForce())
                .orElseThrow(() -> Refusals.wrong("no-such-collector", "ACC-05", "没有采集员岗位 " + collector,
                        "there is no collector's post " + collector, "请从在岗采集员中选择", "choose a collector on duty"));
        if (kind == Case.FieldTask.Kind.CHECK
                && situation.theCase().hand(Act.SETTLE_ON_SPOT).filter(post.holders()::contains).isPresent()) {
            throw ownWork();
        }
        return situation.theCase().withTask(new Case.FieldTask(kind, post.id(), situation.now()));
    }

    /// A5: nobody checks what he handled or settled himself.
    static void notOwnWork(Situation situation) {
        Case c = situation.theCase();
        boolean own = c.hand(Act.HANDLE).filter(situation.person()::equals).isPresent()
                || c.hand(Act.SETTLE_ON_SPOT).filter(situation.person()::equals).isPresent();
        if (own) {
            throw ownWork();
        }
    }

    private static RuntimeException ownWork() {
        return Refusals.because("own-work", Article.A5.name(), "处置者不核查自己处置的案件",
                "who handled a case does not check it", "请派另一名采集员", "send another collector");
    }
}
