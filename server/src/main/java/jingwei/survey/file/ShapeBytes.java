package jingwei.survey.file;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/// One shape of a .shp: points, lines and polygons with or without heights and measures.
final class ShapeBytes {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    /// @param flaw what was wrong; null where nothing was
    record Shape(@Nullable Geometry geometry, @Nullable String flaw) {
    }

    Shape read(ByteBuffer bytes, long number) {
        try {
            int type = bytes.getInt();
            return switch (type) {
                case 0 -> new Shape(null, null);
                case 1, 11, 21 -> new Shape(SHAPES.createPoint(new Coordinate(bytes.getDouble(), bytes.getDouble())), null);
                case 8, 18, 28 -> points(bytes);
                case 3, 13, 23 -> lines(parts(bytes));
                case 5, 15, 25 -> polygons(parts(bytes));
                default -> throw FileRefusal.broken(".shp", "第 " + number + " 个图形的类型 " + type + " 不支持 unknown type");
            };
        } catch (BufferUnderflowException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw FileRefusal.broken(".shp", "第 " + number + " 个图形不完整 shape " + number + " is cut off");
        }
    }

    private static Shape points(ByteBuffer bytes) {
        bytes.position(bytes.position() + 32);
        int count = bytes.getInt();
        Point[] points = new Point[bounded(count, bytes)];
        for (int i = 0; i < count; i++) {
            points[i] = SHAPES.createPoint(new Coordinate(bytes.getDouble(), bytes.getDouble()));
        }
        return new Shape(count == 1 ? points[0] : SHAPES.createMultiPoint(points), null);
    }

    private static List<Coordinate[]> parts(ByteBuffer bytes) {
        bytes.position(bytes.position() + 32);
        int partCount = bytes.getInt();
        int pointCount = bytes.getInt();
        int[] starts = new int[bounded(partCount, bytes) + 1];
        for (int i = 0; i < partCount; i++) {
            starts[i] = bytes.getInt();
        }
        starts[partCount] = bounded(pointCount, bytes);
        List<Coordinate[]> parts = new ArrayList<>();
        for (int i = 0; i < partCount; i++) {
            Coordinate[] part = new Coordinate[starts[i + 1] - starts[i]];
            for (int j = 0; j < part.length; j++) {
                part[j] = new Coordinate(bytes.getDouble(), bytes.getDouble());
            }
            parts.add(part);
        }
        return parts;
    }

    /// A count that the bytes cannot hold is a broken file, not an allocation.
    private static int bounded(int count, ByteBuffer bytes) {
        if (count < 0 || count > bytes.remaining() / 4) {
            throw new BufferUnderflowException();
        }
        return count;
    }

    private static Shape lines(List<Coordinate[]> parts) {
        LineString[] lines = parts.stream().filter(part -> part.length > 1).map(SHAPES::createLineString)
                .toArray(LineString[]::new);
        if (lines.length == 0) {
            return new Shape(null, "线少于两个点 a line of fewer than two points");
        }
        return new Shape(lines.length == 1 ? lines[0] : SHAPES.createMultiLineString(lines), null);
    }

    /// Outer rings run clockwise, holes the other way; a hole belongs to the last outer ring whose box holds it.
    private static Shape polygons(List<Coordinate[]> parts) {
        List<LinearRing> outer = new ArrayList<>();
        List<List<LinearRing>> holes = new ArrayList<>();
        String flaw = null;
        for (Coordinate[] part : parts) {
            if (part.length > 0 && !part[0].equals2D(part[part.length - 1])) {
                flaw = "环没有闭合 a ring is not closed";
                part = closed(part);
            }
            if (part.length < 4) {
                flaw = "环少于三个点 a ring of fewer than three points";
                continue;
            }
            LinearRing ring = SHAPES.createLinearRing(part);
            int owner = outer.size() - 1;
            boolean hole = Orientation.isCCW(part) && owner >= 0;
            while (hole && owner > 0 && !outer.get(owner).getEnvelopeInternal().contains(ring.getEnvelopeInternal())) {
                owner--;
            }
            if (hole && outer.get(owner).getEnvelopeInternal().contains(ring.getEnvelopeInternal())) {
                holes.get(owner).add(ring);
            } else {
                outer.add(ring);
                holes.add(new ArrayList<>());
            }
        }
        Polygon[] polygons = new Polygon[outer.size()];
        for (int i = 0; i < polygons.length; i++) {
            polygons[i] = SHAPES.createPolygon(outer.get(i), holes.get(i).toArray(LinearRing[]::new));
        }
        return new Shape(polygons.length == 0 ? null : polygons.length == 1 ? polygons[0] : SHAPES.createMultiPolygon(polygons),
                flaw);
    }

    private static Coordinate[] closed(Coordinate[] part) {
        Coordinate[] longer = java.util.Arrays.copyOf(part, part.length + 1);
        longer[part.length] = new Coordinate(part[0]);
        return longer;
    }
}
