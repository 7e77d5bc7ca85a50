package jingwei.component.town;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jingwei.component.ComponentState;
import jingwei.component.ManagedComponent;
import jingwei.grid.GeoPoint;
import jingwei.grid.LocalPlane;
import jingwei.grid.Location;
import jingwei.grid.town.Town;
import jingwei.standards.ClassCode;
import jingwei.standards.ComponentCode;
import jingwei.standards.RegionCode;

/// 示范部件: places lamps, covers, bins, trees and signals along the streets of a drawn town; the same for the same seed.
///
/// The units are words (`water`, `lighting` …): who stands behind them is for the caller to say.
public final class Furniture {

    private static final LocalDate SURVEY = LocalDate.of(2023, 9, 1);
    private static final double MOST_METERS_ASIDE = 9;

    /// 小类 and its units, as often as its share: of 20 things along a street.
    private enum Kind {
        WATER_COVER("0101", "上水井盖", "water", 2),
        SEWAGE_COVER("0102", "污水井盖", "municipal", 2),
        STORM_COVER("0103", "雨水井盖", "municipal", 2),
        STORM_GRATE("0104", "雨水箅子", "municipal", 2),
        LAMP_COVER("0106", "路灯井盖", "lighting", 1),
        LAMP("0118", "路灯", "lighting", 3),
        SIGN("0209", "交通标志牌", "traffic", 1),
        ROAD_NAME("0213", "路名牌", "municipal", 1),
        BIN("0305", "垃圾箱", "sanitation", 2),
        TREE("0402", "行道树", "greening", 3),
        PLANTER("0404", "花架花钵", "greening", 1);

        private final ClassCode classCode;
        private final String zh;
        private final String unit;
        private final int share;

        Kind(String minor, String zh, String unit, int share) {
            this.classCode = ClassCode.component(minor);
            this.zh = zh;
            this.unit = unit;
            this.share = share;
        }
    }

    private static final ClassCode SIGNAL = ClassCode.component("0210");

    private final Town town;
    private final Random random;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<ManagedComponent> placed = new ArrayList<>();

    private Furniture(Town town, Random random) {
        this.town = town;
        this.random = random;
    }

    /// About two things for each street between two corners, and a signal at every fourth corner: some 2,000 for `luoyang`.
    public static List<ManagedComponent> draw(long seed, Town town) {
        Furniture furniture = new Furniture(town, new Random(seed));
        List<Kind> kinds = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (int i = 0; i < kind.share; i++) {
                kinds.add(kind);
            }
        }
        for (List<GeoPoint> street : town.streets()) {
            int count = 1 + furniture.random.nextInt(3);
            for (int i = 0; i < count; i++) {
                Kind kind = kinds.get(furniture.random.nextInt(kinds.size()));
                furniture.place(kind.classCode, kind.zh, kind.unit,
                        furniture.beside(street, (i + furniture.random.nextDouble(0.15, 0.85)) / count));
            }
            if (furniture.random.nextInt(8) == 0) {
                furniture.place(SIGNAL, "交通信号灯", "traffic", furniture.beside(street, 0.06));
            }
        }
        return List.copyOf(furniture.placed);
    }

    /// A point at that part of the street's first or second half, some meters to one side.
    private GeoPoint beside(List<GeoPoint> street, double part) {
        int piece = Math.min((int) (part * (street.size() - 1)), street.size() - 2);
        double along = part * (street.size() - 1) - piece;
        GeoPoint from = street.get(piece);
        GeoPoint to = street.get(piece + 1);
        LocalPlane plane = LocalPlane.at(from.latitude());
        double dx = (to.longitude() - from.longitude()) * plane.metersPerLongitude();
        double dy = (to.latitude() - from.latitude()) * plane.metersPerLatitude();
        double aside = random.nextDouble(3, MOST_METERS_ASIDE) * (random.nextBoolean() ? 1 : -1) / Math.hypot(dx, dy);
        return new GeoPoint(
                round(from.longitude() + (along * dx - aside * dy) / plane.metersPerLongitude()),
                round(from.latitude() + (along * dy + aside * dx) / plane.metersPerLatitude()));
    }

    private void place(ClassCode classCode, String name, String unit, GeoPoint at) {
        Location location = town.map().locate(at).orElse(null);
        if (location == null) {
            return; // beyond the last street of the town: nobody's land
        }
        RegionCode district = location.district().code();
        int number = numbers.merge(district + classCode.minor(), 1, Integer::sum);
        placed.add(new ManagedComponent(ComponentCode.of(district, classCode, number), classCode, name, unit, unit,
                unit, location.unitGrid(), at, state(), SURVEY, null, "实测", null, Map.of()));
    }

    private ComponentState state() {
        return switch (random.nextInt(100)) {
            case 0 -> ComponentState.LOST;
            case 1, 2 -> ComponentState.DAMAGED;
            case 3 -> ComponentState.OCCUPIED;
            default -> ComponentState.INTACT;
        };
    }

    private static double round(double degrees) {
        return Math.round(degrees * 1e7) / 1e7;
    }
}
