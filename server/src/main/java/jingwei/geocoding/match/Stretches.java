package jingwei.geocoding.match;

import java.util.ArrayList;
import java.util.List;
import jingwei.geocoding.Grade;
import jingwei.geocoding.index.Atlas;
import jingwei.geocoding.index.Line;
import org.jspecify.annotations.Nullable;

/// 路段: the part of a road between two crossings; its spot is the middle of the way between them.
final class Stretches {

    private Stretches() {
    }

    static @Nullable Settled between(Atlas atlas, int road, Settled from, Settled to) {
        for (Line line : atlas.lines(road)) {
            Line.Foot a = line.foot(from.x(), from.y());
            Line.Foot b = line.foot(to.x(), to.y());
            double length = Math.abs(a.along() - b.along());
            if (a.away() < 60 && b.away() < 60 && length > 10) {
                double[] middle = line.at((a.along() + b.along()) / 2);
                List<double[]> way = new ArrayList<>();
                for (double along = Math.min(a.along(), b.along()); along <= Math.max(a.along(), b.along()); along += Math.max(5, length / 20)) {
                    way.add(line.at(along));
                }
                way.add(line.at(Math.max(a.along(), b.along())));
                return spot(atlas, List.of(road, other(from, road), other(to, road)), middle, way, length);
            }
        }
        return null;
    }

    /// Where the one crossing is on one member of a family of roads and the other on the next: the middle of the straight line.
    static @Nullable Settled across(Atlas atlas, List<Settled> begins, List<Settled> ends) {
        if (begins.size() != 1 || ends.size() != 1) {
            return null;
        }
        Settled a = begins.getFirst();
        Settled b = ends.getFirst();
        double[] middle = {(a.x() + b.x()) / 2, (a.y() + b.y()) / 2};
        double length = Math.hypot(a.x() - b.x(), a.y() - b.y());
        return spot(atlas, List.of(a.places().getFirst(), other(a, a.places().getFirst()), other(b, b.places().getFirst())), middle,
                List.of(new double[] {a.x(), a.y()}, new double[] {b.x(), b.y()}), length).graded(Grade.CROSSING, 0.9, "跨越同名的几段路");
    }

    private static int other(Settled crossing, int road) {
        return crossing.places().getFirst() == road ? crossing.places().getLast() : crossing.places().getFirst();
    }

    private static Settled spot(Atlas atlas, List<Integer> places, double[] middle, List<double[]> way, double length) {
        String text = atlas.place(places.get(0)).name() + "（" + atlas.place(places.get(1)).name() + "至" + atlas.place(places.get(2)).name() + "段）";
        return new Settled(Grade.CROSSING, 0.95, "segment", places, middle[0], middle[1], Fit.OPEN, List.of(places.getFirst()), text, "", way,
                length / 2);
    }
}
