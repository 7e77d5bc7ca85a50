package jingwei.casework;

import java.time.Instant;
import java.util.UUID;
import jingwei.organization.Axis;
import jingwei.process.Act;
import org.jspecify.annotations.Nullable;

/// 办理记录: one act in the docket of a case, appended and never changed (A10, COL-16).
///
/// @param caseId       the case
/// @param seq          position in the docket, from 1; the version of the case after the act
/// @param act          what was done
/// @param from         state before, `none` for the act that began the case
/// @param to           state after
/// @param process      name of the process definition
/// @param processVersion its version
/// @param post         post acted from
/// @param axis         axis of the post
/// @param person       natural person
/// @param organization center or unit of the post
/// @param enteredBy    command post that entered it for a unit that has not joined (trial only)
/// @param at           business time of the act: time out of the state before
/// @param since        business time the case came into the state before: time in
/// @param limit        limit of the clock that ended or ran, as printed; null without a clock
/// @param due          when that clock was due
/// @param overdue      whether the act came after it
/// @param round        处置轮次
/// @param particulars  what the act said
public record CaseAct(UUID caseId, int seq, Act act, String from, String to, String process, int processVersion,
        String post, Axis axis, UUID person, String organization, @Nullable String enteredBy, Instant at,
        Instant since, @Nullable String limit, @Nullable Instant due, boolean overdue, int round,
        Particulars particulars) {
}
