package jingwei.demonstration.city;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import jingwei.basemap.MapFeature;
import jingwei.grid.GeoPoint;
import jingwei.grid.LandMap;
import jingwei.grid.LocalPlane;
import jingwei.grid.Location;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/// 合成部件: sets lamps, covers, trees and the rest along the roads of a synthetic city, one after the other, so that any number of
/// them needs no memory.
final class Furnishing {

    /// 小类, name, unit, and how many of a hundred.
    private record Kind(String minor, String name, String unit, int share) {
    }

    private static final List<Kind> KINDS = List.of(new Kind("0101", "上水井盖", "water", 9), new Kind("0102", "污水井盖", "municipal", 10),
            new Kind("0103", "雨水井盖", "municipal", 10), new Kind("0104", "雨水箅子", "municipal", 14), new Kind("0106", "路灯井盖", "lighting", 5),
            new Kind("0118", "路灯", "lighting", 16), new Kind("0209", "交通标志牌", "traffic", 5), new Kind("0210", "交通信号灯", "traffic", 2),
            new Kind("0213", "路名牌", "municipal", 2), new Kind("0305", "垃圾箱", "sanitation", 7), new Kind("0402", "行道树", "greening", 17),
            new Kind("0404", "花架花钵", "greening", 3));

    private Furnishing() {
    }

    /// Hands over rows: code, name, unit, longitude, latitude. About `count` of them.
    static long place(City city, LandMap land, long seed, long count, Consumer<String[]> row) {
        List<Kind> urn = new ArrayList<>();
        KINDS.forEach(kind -> {
            for (int i = 0; i < kind.share(); i++) {
                urn.add(kind);
            }
        });
        Random random = new Random(seed);
        double meters = city.layers().get("roads").stream().mapToDouble(road -> length(road.geometry())).sum();
        double step = meters * 0.985 / count;
        Map<String, Integer> numbers = new HashMap<>();
        long placed = 0;
        for (MapFeature road : city.layers().get("roads")) {
            double half = ((Number) road.attributes().get("width")).doubleValue() / 2;
            for (int part = 0; part < road.geometry().getNumGeometries(); part++) {
                Coordinate[] line = road.geometry().getGeometryN(part).getCoordinates();
                double rest = random.nextDouble() * step;
                for (int i = 1; i < line.length; i++) {
                    LocalPlane plane = LocalPlane.at(line[i].y);
                    double dx = (line[i].x - line[i - 1].x) * plane.metersPerLongitude();
                    double dy = (line[i].y - line[i - 1].y) * plane.metersPerLatitude();
                    double length = Math.hypot(dx, dy);
                    for (; rest < length; rest += step) {
                        double aside = (half + random.nextDouble(-1.5, 3)) * (random.nextBoolean() ? 1 : -1) / length;
                        double along = rest / length;
                        GeoPoint at = new GeoPoint(
                                Math.rint((line[i - 1].x + (along * dx - aside * dy) / plane.metersPerLongitude()) * 1e8) / 1e8,
                                Math.rint((line[i - 1].y + (along * dy + aside * dx) / plane.metersPerLatitude()) * 1e8) / 1e8);
                        Location location = land.locate(at).orElse(null);
                        if (location == null) {
                            continue;
                        }
                        Kind kind = urn.get(random.nextInt(urn.size()));
                        String start = location.district().code().digits() + kind.minor();
                        int number = numbers.merge(start, 1, Integer::sum);
                        row.accept(new String[] {start + String.format("%06d", number), kind.name(), kind.unit(),
                            String.valueOf(at.longitude()), String.valueOf(at.latitude())});
                        placed++;
                    }
                    rest -= length;
                }
            }
        }
        return placed;
    }

    private static double length(Geometry line) {
        LocalPlane plane = LocalPlane.at(line.getEnvelopeInternal().centre().y);
        return plane.toMeters(line).getLength();
    }
}
