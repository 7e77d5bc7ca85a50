package jingwei.demonstration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jingwei.basemap.MapFeature;
import jingwei.geocoding.Place;
import jingwei.geocoding.PlaceKind;
import jingwei.grid.GeoPoint;
import jingwei.grid.LocalPlane;
import jingwei.grid.UnitGrid;
import jingwei.grid.town.Town;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/// 示范框架数据: roads, a river, green and houses of a drawn town; the same for the same seed.
final class TownFrame {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private TownFrame() {
    }

    /// The framework layers by id.
    static Map<String, List<MapFeature>> draw(long seed, Town town, List<Place> places) {
        Random random = new Random(seed);
        Map<String, List<MapFeature>> layers = new LinkedHashMap<>();
        layers.put("roads", roads(town, places));
        layers.put("landmarks", landmarks(places));
        layers.put("water", List.of(new MapFeature("W1", river(town), Map.of("name", "洛河"))));
        List<MapFeature> houses = new ArrayList<>();
        List<MapFeature> green = new ArrayList<>();
        for (UnitGrid cell : town.map().cells()) {
            if (random.nextInt(24) == 0) {
                green.add(new MapFeature("G" + cell.code(), cell.outline().buffer(-1e-4), Map.of("name", "游园")));
            } else {
                houses(cell, random, houses);
            }
        }
        layers.put("green", green);
        layers.put("buildings", houses);
        return layers;
    }

    private static List<MapFeature> roads(Town town, List<Place> places) {
        List<MapFeature> roads = new ArrayList<>();
        for (Place place : places) {
            if (place.kind() == PlaceKind.ROAD && place.geometry() != null) {
                roads.add(new MapFeature(place.id(), place.geometry(), Map.of("name", place.name(), "class", "主干路")));
            }
        }
        int number = 0;
        for (List<GeoPoint> street : town.streets()) {
            Coordinate[] line = street.stream().map(at -> new Coordinate(at.longitude(), at.latitude()))
                    .toArray(Coordinate[]::new);
            roads.add(new MapFeature("S" + ++number, SHAPES.createLineString(line), Map.of("class", "支路")));
        }
        return roads;
    }

    private static List<MapFeature> landmarks(List<Place> places) {
        return places.stream().filter(place -> place.kind() == PlaceKind.LANDMARK && place.hasPoint())
                .map(place -> new MapFeature(place.id(),
                        SHAPES.createPoint(new Coordinate(place.longitude(), place.latitude())), Map.of("name", place.name())))
                .toList();
    }

    /// South of the town, bending, some 220 m wide.
    private static Geometry river(Town town) {
        Envelope all = new Envelope();
        town.map().cells().forEach(cell -> all.expandToInclude(cell.outline().getEnvelopeInternal()));
        Coordinate[] middle = new Coordinate[40];
        for (int i = 0; i < middle.length; i++) {
            double part = i / (middle.length - 1.0);
            middle[i] = new Coordinate(all.getMinX() - 0.01 + part * (all.getWidth() + 0.02),
                    all.getMinY() - 0.0035 + 0.0012 * Math.sin(part * 9));
        }
        return SHAPES.createLineString(middle).buffer(0.001);
    }

    private static void houses(UnitGrid cell, Random random, List<MapFeature> houses) {
        Coordinate middle = cell.outline().getCentroid().getCoordinate();
        LocalPlane plane = LocalPlane.at(middle.y);
        double width = 12 + random.nextInt(8);
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 2; column++) {
                if (random.nextInt(6) == 0) {
                    continue;
                }
                double x = middle.x + (column - 0.5) * 36 / plane.metersPerLongitude();
                double y = middle.y + (row - 1) * 25 / plane.metersPerLatitude();
                Envelope box = new Envelope(x, x, y, y);
                box.expandBy((width + random.nextInt(3)) / plane.metersPerLongitude(), 6 / plane.metersPerLatitude());
                houses.add(new MapFeature("B" + cell.code() + row + column, SHAPES.toGeometry(box),
                        Map.of("floors", 3 + random.nextInt(15))));
            }
        }
    }
}
