/// 监督指挥: what a wall shows: where, how many, how late, who is where. It reads acts and writes no case.
///
/// The read models follow the acts of cases by the transactions that are over, as the evaluation does: one row a case with
/// its place, stage, unit and the moments at which its light turns ({@link jingwei.situation.follow}), and daily tallies by
/// area, class, source, unit and post. Both can be made anew from the acts at any time, to the same rows. Every row carries
/// the number of the push that brought it, so a wall that was away asks for what is above the number it knows and has
/// missed nothing.
///
/// Three small interfaces are open to others: {@link jingwei.situation.MovingSource} (who and what moves),
/// {@link jingwei.situation.CountySource} (what another platform sent by letter; a city never looks into a county), and
/// {@link jingwei.situation.MapLayer} (a layer of an extension).
///
/// Words: 大屏 wall, 展示方案 scheme, 轮播 patrol mode, 主题 theme, 热点 hot spot, 移动目标 moving thing, 轨迹 track, 指令 message.
/// Requirements: CMD-01…CMD-10, MSU-01, SCR-01, GPS-01. Arrows: uses casework (its history), collection (where
/// collectors are), process, catalog, organization, component, grid, notice, journal, identity, workcalendar, tenancy, standards.
@ApplicationModule(displayName = "监督指挥 situation",
        allowedDependencies = {"standards", "tenancy", "identity", "journal", "workcalendar", "notice", "grid", "component",
            "organization", "catalog", "process", "casework", "casework::history", "collection"})
@NullMarked
package jingwei.situation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
