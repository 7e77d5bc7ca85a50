package jingwei.basemap;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 图面: how the layers lie on one another, which are shown at first, and in which colours (APM-06).
///
/// @param layers  from the bottom to the top; a layer that is not named keeps its place of the catalogue, above these
/// @param symbols colours of components by class
public record MapLook(List<LayerLook> layers, List<SymbolLook> symbols) {

    public static final MapLook PLAIN = new MapLook(List.of(), List.of());

    /// 图层的样子. @param color null for the layer's own
    public record LayerLook(String layer, boolean visible, @Nullable String color) {
    }

    /// 符号. @param classes `component-01` or `component-0101`
    public record SymbolLook(String classes, String color) {
    }

    public MapLook {
        layers = List.copyOf(layers);
        symbols = List.copyOf(symbols);
    }
}
