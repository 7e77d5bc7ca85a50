/// 演示: the demonstration that an empty system is given: a city and a county, their people, land, calendar, sheet and process.
///
/// It does nothing an administrator could not do: it uses the rooms through their root packages, in the order in which a
/// platform is set up, and stays away from a system that has a platform already. Passwords are made at random and written
/// once, readable by the owner alone. A start that was cut short is finished by the next.
///
/// `luoyang` is live; `xinan` is on trial (模拟运行) and has a unit that has not joined yet, so that both can be seen.
///
/// Words: 演示 demonstration, 模拟运行 trial run. Requirements: N115 (simulated running), APM-01. Names of places are real, lines and
/// people are drawn.
///
/// Arrows: may use every room; no room uses it.
@ApplicationModule(displayName = "演示 demonstration",
        allowedDependencies = {"standards", "tenancy", "identity", "workcalendar", "grid", "grid :: town", "grid :: division", "survey", "survey :: file", "component",
            "component :: town", "basemap", "geocoding", "geocoding :: town", "organization", "catalog", "catalog :: desk", "process", "journal", "media", "notice", "casework", "exchange", "exchange :: join"})
@NullMarked
package jingwei.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
