package jingwei.basemap;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a Mapbox Vector Tile by the words of its specification, knowing nothing of the writer.
public record TestTile(String layer, int extent, List<Feature> features) {

    /// @param type  1 point, 2 line, 3 polygon
    /// @param parts rings, lines or one list of points, in steps of the tile
    public record Feature(int type, Map<String, Object> attributes, List<List<int[]>> parts) {
    }

    public static TestTile read(byte[] bytes) {
        ByteBuffer outer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer layer = null;
        while (outer.hasRemaining()) {
            if (number(outer) == (3 << 3 | 2)) {
                layer = block(outer);
            }
        }
        if (layer == null) {
            return new TestTile("", 0, List.of());
        }
        String name = "";
        int extent = 0;
        List<ByteBuffer> raw = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        while (layer.hasRemaining()) {
            int tag = (int) number(layer);
            switch (tag) {
                case 15 << 3 -> {
                    if (number(layer) != 2) {
                        throw new AssertionError("version");
                    }
                }
                case 1 << 3 | 2 -> name = text(layer);
                case 2 << 3 | 2 -> raw.add(block(layer));
                case 3 << 3 | 2 -> keys.add(text(layer));
                case 4 << 3 | 2 -> values.add(value(block(layer)));
                case 5 << 3 -> extent = (int) number(layer);
                default -> throw new AssertionError("tag " + tag);
            }
        }
        return new TestTile(name, extent, raw.stream().map(one -> feature(one, keys, values)).toList());
    }

    private static Feature feature(ByteBuffer raw, List<String> keys, List<Object> values) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        List<List<int[]>> parts = new ArrayList<>();
        int type = 0;
        while (raw.hasRemaining()) {
            int tag = (int) number(raw);
            switch (tag) {
                case 2 << 3 | 2 -> {
                    ByteBuffer tags = block(raw);
                    while (tags.hasRemaining()) {
                        attributes.put(keys.get((int) number(tags)), values.get((int) number(tags)));
                    }
                }
                case 3 << 3 -> type = (int) number(raw);
                case 4 << 3 | 2 -> commands(block(raw), parts);
                default -> throw new AssertionError("tag " + tag);
            }
        }
        return new Feature(type, attributes, parts);
    }

    private static void commands(ByteBuffer all, List<List<int[]>> parts) {
        int x = 0;
        int y = 0;
        while (all.hasRemaining()) {
            int command = (int) number(all);
            for (int i = 0; i < command >>> 3 && (command & 7) != 7; i++) {
                x += step(all);
                y += step(all);
                if ((command & 7) == 1 && i == 0) {
                    parts.add(new ArrayList<>());
                }
                parts.getLast().add(new int[] {x, y});
            }
        }
    }

    private static Object value(ByteBuffer one) {
        int tag = (int) number(one);
        return switch (tag) {
            case 1 << 3 | 2 -> text(one);
            case 3 << 3 | 1 -> one.getDouble();
            case 4 << 3 -> number(one);
            case 7 << 3 -> number(one) == 1;
            default -> throw new AssertionError("value " + tag);
        };
    }

    private static int step(ByteBuffer from) {
        int raw = (int) number(from);
        return raw >>> 1 ^ -(raw & 1);
    }

    private static String text(ByteBuffer from) {
        ByteBuffer block = block(from);
        byte[] bytes = new byte[block.remaining()];
        block.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static ByteBuffer block(ByteBuffer from) {
        int length = (int) number(from);
        ByteBuffer inner = from.slice(from.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        from.position(from.position() + length);
        return inner;
    }

    private static long number(ByteBuffer from) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = from.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
