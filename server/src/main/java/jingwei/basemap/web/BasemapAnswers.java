package jingwei.basemap.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jingwei.basemap.Layer;
import jingwei.basemap.LayerField;
import jingwei.basemap.LayerSource;
import jingwei.basemap.MapLook;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/// 回答的样子.
final class BasemapAnswers {

    private BasemapAnswers() {
    }

    /// 图层.
    @Schema(name = "MapLayer")
    record LayerAnswer(
            @Schema(example = "roads") String id,
            @Schema(example = "道路") String nameZh,
            @Schema(example = "Roads") String nameEn,
            Layer.Keeping keeping,
            Layer.Shape shape,
            @Schema(example = "框架数据") String theme,
            @Schema(example = "8") int leastZoom,
            @Schema(example = "50") int drawOrder,
            @Schema(example = "#f7d58a") String color,
            @Schema(description = "图面给了颜色 the look gives its colour") boolean recolored,
            @Schema(description = "打开地图时显示 shown at first") boolean visible,
            @Schema(description = "部件符号颜色，按大类或小类 colours of components by class") @Nullable Map<String, String> symbols,
            List<FieldAnswer> fields,
            @Schema(description = "已发布的版本；0 为尚未发布 published version", example = "3") long version,
            @Schema(description = "要素数 features", example = "412") long count,
            @Schema(description = "西,南,东,北 degrees", example = "[112.38,34.60,112.52,34.72]") double @Nullable [] extent,
            @Schema(example = "市测绘院") String origin,
            @Nullable LocalDate surveyedOn,
            @Schema(description = "米 meters", example = "0.5") @Nullable Double accuracyMeters,
            @Schema(example = "1:500") String scale,
            @Schema(example = "市数字城管中心") String keeper,
            @Schema(example = "内部使用") String useLimits,
            @Schema(example = "cgcs2000") String coordinateSystem) {

        static LayerAnswer of(Layer layer, LayerSource source, MapLook look) {
            List<String> order = look.layers().stream().map(MapLook.LayerLook::layer).toList();
            int place = order.indexOf(layer.id());
            Optional<MapLook.LayerLook> own = look.layers().stream().filter(each -> each.layer().equals(layer.id())).findFirst();
            Map<String, String> symbols = new TreeMap<>();
            if (layer.keeping() == Layer.Keeping.COMPONENTS) {
                look.symbols().forEach(each -> symbols.put(each.classes(), each.color()));
            }
            String given = own.map(MapLook.LayerLook::color).orElse(null);
            Layer.Metadata about = layer.metadata();
            Envelope extent = source.extent();
            return new LayerAnswer(layer.id(), layer.nameZh(), layer.nameEn(), layer.keeping(), layer.shape(), layer.theme(),
                    layer.leastZoom(), order.isEmpty() ? layer.drawOrder() : place < 0 ? 1000 + layer.drawOrder() : place,
                    given == null ? layer.color() : given, given != null, own.map(MapLook.LayerLook::visible).orElse(true),
                    symbols.isEmpty() ? null : symbols,
                    layer.fields().stream().map(FieldAnswer::of).toList(), source.revision(), source.count(),
                    extent.isNull() ? null
                            : new double[] {extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY()},
                    about.origin(), about.surveyedOn(), about.accuracyMeters(), about.scale(), about.keeper(),
                    about.useLimits(), about.coordinateSystem());
        }
    }

    /// 属性字段.
    @Schema(name = "MapLayerField")
    record FieldAnswer(@Schema(example = "name") String name, @Schema(example = "false") boolean required) {

        static FieldAnswer of(LayerField field) {
            return new FieldAnswer(field.name(), field.required());
        }
    }
}
