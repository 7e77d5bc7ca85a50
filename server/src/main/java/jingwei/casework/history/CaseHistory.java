package jingwei.casework.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jingwei.casework.Case;
import jingwei.casework.CaseAct;
import jingwei.casework.ReportSource;
import jingwei.casework.clock.CaseClock;
import jingwei.casework.petition.Petition;
import jingwei.organization.Axis;
import jingwei.process.Act;
import org.jspecify.annotations.Nullable;

/// 案件经过: a case as its acts made it: what stands on its head now, and every act in order. Facts of the evaluation are
/// pure functions of it.
public record CaseHistory(Head head, List<Step> steps) {

    public CaseHistory {
        steps = List.copyOf(steps);
    }

    /// 案件现状: what the case says of itself after its last act.
    ///
    /// @param waiting     what the post's clock waits for, its word in the process; null where none runs
    /// @param waitingDue  when that clock is due; null also while a hold stops it
    /// @param handlingDue when the unit's bundled limit ends; null where it ended or is stopped
    /// @param part        子案件 of a split
    /// @param wantsReply  the reporter wants to be told
    /// @param petitions   申请 in the order in which they were asked for
    public record Head(UUID id, String number, ReportSource source, String classCode, String cell,
            @Nullable String dutyGrid, String areaClass, boolean trial, boolean provisional, @Nullable String waiting,
            @Nullable Instant waitingDue, @Nullable Instant handlingDue, boolean part, boolean wantsReply,
            List<Asked> petitions) {

        public Head {
            petitions = List.copyOf(petitions);
        }
    }

    /// 申请的种类: 回退, 延期, 挂账.
    public enum Wish {
        RETURN, EXTENSION, HOLD
    }

    /// 申请.
    ///
    /// @param late    a return asked for after the refusal time
    /// @param granted by the whole chain; before that nothing has taken effect
    public record Asked(Wish kind, boolean late, boolean granted) {

        static Asked of(Petition petition) {
            return new Asked(Wish.valueOf(petition.kind().name()), petition.late(), petition.status() == Petition.Status.GRANTED);
        }
    }

    /// 一次办理.
    ///
    /// @param person    natural person
    /// @param due       when the clock that ended or ran was due
    /// @param limit     that clock's limit, as printed
    /// @param unit      lead unit named by a dispatch
    /// @param collector post sent by the act
    /// @param order     the order an answer belongs to
    /// @param said      whether an opinion was written
    public record Step(int seq, Act act, String post, UUID person, Axis axis, String organization, Instant at, @Nullable String limit,
            @Nullable Instant due, boolean overdue, int round, @Nullable String unit, @Nullable String collector,
            @Nullable String order, boolean said) {
    }

    /// The history of a case and its docket, as {@link Histories} would read it.
    public static CaseHistory of(Case c, List<CaseAct> acts) {
        CaseClock post = c.clocks().post();
        CaseClock handling = c.clocks().handling();
        Head head = new Head(c.id(), c.number().value(), c.reported().source(), c.subject().classCode().toString(),
                c.spot().unitGrid(), c.spot().dutyGrid(), c.spot().areaClass().name(), c.trial(),
                c.clocks().leading().map(CaseClock::provisional).orElse(false), post == null ? null : post.name(),
                post == null || !post.runs() ? null : post.due(),
                handling == null || !handling.runs() ? null : handling.due(), c.links().parent() != null,
                c.reported().reporter() != null && c.reported().reporter().wantsReply(),
                c.petitions().stream().map(Asked::of).toList());
        return new CaseHistory(head, acts.stream().map(a -> new Step(a.seq(), a.act(), a.post(), a.person(), a.axis(), a.organization(),
                a.at(), a.limit(), a.due(), a.overdue(), a.round(), a.particulars().unit(), a.particulars().collector(),
                a.particulars().order(), a.particulars().opinion() != null)).toList());
    }
}
