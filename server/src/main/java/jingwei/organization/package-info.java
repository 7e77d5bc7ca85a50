/// 机构岗位: centers, responsible units, posts, shifts, and who serves which duty grid; holds the one-axis constraint.
///
/// An organization (a center, a unit) lies on one axis, a post on the axis of its organization, and a natural person on one
/// axis whatever the number of accounts (SEC-01): three constraints of the database, none of them a setting.
///
/// Words: 监督中心 supervision center, 指挥中心 command center, 责任单位 responsible unit, 岗位 post, 班次 shift,
/// 责任网格 duty grid, 权责清单 responsibility list. Requirements: SEC-01, APM-01, APM-02, ACQ-01, ACC-05.
///
///
/// The snapshot {@link jingwei.organization.Organization} is what every other room reads.
///
/// Arrows: uses identity (people), grid (duty grids), workcalendar (working time), tenancy, standards.
@ApplicationModule(displayName = "机构岗位 organization",
        allowedDependencies = {"standards", "tenancy", "identity", "grid", "workcalendar", "journal"})
@NullMarked
package jingwei.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
