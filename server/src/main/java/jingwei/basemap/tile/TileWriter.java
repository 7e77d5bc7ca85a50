package jingwei.basemap.tile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jingwei.basemap.MapFeature;
import org.locationtech.jts.geom.Geometry;

/// 矢量瓦片: writes features as a Mapbox Vector Tile of version 2: one layer, 4096 steps a side.
///
/// The attribute `id` carries the feature's own id, because the number the format has room for cannot hold a code of 16 digits.
/// Written by hand: the format is a hundred lines, and the library for it brings a protobuf that warns on this JDK.
public final class TileWriter {

    static final int EXTENT = 4096;

    private TileWriter() {
    }

    /// The tile; empty bytes where nothing is seen in the square.
    public static byte[] write(String layer, TileAddress tile, List<MapFeature> features) {
        Map<String, Integer> keys = new LinkedHashMap<>();
        Map<Object, Integer> values = new LinkedHashMap<>();
        Bytes body = new Bytes();
        body.number(15, 2);
        body.text(1, layer);
        boolean any = false;
        for (MapFeature feature : features) {
            Geometry shape = feature.geometry();
            Bytes commands = new TileShape(tile).draw(shape);
            if (commands.isEmpty()) {
                continue;
            }
            any = true;
            Bytes tags = new Bytes();
            tag(tags, keys, values, "id", feature.id());
            feature.attributes().forEach((name, value) -> tag(tags, keys, values, name, value));
            Bytes one = new Bytes();
            one.block(2, tags);
            one.number(3, shape.getDimension() + 1L);
            one.block(4, commands);
            body.block(2, one);
        }
        if (!any) {
            return new byte[0];
        }
        keys.keySet().forEach(key -> body.text(3, key));
        values.keySet().forEach(value -> body.block(4, value(value)));
        body.number(5, EXTENT);
        Bytes whole = new Bytes();
        whole.block(3, body);
        return whole.toArray();
    }

    private static void tag(Bytes tags, Map<String, Integer> keys, Map<Object, Integer> values, String name, Object value) {
        tags.plain(keys.computeIfAbsent(name, key -> keys.size()));
        tags.plain(values.computeIfAbsent(value, key -> values.size()));
    }

    private static Bytes value(Object value) {
        Bytes one = new Bytes();
        switch (value) {
            case Boolean truth -> one.number(7, truth ? 1 : 0);
            case Integer number -> one.number(4, number);
            case Long number -> one.number(4, number);
            case Number number -> one.real(3, number.doubleValue());
            default -> one.text(1, value.toString());
        }
        return one;
    }
}
