package jingwei.geocoding.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jingwei.geocoding.Grade;
import jingwei.geocoding.index.Atlas;
import jingwei.geocoding.index.Line;
import jingwei.geocoding.match.Reading.Tail;
import org.jspecify.annotations.Nullable;

/// 方位推算: applies what follows a spot: distances in directions, and the side of the road.
final class Tails {

    private static final String[] WINDS = {"北", "东北", "东", "东南", "南", "西南", "西", "西北"};

    /// Further than this behind the end of its road nobody would walk: the road or the distance is another one.
    private static final double FAR_BEYOND = 300;

    private final Atlas atlas;
    private final Walk walk;

    Tails(Atlas atlas, Walk walk) {
        this.atlas = atlas;
        this.walk = walk;
    }

    static String wind(double angle) {
        return WINDS[(int) Math.round(((angle % 360) + 360) % 360 / 45) % 8];
    }

    List<Settled> apply(List<Settled> spots, Reading reading) {
        List<Settled> moved = new ArrayList<>();
        for (Settled spot : spots) {
            moved.addAll(apply(spot, reading.tail()));
        }
        return moved;
    }

    private List<Settled> apply(Settled spot, Tail tail) {
        boolean point = spot.grade() != Grade.AREA && !spot.kind().equals("segment") && !spot.kind().equals("road");
        if (!point || Double.isNaN(spot.x())) {
            return List.of(tail.hasSide() ? spot.moved(spot.grade(), spot.x(), spot.y(), spot.text() + wind(tail.side()) + "侧", spot.way(), spot.radius()) : spot);
        }
        List<Token> legs = tail.legs().stream().filter(leg -> !Double.isNaN(leg.angle())).toList();
        if (legs.isEmpty() && !tail.legs().isEmpty()) {
            return bothWays(spot, tail);
        }
        if (legs.isEmpty()) {
            return List.of(onlySide(spot, tail));
        }
        return List.of(walked(spot, legs, tail));
    }

    private Settled walked(Settled spot, List<Token> legs, Tail tail) {
        Grade grade = spot.grade().confident() ? Grade.OFFSET : spot.grade();
        double x = spot.x();
        double y = spot.y();
        boolean plate = spot.kind().equals("plate") || spot.kind().equals("building");
        List<Integer> roads = plate ? Set.copyOf(spot.roads()).stream().toList() : spot.roads();
        double aside = 0;
        if (plate && !roads.isEmpty()) {
            Line.Foot foot = nearest(roads.getFirst(), x, y);
            if (foot != null && foot.away() < 45) {
                aside = foot.aside();
            }
        }
        Walk.Stand stand = null;
        List<double[]> way = new ArrayList<>();
        StringBuilder text = new StringBuilder(spot.text());
        double beyond = 0;
        for (Token leg : legs.subList(0, Math.min(3, legs.size()))) {
            boolean first = stand == null;
            stand = first && !roads.isEmpty() ? walk.go(x, y, roads, leg.angle(), leg.meters())
                    : roads.isEmpty() ? walk.straight(x, y, leg.angle(), leg.meters()) : walk.go(x, y, List.of(), leg.angle(), leg.meters());
            beyond += stand.beyond();
            if (first && plate && stand.road() >= 0 && Math.abs(aside) > 0) {
                stand = keepAside(spot, stand);
            }
            text.append(stand.road() >= 0 ? "，沿" + atlas.place(stand.road()).name() + "向" : "，向").append(wind(leg.angle()))
                    .append(Math.round(leg.meters())).append("米");
            way.addAll(stand.way());
            x = stand.x();
            y = stand.y();
        }
        if (stand != null && tail.hasSide()) {
            double[] at = side(stand, x, y, spot, tail.side());
            if (at[0] != x || at[1] != y) {
                way.add(at);
            }
            x = at[0];
            y = at[1];
            text.append("，路").append(wind(tail.side()));
        }
        Settled moved = spot.moved(grade, x, y, text.toString(), way, 30);
        return beyond > 60 ? moved.graded(beyond > FAR_BEYOND && grade.confident() ? Grade.AREA : grade, 0.8, "路线在此方向上不够长，按直线延伸" + Math.round(beyond) + "米") : moved;
    }

    private double[] side(Walk.Stand stand, double x, double y, Settled spot, double angle) {
        if (stand.road() >= 0) {
            Line.Foot foot = nearest(stand.road(), x, y);
            double[] center = {x, y};
            if (foot != null && foot.away() > 2 && foot.away() < 45) {
                for (Line line : atlas.lines(stand.road())) {
                    Line.Foot again = line.foot(x, y);
                    if (again.away() == foot.away()) {
                        center = line.at(again.along());
                    }
                }
            }
            return walk.aside(center[0], center[1], stand.dx(), stand.dy(), atlas.width(stand.road()), angle);
        }
        return spot.kind().equals("crossing") ? walk.aside(x, y, stand.dx(), stand.dy(), 20, angle) : new double[] {x, y};
    }

    private Walk.Stand keepAside(Settled spot, Walk.Stand stand) {
        Line.Foot begin = nearest(stand.road(), spot.x(), spot.y());
        if (begin == null) {
            return stand;
        }
        for (Line line : atlas.lines(stand.road())) {
            Line.Foot foot = line.foot(spot.x(), spot.y());
            if (foot.away() == begin.away()) {
                double[] direction = line.direction(line.foot(stand.x(), stand.y()).along());
                double x = stand.x() - direction[1] * foot.aside();
                double y = stand.y() + direction[0] * foot.aside();
                return new Walk.Stand(x, y, stand.road(), stand.dx(), stand.dy(), List.of(new double[] {spot.x(), spot.y()}, new double[] {x, y}),
                        stand.beyond());
            }
        }
        return stand;
    }

    private Line.@Nullable Foot nearest(int road, double x, double y) {
        Line.Foot best = null;
        for (Line line : atlas.lines(road)) {
            Line.Foot foot = line.foot(x, y);
            if (best == null || foot.away() < best.away()) {
                best = foot;
            }
        }
        return best;
    }

    private Settled onlySide(Settled spot, Tail tail) {
        if (!spot.kind().equals("crossing")) {
            return spot;
        }
        double[] at = walk.corner(spot.x(), spot.y(), spot.roads(), tail.side());
        String corner = tail.side() % 90 == 0 ? wind(tail.side()) + "侧" : wind(tail.side()) + "角";
        return spot.moved(spot.grade(), at[0], at[1], spot.text() + corner, List.of(new double[] {spot.x(), spot.y()}, at), 25);
    }

    /// A distance without a direction leaves both ways open.
    private List<Settled> bothWays(Settled spot, Tail tail) {
        double meters = tail.legs().getFirst().meters();
        List<Settled> found = new ArrayList<>();
        if (!spot.roads().isEmpty()) {
            for (Walk.Stand stand : walk.bothWays(spot.x(), spot.y(), spot.roads().getFirst(), meters)) {
                double[] at = tail.hasSide() ? walk.aside(stand.x(), stand.y(), stand.dx(), stand.dy(), atlas.width(stand.road()), tail.side())
                        : new double[] {stand.x(), stand.y()};
                found.add(spot.moved(Grade.AMBIGUOUS, at[0], at[1], spot.text() + "，" + Math.round(meters) + "米", stand.way(), meters)
                        .graded(Grade.AMBIGUOUS, 0.6, "没有说方向"));
            }
        }
        return found.isEmpty() ? List.of(spot.moved(spot.grade(), spot.x(), spot.y(), spot.text() + "约" + Math.round(meters) + "米内", spot.way(), meters)) : found;
    }
}
