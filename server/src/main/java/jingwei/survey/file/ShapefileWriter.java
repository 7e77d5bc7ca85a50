package jingwei.survey.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/// Shapefile 导出: one zip with .shp, .shx, .dbf, .prj and .cpg, in CGCS2000 degrees.
///
/// Column names longer than ten bytes are cut, as the format demands; texts longer than 254 bytes too.
public final class ShapefileWriter {

    private static final int WIDEST = 254;

    private ShapefileWriter() {
    }

    /// @param rows    all of one kind: points, lines or polygons
    /// @param charset UTF-8 or GBK
    public static void write(OutputStream out, String name, List<SurveyRecord> rows, Charset charset) throws IOException {
        ByteArrayOutputStream shapes = new ByteArrayOutputStream();
        ByteArrayOutputStream index = new ByteArrayOutputStream();
        Envelope all = new Envelope();
        int type = 0;
        for (SurveyRecord row : rows) {
            Geometry shape = row.geometry();
            byte[] content = shape == null ? ByteBuffer.allocate(4).array() : bytes(shape);
            if (shape != null) {
                all.expandToInclude(shape.getEnvelopeInternal());
                type = type(shape);
            }
            ByteBuffer head = ByteBuffer.allocate(8).putInt((int) row.number()).putInt(content.length / 2);
            index.writeBytes(ByteBuffer.allocate(8).putInt((100 + shapes.size()) / 2).putInt(content.length / 2).array());
            shapes.writeBytes(head.array());
            shapes.writeBytes(content);
        }
        ZipOutputStream zip = new ZipOutputStream(out);
        entry(zip, name + ".shp", head(type, shapes.size(), all), shapes.toByteArray());
        entry(zip, name + ".shx", head(type, index.size(), all), index.toByteArray());
        entry(zip, name + ".dbf", table(rows, charset), new byte[0]);
        entry(zip, name + ".prj", ProjectionFile.cgcs2000().getBytes(StandardCharsets.US_ASCII), new byte[0]);
        entry(zip, name + ".cpg", (charset.equals(StandardCharsets.UTF_8) ? "UTF-8" : "GBK").getBytes(StandardCharsets.US_ASCII),
                new byte[0]);
        zip.finish();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] head, byte[] body) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(head);
        zip.write(body);
        zip.closeEntry();
    }

    private static byte[] head(int type, int size, Envelope box) {
        ByteBuffer head = ByteBuffer.allocate(100).putInt(0, 9994).putInt(24, (100 + size) / 2);
        head.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, type);
        if (!box.isNull()) {
            head.putDouble(36, box.getMinX()).putDouble(44, box.getMinY()).putDouble(52, box.getMaxX()).putDouble(60, box.getMaxY());
        }
        return head.array();
    }

    private static int type(Geometry shape) {
        return switch (shape.getDimension()) {
            case 0 -> 1;
            case 1 -> 3;
            default -> 5;
        };
    }

    private static byte[] bytes(Geometry shape) {
        if (shape.getDimension() == 0) {
            Coordinate at = shape.getCoordinate();
            return little(20).putInt(1).putDouble(at.x).putDouble(at.y).array();
        }
        List<Coordinate[]> parts = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            switch (shape.getGeometryN(i)) {
                case Polygon polygon -> {
                    parts.add(turned(polygon.getExteriorRing(), false));
                    for (int j = 0; j < polygon.getNumInteriorRing(); j++) {
                        parts.add(turned(polygon.getInteriorRingN(j), true));
                    }
                }
                case LineString line -> parts.add(line.getCoordinates());
                default -> throw new IllegalArgumentException("a shapefile holds no " + shape.getGeometryType());
            }
        }
        int points = parts.stream().mapToInt(part -> part.length).sum();
        Envelope box = shape.getEnvelopeInternal();
        ByteBuffer out = little(44 + 4 * parts.size() + 16 * points).putInt(type(shape)).putDouble(box.getMinX())
                .putDouble(box.getMinY()).putDouble(box.getMaxX()).putDouble(box.getMaxY()).putInt(parts.size()).putInt(points);
        int start = 0;
        for (Coordinate[] part : parts) {
            out.putInt(start);
            start += part.length;
        }
        for (Coordinate[] part : parts) {
            for (Coordinate at : part) {
                out.putDouble(at.x).putDouble(at.y);
            }
        }
        return out.array();
    }

    private static Coordinate[] turned(LineString ring, boolean counterClockwise) {
        return Orientation.isCCW(ring.getCoordinates()) == counterClockwise ? ring.getCoordinates()
                : ring.reverse().getCoordinates();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] table(List<SurveyRecord> rows, Charset charset) {
        Map<String, Integer> widths = new LinkedHashMap<>();
        rows.forEach(row -> row.attributes().forEach((column, text) -> widths.merge(column,
                Math.clamp(text.getBytes(charset).length, 1, WIDEST), Math::max)));
        int width = 1 + widths.values().stream().mapToInt(Integer::intValue).sum();
        ByteBuffer out = little(32 + 32 * widths.size() + 1 + width * rows.size() + 1);
        out.put((byte) 3).put(new byte[] {126, 1, 1}).putInt(rows.size()).putShort((short) (33 + 32 * widths.size()))
                .putShort((short) width);
        out.put(29, charset.equals(StandardCharsets.UTF_8) ? 0 : (byte) 0x4D);
        int at = 32;
        for (Map.Entry<String, Integer> column : widths.entrySet()) {
            byte[] name = cut(column.getKey(), 10, charset);
            out.put(at, name).put(at + 11, (byte) 'C').put(at + 16, (byte) (int) column.getValue());
            at += 32;
        }
        out.put(at++, (byte) 0x0D);
        for (SurveyRecord row : rows) {
            out.put(at++, (byte) ' ');
            for (Map.Entry<String, Integer> column : widths.entrySet()) {
                byte[] text = cut(row.attributes().getOrDefault(column.getKey(), ""), column.getValue(), charset);
                for (int i = 0; i < column.getValue(); i++) {
                    out.put(at++, i < text.length ? text[i] : (byte) ' ');
                }
            }
        }
        out.put(at, (byte) 0x1A);
        return out.array();
    }

    /// At most so many bytes, never half a character.
    private static byte[] cut(@Nullable String text, int most, Charset charset) {
        String left = text == null ? "" : text;
        while (left.getBytes(charset).length > most) {
            left = left.substring(0, left.length() - 1);
        }
        return left.getBytes(charset);
    }
}
