/// 网格: districts, subdistricts, communities, unit grids and duty grids; says in which cell a point lies.
///
/// The unit grid (单元网格, basic management grid) is the warp and weft of the whole method: cells of about one hectare that
/// tile a community without gap and without overlap (BDR-03), so that every report has exactly one place and every place
/// exactly one keeper. A duty grid (责任网格) is a collector's beat, made of unit grids.
///
/// The cells of a platform are kept in memory as an immutable {@link jingwei.grid.LandMap}, loaded again when the revision
/// of its tables moves; PostgreSQL holds the truth as WKB and needs no spatial extension. Codes of regions are dated: 35 %
/// of Luoyang's community codes ended between 2016 and 2023, so each has a validity and, where it ended, a successor.
///
/// Coordinates are CGCS2000 degrees, longitude first. Latitude first is refused aloud, never swapped in silence.
///
/// Words: 区县 district, 街道 subdistrict, 社区 community, 单元网格 unit grid, 责任网格 duty grid, 区域等级 area class.
/// Requirements: BDR-01, BDR-02, BDR-03, ACQ-05. Arrows: uses tenancy, identity (permissions of its endpoints), standards.
@ApplicationModule(displayName = "网格 grid", allowedDependencies = {"standards", "tenancy", "identity"})
@NullMarked
package jingwei.grid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
