package jingwei.basemap.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jingwei.basemap.FeatureChange;
import jingwei.basemap.Layer;
import jingwei.basemap.LayerField;
import jingwei.basemap.LayerKeeper;
import jingwei.basemap.LayerSource;
import jingwei.basemap.LayerVersion;
import jingwei.basemap.Layers;
import jingwei.basemap.MapFeature;
import jingwei.component.ComponentMark;
import jingwei.component.Components;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.survey.CoordinateSystem;
import jingwei.survey.file.GeoJsonShape;
import jingwei.survey.file.SurveyRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 图层的维护、版本、增量和导出 (BDR-05, BDR-06, BDR-07, BDR-09).
@RestController
@RequestMapping("/api/basemap/layers/{layer}")
@Tag(name = "basedata")
class LayerController {

    private static final int PAGE = 1000;
    private static final int MOST_EXPORTED = 200_000;

    private final Layers layers;
    private final LayerKeeper keeper;
    private final Components components;
    private final LayerExport exports;

    LayerController(Layers layers, LayerKeeper keeper, Components components, LayerExport exports) {
        this.exports = exports;
        this.layers = layers;
        this.keeper = keeper;
        this.components = components;
    }

    record LayerEntry(@Nullable String nameZh, @Nullable String nameEn, Layer.@Nullable Shape shape, @Nullable String theme,
            @Nullable Integer leastZoom, @Nullable Integer drawOrder, @Nullable String color, @Nullable List<LayerField> fields,
            @Nullable String origin, @Nullable LocalDate surveyedOn, @Nullable Double accuracyMeters, @Nullable String scale,
            @Nullable String keeper, @Nullable String useLimits, @Nullable String coordinateSystem, @Nullable Boolean imagery) {
    }

    /// 图层版本.
    @Schema(name = "MapLayerVersion")
    record VersionAnswer(@Schema(example = "3") int version, Instant publishedAt, @Schema(example = "administrator-1") String publishedBy,
            @Schema(example = "2026 年补测") String note, @Schema(example = "12") int added, @Schema(example = "3") int changed,
            @Schema(example = "1") int removed) {

        static VersionAnswer of(LayerVersion it) {
            return new VersionAnswer(it.version(), it.publishedAt(), it.publishedBy(), it.note(), it.added(), it.changed(),
                    it.removed());
        }
    }

    /// 增量.
    @Schema(name = "MapLayerChanges")
    record ChangesAnswer(@Schema(description = "读到哪个版本；下次从它开始", example = "3") long upTo,
            @Schema(description = "下一页从此标识之后；没有下一页为空") @Nullable String next, List<ChangedFeature> changed,
            @Schema(description = "已删除的标识") List<String> removed) {
    }

