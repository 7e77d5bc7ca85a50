package jingwei.survey.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/// GeoJSON 图形: a shape from its JSON and back; heights are dropped.
public final class GeoJsonShape {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private GeoJsonShape() {
    }

    /// @throws IllegalArgumentException for what is no shape
    public static Geometry read(JsonNode shape) {
        JsonNode at = shape.path("coordinates");
        return switch (shape.path("type").asString("")) {
            case "Point" -> SHAPES.createPoint(coordinate(at));
            case "MultiPoint" -> SHAPES.createMultiPointFromCoords(line(at));
            case "LineString" -> SHAPES.createLineString(line(at));
            case "MultiLineString" -> SHAPES.createMultiLineString(each(at).stream()
                    .map(one -> SHAPES.createLineString(line(one))).toArray(LineString[]::new));
            case "Polygon" -> polygon(at);
            case "MultiPolygon" -> SHAPES.createMultiPolygon(each(at).stream().map(GeoJsonShape::polygon).toArray(Polygon[]::new));
            default -> throw new IllegalArgumentException("no shape");
        };
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> all = each(rings).stream().map(ring -> SHAPES.createLinearRing(line(ring))).toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("no ring");
        }
        return SHAPES.createPolygon(all.getFirst(), all.stream().skip(1).toArray(LinearRing[]::new));
    }

    private static Coordinate[] line(JsonNode points) {
        return each(points).stream().map(GeoJsonShape::coordinate).toArray(Coordinate[]::new);
    }

    private static Coordinate coordinate(JsonNode at) {
        if (!at.isArray() || at.size() < 2 || !at.get(0).isNumber() || !at.get(1).isNumber()) {
            throw new IllegalArgumentException("no coordinate");
        }
        return new Coordinate(at.get(0).asDouble(), at.get(1).asDouble());
    }

    private static List<JsonNode> each(JsonNode list) {
        if (!list.isArray()) {
            throw new IllegalArgumentException("no list");
        }
        List<JsonNode> all = new ArrayList<>();
        list.forEach(all::add);
        return all;
    }

    /// The shape as maps and lists that any writer of JSON can print.
    public static Map<String, Object> write(Geometry shape) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("type", shape.getGeometryType());
        said.put("coordinates", switch (shape) {
            case Point point -> pair(point.getCoordinate());
            case LineString line -> pairs(line);
            case Polygon polygon -> rings(polygon);
            default -> {
                List<Object> parts = new ArrayList<>();
                for (int i = 0; i < shape.getNumGeometries(); i++) {
                    parts.add(write(shape.getGeometryN(i)).get("coordinates"));
                }
                yield parts;
            }
        });
        return said;
    }

    private static List<Object> rings(Polygon polygon) {
        List<Object> rings = new ArrayList<>();
        if (!polygon.isEmpty()) {
            rings.add(pairs(polygon.getExteriorRing()));
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                rings.add(pairs(polygon.getInteriorRingN(i)));
            }
        }
        return rings;
    }

    private static List<double[]> pairs(LineString line) {
        List<double[]> all = new ArrayList<>(line.getNumPoints());
        for (Coordinate at : line.getCoordinates()) {
            all.add(pair(at));
        }
        return all;
    }

    private static double[] pair(Coordinate at) {
        return new double[] {at.x, at.y};
    }
}
