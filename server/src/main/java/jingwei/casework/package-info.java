/// 案件: the case, every act done to it, its clocks and its petitions. The only writer of case state.
///
/// {@link jingwei.casework.CaseOffice} is the one door: `perform(request)` asks the process definition the case was accepted
/// under, then the act's own rule, appends the act, moves the clocks and publishes {@link jingwei.casework.ActPerformed}, in
/// one transaction; it answers Performed or Refused and never anything between.
///
/// The rules of the acts lie in nested rooms by axis, `supervision`, `command` and `handling`, which never see each other;
/// `petition` and `oversight` hold what more than one axis does (asking and deciding, expediting and answering). The database
/// holds the law a second time: acts are append-only, their arrows, axes and order are foreign keys.
///
/// Words: 案件 case, 案卷 docket, 办理 act, 立案 file, 派遣 dispatch, 处置 handle, 核查 check, 结案 close, 返工 rework,
/// 督办 expedite, 挂账 hold. Requirements: T01–T41, COL-01…COL-16, ACC-01…ACC-20, SEC-01, SEC-03, SEC-04.
/// Arrows: uses process, catalog, organization, grid, component, workcalendar, media, notice, journal, identity, tenancy.
@ApplicationModule(displayName = "案件 casework",
        allowedDependencies = {"standards", "tenancy", "identity", "journal", "media", "notice", "workcalendar", "grid",
            "component", "organization", "catalog", "process"})
@NullMarked
package jingwei.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
