package jingwei.grid.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jingwei.grid.DutyGrid;
import jingwei.grid.GeoPoint;
import jingwei.grid.Land;
import jingwei.grid.LandMap;
import jingwei.grid.UnitGrid;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.standards.Refusal;
import jingwei.standards.RegionCode;
import jingwei.standards.Text;
import jingwei.standards.UnitGridCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// 基础数据·网格: what a map and a form need to know about the platform's land (BDR-01).
@RestController
@RequestMapping("/api")
@Tag(name = "basedata")
class LandController {

    private final Land land;

    LandController(Land land) {
        this.land = land;
    }

    @GetMapping("/regions")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "行政区划", description = "现行区划，可按层级和上级筛选。Regions in force.")
    List<LandAnswers.RegionAnswer> regions(
            @Parameter(description = "层级 level", example = "SUBDISTRICT")
            @RequestParam(required = false) RegionCode.@Nullable Level level,
            @Parameter(description = "上级代码 code of the region above", example = "410303")
            @RequestParam(required = false) @Nullable String parent) {
        RegionCode above = parent == null ? null : RegionCode.of(parent);
        return land.current().regions().stream()
                .filter(region -> level == null || region.code().level() == level)
                .filter(region -> above == null || region.code().parent().filter(above::equals).isPresent())
                .map(LandAnswers.RegionAnswer::of).toList();
    }

    @GetMapping("/unit-grids")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "单元网格", description = "视窗内的单元网格，GeoJSON，CGCS2000 经纬度。Unit grids in a bounding box.")
    LandAnswers.Features unitGrids(
            @Parameter(description = "西,南,东,北 west,south,east,north", example = "112.43,34.65,112.46,34.69")
            @RequestParam(required = false) @Nullable String bbox) {
        LandMap map = land.current();
        Stream<UnitGrid> cells = map.cells().stream();
        if (bbox != null) {
            Envelope box = BoundingBox.read(bbox);
            cells = cells.filter(cell -> box.intersects(cell.outline().getEnvelopeInternal()));
        }
        return LandAnswers.Features.of(cells.map(cell -> LandAnswers.Feature.of(cell, map)).toList());
    }

    @GetMapping("/unit-grids/{code}")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "一个单元网格", description = "按编码查单元网格，GeoJSON。One unit grid by its code.")
    LandAnswers.Feature unitGrid(
            @Parameter(description = "14 或 15 位编码 code", example = "410303001001001") @PathVariable String code) {
        LandMap map = land.current();
        return map.unitGrid(UnitGridCode.of(code)).map(cell -> LandAnswers.Feature.of(cell, map))
                .orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "unit-grid-unknown",
                        Text.of("没有现行的单元网格 " + code, "there is no unit grid " + code + " in force"),
                        Text.of("请核对编码；已变更的网格请查新编码", "check the code; a changed cell has a new one"))
                        .under("BDR-03").asException());
    }

    @GetMapping("/unit-grids/{code}/successions")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "网格沿革", description = "一个编码的拆分、合并、换码和调整，新的在前。What became of a cell, the newest change first.")
    List<LandAnswers.SuccessionAnswer> successions(
            @Parameter(description = "14 或 15 位编码 code", example = "410303001001001") @PathVariable String code) {
        return land.successions(UnitGridCode.of(code)).stream().map(LandAnswers.SuccessionAnswer::of).toList();
    }

    @GetMapping("/duty-grids")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "责任网格", description = "全部现行责任网格及其单元网格。All duty grids in force with their cells.")
    List<LandAnswers.DutyGridAnswer> dutyGrids() {
        return land.current().dutyGrids().stream().sorted(Comparator.comparing(DutyGrid::code))
                .map(LandAnswers.DutyGridAnswer::of).toList();
    }

    @GetMapping("/locate")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "定位", description = "点所在的网格、社区、街道、区县和责任网格。Where a point lies.")
    LandAnswers.LocationAnswer locate(
            @Parameter(description = "经度 degrees east, CGCS2000", example = "112.4400") @RequestParam double longitude,
            @Parameter(description = "纬度 degrees north, CGCS2000", example = "34.6700") @RequestParam double latitude) {
        return LandAnswers.LocationAnswer.of(land.current().locateOrRefuse(new GeoPoint(longitude, latitude)));
    }
}
