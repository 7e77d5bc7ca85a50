/// 分类与规范: the classes of components and events, the filing-and-closing sheet, and who is responsible.
///
/// A platform gets its own copy of an edition's classes when it is created and may add local ones. Its sheet
/// (立案结案规范) comes in versions that never change after publication; a case keeps the version it was accepted under.
/// With the sheet goes the responsibility list (权责清单): which unit answers for which class in which area. A version that
/// leaves a class somewhere without a unit is published only after somebody signed the holes (N115, 逐一分解).
///
/// Everything is read from an immutable {@link jingwei.catalog.Sheet}; {@link jingwei.catalog.Catalog} gives the one in
/// force or an older version, {@link jingwei.catalog.SheetKeeper} makes and publishes new ones.
///
/// Words: 大类 major class, 小类 minor class, 立案条件 filing condition, 结案条件 closing condition, 处置时限 handling time limit,
/// 权责清单 responsibility list. Requirements: ACC-07, APM-04, COL-05, COL-06.
///
/// Arrows: uses organization (units), grid (regions), workcalendar (the platform's clock), identity, tenancy, standards.
@ApplicationModule(displayName = "分类与规范 catalog",
        allowedDependencies = {"standards", "tenancy", "identity", "organization", "organization :: workbook", "grid", "workcalendar", "journal"})
@NullMarked
package jingwei.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
