package jingwei.basemap;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/// 要素: one thing of a layer with its shape and attributes.
///
/// @param id         unique in its layer
/// @param geometry   CGCS2000 degrees, x = longitude; never changed after it is made
/// @param attributes text, numbers or truth values by name, in the order of the layer's fields
public record MapFeature(String id, Geometry geometry, Map<String, Object> attributes) {

    public MapFeature {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
