package jingwei.basemap;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 图层: one entry of the catalogue with its metadata (BDR-07, BDR-09).
///
/// @param id        lower-case word, e.g. `roads`; part of every address of the layer
/// @param leastZoom first zoom of the tile pyramid that shows it
/// @param color     main colour, `#rrggbb`
/// @param fields    attributes, in the order they are shown
/// @param version   published version; 0 before the first. Layers kept by another room have that room's revision instead
public record Layer(String id, String nameZh, String nameEn, Keeping keeping, Shape shape, String theme, int leastZoom,
        int drawOrder, String color, List<LayerField> fields, Metadata metadata, int version) {

    /// 数据所在: who keeps the features.
    public enum Keeping {
        FEATURES, UNIT_GRIDS, DUTY_GRIDS, COMMUNITIES, COMPONENTS, IMAGERY
    }

    /// 几何类型.
    public enum Shape {
        POINT, LINE, POLYGON
    }

    /// 元数据: where a set comes from and what it may be used for (BDR-09).
    ///
    /// @param accuracyMeters   positional accuracy in meters; null where nobody has said
    /// @param coordinateSystem word of the system the set was given in
    public record Metadata(String origin, @Nullable LocalDate surveyedOn, @Nullable Double accuracyMeters, String scale,
            String keeper, String useLimits, String coordinateSystem) {

        public static final Metadata UNKNOWN = new Metadata("", null, null, "", "", "", "cgcs2000");
    }

    public Layer {
        fields = List.copyOf(fields);
    }
}
