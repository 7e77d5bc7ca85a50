/// 工作日历: a platform's working time, what a limit becomes in it, and the platform's own, movable clock.
///
/// A calendar is seasons of daily hours, the public holidays and make-up workdays of the loaded years, and local
/// exceptions. It is published in versions that never change; a new version begins on a day and leaves the days before it
/// as they were. It is compiled to sorted open intervals with running sums, so a deadline and the time used up are binary
/// searches and inverses of each other.
///
/// A year that is not loaded is a fault that is shown: deadlines that reach into it are provisional (weekends only) and
/// marked; nothing is held up by it. A published change never moves a deadline that was given.
///
/// The business asks {@link jingwei.workcalendar.PlatformClock} for the time and nobody else; on trial (模拟运行) and in the
/// demonstration it may be moved forward and run fast.
///
/// Words: 工作日历 work calendar, 调休 make-up workday, 处置时限 time limit, 紧急工作时 emergency hour, 工作时 working hour,
/// 工作日 working day, 平台时钟 platform clock. Requirements: APM-05, ACC-07, DER for the clock. Uses: standards, tenancy,
/// identity (permissions of its endpoints).
@ApplicationModule(displayName = "工作日历 workcalendar", allowedDependencies = {"standards", "tenancy", "identity"})
@NullMarked
package jingwei.workcalendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
