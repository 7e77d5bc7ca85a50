package jingwei.basemap;

/// 属性字段: one attribute a layer's features carry.
///
/// @param name     as it is called in files and tiles
/// @param required whether a feature without it is a fault
public record LayerField(String name, boolean required) {
}