    /// 变更的要素.
    @Schema(name = "ChangedMapFeature")
    record ChangedFeature(@Schema(example = "S12") String id, Map<String, Object> geometry, Map<String, Object> properties) {
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.LAND_EDIT)
    @Operation(summary = "维护图层目录", description = "新增图层，或修改名称、显示和元数据；不用编程。Add a layer or change its names, drawing and metadata.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"nameZh": "公交站点", "nameEn": "Bus stops", "shape": "POINT", "theme": "交通", "leastZoom": 14, "color": "#2a6f97",
                     "fields": [{"name": "name", "required": true}], "origin": "市交通局", "surveyedOn": "2026-06-30", "accuracyMeters": 1.0,
                     "scale": "1:2000", "keeper": "市数字城管中心", "useLimits": "内部使用"}"""))))
    void put(@Parameter(example = "bus-stops") @PathVariable String layer, @RequestBody LayerEntry given) {
        Layer known = layers.find(layer).orElse(null);
        if (!layer.matches("[a-z][a-z0-9-]{1,40}") || known == null && (given.nameZh() == null
                || given.shape() == null && !Boolean.TRUE.equals(given.imagery()))
                || given.color() != null && !given.color().matches("#[0-9a-f]{6}")
                || given.leastZoom() != null && (given.leastZoom() < 0 || given.leastZoom() > 18)
                || given.accuracyMeters() != null && !(given.accuracyMeters() > 0)) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "layer-malformed", Text.of("图层标识、名称、几何类型、颜色、级别或精度不对",
                    "id, name, shape, color, zoom or accuracy is missing or wrong"),
                    Text.of("标识用小写英文字母、数字和连字符；新图层必须有名称和几何类型；颜色写成 #1b6b53；级别 0 到 18",
                            "id in lower case; a new layer needs name and shape; color as #1b6b53; zoom 0 to 18")).under("BDR-07").asException();
        }
        if (given.coordinateSystem() != null) {
            CoordinateSystem.of(given.coordinateSystem());
        }
        boolean pictures = Boolean.TRUE.equals(given.imagery());
        Layer base = known != null ? known : new Layer(layer, String.valueOf(given.nameZh()), layer,
                pictures ? Layer.Keeping.IMAGERY : Layer.Keeping.FEATURES, pictures ? Layer.Shape.POLYGON : given.shape(),
                pictures ? "影像" : "其他", pictures ? 0 : 12, pictures ? 1 : 55, "#5f7f9f", List.of(), Layer.Metadata.UNKNOWN, 0);
        Layer.Metadata about = base.metadata();
        keeper.put(new Layer(layer, or(given.nameZh(), base.nameZh()), or(given.nameEn(), base.nameEn()), base.keeping(),
                given.shape() == null ? base.shape() : given.shape(), or(given.theme(), base.theme()),
                or(given.leastZoom(), base.leastZoom()), or(given.drawOrder(), base.drawOrder()), or(given.color(), base.color()),
                or(given.fields(), base.fields()), new Layer.Metadata(or(given.origin(), about.origin()),
                        given.surveyedOn() == null ? about.surveyedOn() : given.surveyedOn(),
                        given.accuracyMeters() == null ? about.accuracyMeters() : given.accuracyMeters(),
                        or(given.scale(), about.scale()), or(given.keeper(), about.keeper()),
                        or(given.useLimits(), about.useLimits()), or(given.coordinateSystem(), about.coordinateSystem())),
                base.version()));
    }

    private static <T> T or(@Nullable T given, T known) {
        return given == null ? known : given;
    }

    @GetMapping("/versions")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "图层版本", description = "历次发布，新的在前。Publications of a layer, the newest first.")
    List<VersionAnswer> versions(@Parameter(example = "roads") @PathVariable String layer) {
        return keeper.versions(layer).stream().map(VersionAnswer::of).toList();
    }

    @GetMapping("/changes")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "增量", description = "某版本之后的变化，供终端和其他平台同步；框架图层和部件可用。What changed since a version, in pages.")
    ChangesAnswer changes(@Parameter(example = "roads") @PathVariable String layer,
            @Parameter(description = "已有的版本 version one has", example = "2") @RequestParam long since,
            @Parameter(description = "上一页最后的标识 last id of the page before", example = "S12") @RequestParam(defaultValue = "") String after,
            @Parameter(description = "第一页答的 upTo，翻页时原样带上", example = "3") @RequestParam(required = false) @Nullable Long upTo) {
        Layer one = layers.get(layer);
        return switch (one.keeping()) {
            case FEATURES -> features(one, since, after);
            case COMPONENTS -> components(since, upTo == null ? components.revision() : upTo, after);
            case UNIT_GRIDS, DUTY_GRIDS, COMMUNITIES, IMAGERY -> throw Refusal.of(Refusal.Kind.CONFLICT, "layer-without-changes",
                    Text.of("网格和影像图层整体更新，没有增量", "layers of the grid and of pictures are renewed as a whole"),
                    Text.of("版本变了请重新读取 /api/unit-grids", "read /api/unit-grids again when the version has moved")).under("BDR-05").asException();
        };
    }

    private ChangesAnswer features(Layer layer, long since, String after) {
        List<FeatureChange> page = keeper.changedSince(layer.id(), Math.toIntExact(Math.clamp(since, 0, Integer.MAX_VALUE)), after, PAGE);
        List<ChangedFeature> changed = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        for (FeatureChange one : page) {
            if (one.now() == null) {
                removed.add(one.id());
            } else {
                changed.add(new ChangedFeature(one.id(), GeoJsonShape.write(one.now().geometry()), one.now().attributes()));
            }
        }
        return new ChangesAnswer(layer.version(), page.size() < PAGE ? null : page.getLast().id(), changed, removed);
    }

    private ChangesAnswer components(long since, long upTo, String after) {
        List<ComponentMark> page = components.changedSince(since, upTo, after, PAGE);
        List<ChangedFeature> changed = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        for (ComponentMark one : page) {
            if (one.state() == jingwei.component.ComponentState.REMOVED) {
                removed.add(one.code());
            } else {
                changed.add(new ChangedFeature(one.code(), Map.of("type", "Point", "coordinates",
                        new double[] {one.longitude(), one.latitude()}), Map.of("class", one.minor(), "name", one.name(),
                        "state", one.state().name(), "unitGrid", one.unitGrid())));
            }
        }
        return new ChangesAnswer(upTo, page.size() < PAGE ? null : page.getLast().code(), changed, removed);
    }

    @GetMapping("/export")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "导出图层", description = "Shapefile（zip，UTF-8 或 GBK）、GeoPackage、GeoJSON 或 CSV；更大的图层请用 /ogc 分页读取。Export a layer.",
            responses = @ApiResponse(responseCode = "200", description = "文件 the file", content = @Content(mediaType = "application/zip")))
    void export(@Parameter(example = "roads") @PathVariable String layer,
            @Parameter(description = "格式 shp、gpkg、geojson、csv", example = "gpkg") @RequestParam(defaultValue = "shp") String form,
            @Parameter(description = "编码 UTF-8 或 GBK", example = "UTF-8") @RequestParam(defaultValue = "UTF-8") String encoding,
            HttpServletResponse response) throws IOException {
        LayerSource source = layers.source(layers.get(layer));
        if (source.count() > MOST_EXPORTED) {
            throw Refusal.of(Refusal.Kind.TOO_LARGE, "export-too-large", Text.of("图层有 " + source.count() + " 个要素，超过一次导出的 "
                            + MOST_EXPORTED + " 个", "the layer is too large for one file"),
                    Text.of("请用 ogr2ogr 从 /ogc 分页读取", "read it page by page from /ogc, for example with ogr2ogr")).under("BDR-06").asException();
        }
        List<SurveyRecord> rows = new ArrayList<>();
        for (MapFeature feature : source.page(null, "", MOST_EXPORTED)) {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("id", feature.id());
            feature.attributes().forEach((name, value) -> attributes.put(name, value.toString()));
            rows.add(new SurveyRecord(rows.size() + 1L, feature.geometry(), attributes));
        }
        exports.write(form, layer, rows, encoding, response);
    }
}
