/// 地理空间框架数据: the catalogue of layers, their versions, the tiles every app draws, and the open standards on the same data.
///
/// The land of a platform is many sets: roads, water, buildings, unit grids, duty grids, components. Each is a *layer* of one
/// catalogue that grows without programming (BDR-07) and carries its metadata: origin, date, accuracy, scale, keeper, use limits
/// (BDR-09). Features of framework layers are kept here by intervals of versions, so nothing published is overwritten and what
/// changed since version n is one query; cells and components stay in their own rooms and are only shown.
///
/// A layer is read through {@link jingwei.basemap.LayerSource}: the tiles, the query of the map and OGC API Features all ask the
/// same source, so that they can never differ. Nothing is drawn from the internet.
///
/// Words: 图层 layer, 要素 feature, 元数据 metadata, 矢量瓦片 vector tile, 版本 version, 更新 update (proposed, reviewed, published).
/// Requirements: BDR-01, BDR-02, BDR-05, BDR-06, BDR-07, BDR-08, BDR-09, BDR-11, ACQ-09, CMD-01.
/// Arrows: uses grid, component (what it shows of them), survey (coordinates and files), identity, tenancy, workcalendar, standards.
@ApplicationModule(displayName = "框架数据 basemap",
        allowedDependencies = {"standards", "tenancy", "identity", "workcalendar", "grid", "grid :: division", "grid :: edit", "component", "survey", "survey :: file"})
@NullMarked
package jingwei.basemap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
