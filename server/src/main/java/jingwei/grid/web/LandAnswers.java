package jingwei.grid.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jingwei.grid.CellSuccession;
import jingwei.grid.DutyGrid;
import jingwei.grid.LandMap;
import jingwei.grid.Location;
import jingwei.grid.Region;
import jingwei.grid.UnitGrid;
import jingwei.standards.AreaClass;
import jingwei.standards.RegionCode;
import jingwei.standards.UnitGridCode;
import org.jspecify.annotations.Nullable;

/// 回答的样子: codes as plain text, cells as GeoJSON.
final class LandAnswers {

    private LandAnswers() {
    }

    /// 区划.
    record RegionAnswer(
            @Schema(example = "410303001") String code,
            RegionCode.Level level,
            @Schema(example = "王城路街道") String name,
            @Schema(example = "410303") @Nullable String parent,
            LocalDate validFrom) {

        static RegionAnswer of(Region region) {
            return new RegionAnswer(region.code().digits(), region.code().level(), region.name(),
                    region.code().parent().map(RegionCode::digits).orElse(null), region.validFrom());
        }
    }

    /// 责任网格.
    record DutyGridAnswer(
            @Schema(example = "41030300101") String code,
            @Schema(example = "王城路街道第1责任网格") String name,
            @Schema(example = "[\"410303001001001\"]") List<String> cells) {

        static DutyGridAnswer of(DutyGrid dutyGrid) {
            return new DutyGridAnswer(dutyGrid.code(), dutyGrid.name(),
                    dutyGrid.cells().stream().map(UnitGridCode::digits).toList());
        }
    }

    /// 代码和名称.
    record Named(@Schema(example = "410303001001") String code, @Schema(example = "军民巷社区居民委员会") String name) {

        static Named of(Location.Part part) {
            return new Named(part.code().digits(), part.name());
        }
    }

    /// 定位结果.
    record LocationAnswer(
            @Schema(example = "410303001001001") String unitGrid,
            Named community,
            Named subdistrict,
            Named district,
            @Nullable Named dutyGrid,
            @Schema(example = "A") AreaClass areaClass) {

        static LocationAnswer of(Location location) {
            Location.Beat beat = location.dutyGrid();
            return new LocationAnswer(location.unitGrid().digits(), Named.of(location.community()),
                    Named.of(location.subdistrict()), Named.of(location.district()),
                    beat == null ? null : new Named(beat.code(), beat.name()), location.areaClass());
        }
    }

    /// 网格沿革.
    @Schema(name = "UnitGridSuccession")
    record SuccessionAnswer(@Schema(example = "410303001001001") String from, @Schema(example = "410303001001021") String to,
            CellSuccession.Kind kind, @Schema(description = "原网格面积归入新网格的比例", example = "0.52") double share) {

        static SuccessionAnswer of(CellSuccession it) {
            return new SuccessionAnswer(it.from().digits(), it.to().digits(), it.kind(), it.share());
        }
    }

    /// GeoJSON FeatureCollection.
    @Schema(name = "UnitGridFeatures")
    record Features(@Schema(example = "FeatureCollection") String type, List<Feature> features) {

        static Features of(List<Feature> features) {
            return new Features("FeatureCollection", features);
        }
    }

    /// GeoJSON Feature of one unit grid.
    @Schema(name = "UnitGridFeature")
    record Feature(
            @Schema(example = "Feature") String type,
            @Schema(example = "410303001001001") String id,
            Ring geometry,
            Properties properties) {

        static Feature of(UnitGrid cell, LandMap map) {
            Location location = map.locationOf(cell.code()).orElseThrow();
            Location.Beat beat = location.dutyGrid();
            return new Feature("Feature", cell.code().digits(), Ring.of(cell),
                    new Properties(location.community().code().digits(), location.community().name(),
                            beat == null ? null : beat.code(), cell.areaClass(),
                            Math.round(cell.areaSquareMeters())));
        }
    }

    /// GeoJSON Polygon of one ring.
    @Schema(name = "UnitGridPolygon")
    record Ring(@Schema(example = "Polygon") String type, List<List<double[]>> coordinates) {

        static Ring of(UnitGrid cell) {
            return new Ring("Polygon", List.of(Stream.of(cell.outline().getExteriorRing().getCoordinates())
                    .map(at -> new double[] {at.x, at.y}).toList()));
        }
    }

    /// 属性.
    @Schema(name = "UnitGridProperties")
    record Properties(
            @Schema(example = "410303001001") String community,
            @Schema(example = "军民巷社区居民委员会") String communityName,
            @Schema(example = "41030300101") @Nullable String dutyGrid,
            @Schema(example = "A") AreaClass areaClass,
            @Schema(description = "平方米", example = "10012") long areaSquareMeters) {
    }
}
