/// 工作日历: a platform's working time, limits, deadlines, and its movable clock.
///
/// {@link jingwei.workcalendar.WorkCalendar} is an immutable version of a platform's calendar: daily hours by season, national
/// holidays and make-up workdays, local exceptions. `deadline` and `elapsed` are exact inverses for hours; both are binary
/// searches over running sums.
///
/// A year that is not loaded is a fault that is shown, never "weekends only" in silence: a deadline that reaches into it is
/// provisional and is re-reckoned once the year is loaded; filing is never blocked.
///
/// {@link jingwei.workcalendar.PlatformClock} is the only source of now for the business.
///
/// Words: 工作日历 work calendar, 调休 make-up workday, 时限 time limit, 紧急工作时 emergency hour. Requirements: APM-05, ACC-17,
/// workflow chapter 4. Uses: tenancy, identity (permissions), standards.
@ApplicationModule(displayName = "工作日历 workcalendar", allowedDependencies = {"standards", "tenancy", "identity"})
@NullMarked
package jingwei.workcalendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
