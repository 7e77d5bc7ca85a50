/// 受理接入: what reaches the center from outside by people who speak: calls, and the answers they are owed.
///
/// A call center of any make tells its events by HTTP ({@link jingwei.intake.Calls}): ringing, answered, ended, recorded. They
/// come twice and out of order, so a call only ever goes forward and every event may be sent again. The sound stays where it was
/// recorded; only its address is kept.
///
/// When a case ends whose reporter wished for a reply, a call-back falls due in the same transaction
/// ({@link jingwei.intake.CallBacks}); a duplicate has a reporter of its own, who is answered too. Where works are going on a
/// suppression tells the desk, with its reason, that a report need not become one more case.
///
/// The room changes no case. Names and numbers of reporters never leave the supervision side (SEC-03).
///
/// Words: 来电 call, 回访 call-back, 满意度 grade of satisfaction, 屏蔽 suppression, 交接班 hand-over.
/// Requirements: ACC-02, ACC-09, ACC-14, ACC-19, ACC-23, HOT-01.
/// Arrows: uses casework (cases, acts heard), process, organization, grid, notice, workcalendar, identity, tenancy, standards.
@ApplicationModule(displayName = "受理接入 intake",
        allowedDependencies = {"standards", "tenancy", "identity", "notice", "workcalendar", "grid", "organization", "process",
            "casework"})
@NullMarked
package jingwei.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
