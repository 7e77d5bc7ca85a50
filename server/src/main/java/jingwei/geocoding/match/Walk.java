package jingwei.geocoding.match;

import java.util.ArrayList;
import java.util.List;
import jingwei.geocoding.index.Atlas;
import jingwei.geocoding.index.Line;
import org.jspecify.annotations.Nullable;

/// 沿路推算: walks from a spot in a direction along the road that leads there, and steps to its side.
///
/// Of the roads at the spot the one whose bearing is nearest to the word is walked; if several run near it, the first named wins.
/// The road's own line is followed, not a straight one, and continues in the road of the same name that begins where it ends.
final class Walk {

    private static final double REACH = 45;
    private static final double NEAR_DIRECTION = 30;
    private static final double ASIDE = 5;

    private final Atlas atlas;

    Walk(Atlas atlas) {
        this.atlas = atlas;
    }

    /// Where one stands, and on which road.
    ///
    /// @param road number of the road walked, or -1 after going straight
    /// @param beyond meters that the road was too short for
    record Stand(double x, double y, int road, double dx, double dy, List<double[]> way, double beyond) {
    }

    private record Start(int road, Line line, double along, int sense, double off) {
    }

    static double off(double dx, double dy, double angle) {
        double bearing = Math.toDegrees(Math.atan2(dx, dy));
        double difference = Math.abs(bearing - angle) % 360;
        return difference > 180 ? 360 - difference : difference;
    }

    Stand go(double x, double y, List<Integer> roads, double angle, double meters) {
        boolean diagonal = angle % 90 != 0;
        Start best = null;
        for (int road : roads) {
            Start here = start(road, x, y, angle);
            if (here == null) {
                continue;
            }
            boolean better = best == null || !(best.off <= NEAR_DIRECTION && here.off <= NEAR_DIRECTION && !sameName(best.road, road)) && here.off < best.off;
            if (better) {
                best = here;
            }
        }
        if (best == null || best.off > (diagonal ? 35 : 55)) {
            return straight(x, y, angle, meters);
        }
        return along(best, x, y, meters);
    }

    /// Both ways along a road, for a distance without a direction.
    List<Stand> bothWays(double x, double y, int road, double meters) {
        List<Stand> found = new ArrayList<>();
        for (Line line : atlas.lines(road)) {
            Line.Foot foot = line.foot(x, y);
            if (foot.away() > REACH) {
                continue;
            }
            for (int sense : new int[] {1, -1}) {
                if (room(line, foot.along(), sense) > 3) {
                    found.add(along(new Start(road, line, foot.along(), sense, 0), x, y, meters));
                }
            }
        }
        return found;
    }

    private boolean sameName(int one, int other) {
        return base(one).equals(base(other));
    }

    private String base(int road) {
        return atlas.place(road).name().replaceFirst("[东西南北中](大道|大街|路|街|巷)$", "$1");
    }

    private @Nullable Start start(int road, double x, double y, double angle) {
        Start best = null;
        for (Line line : atlas.lines(road)) {
            Line.Foot foot = line.foot(x, y);
            if (foot.away() > REACH) {
                continue;
            }
            for (int sense : new int[] {1, -1}) {
                double room = room(line, foot.along(), sense);
                if (room < 3) {
                    continue;
                }
                double[] from = line.at(foot.along());
                double[] to = line.at(foot.along() + sense * Math.min(30, room));
                double off = off(to[0] - from[0], to[1] - from[1], angle);
                if (best == null || off < best.off) {
                    best = new Start(road, line, foot.along(), sense, off);
                }
            }
        }
        return best;
    }

    private static double room(Line line, double along, int sense) {
        return sense > 0 ? line.length() - along : along;
    }

    private Stand along(Start start, double x, double y, double meters) {
        List<double[]> way = new ArrayList<>();
        way.add(new double[] {x, y});
        Start at = start;
        double left = meters;
        int legs = 0;
        while (left > room(at.line, at.along, at.sense) && legs++ < 6) {
            Start next = continued(at);
            if (next == null) {
                break;
            }
            corners(at, room(at.line, at.along, at.sense), way);
            left -= room(at.line, at.along, at.sense);
            at = next;
        }
        corners(at, left, way);
        double room = room(at.line, at.along, at.sense);
        double end = at.along + at.sense * left;
        double[] to = at.line.at(end);
        double[] direction = at.line.direction(Math.clamp(end, 0, at.line.length()));
        way.add(to);
        return new Stand(to[0], to[1], at.road, direction[0] * at.sense, direction[1] * at.sense, way,
                Math.max(0, left - room));
    }

    private static void corners(Start at, double meters, List<double[]> way) {
        double walked = 0;
        double[] last = at.line.at(at.along);
        for (int c = at.sense > 0 ? 0 : at.line.corners() - 1; c >= 0 && c < at.line.corners(); c += at.sense) {
            double along = at.line.along(c);
            if ((along - at.along) * at.sense > 0.5) {
                walked += Math.hypot(at.line.x(c) - last[0], at.line.y(c) - last[1]);
                if (walked >= meters) {
                    return;
                }
                last = new double[] {at.line.x(c), at.line.y(c)};
                way.add(last);
            }
        }
    }

    /// The line of the same road, or of a road of the same family, that begins where this one ends.
    private @Nullable Start continued(Start at) {
        double[] end = at.line.at(at.sense > 0 ? at.line.length() : 0);
        double[] heading = at.line.direction(at.sense > 0 ? at.line.length() : 0);
        List<Integer> near = new ArrayList<>();
        atlas.roads().around(end[0], end[1], 40, road -> {
            if (!near.contains(road) && sameName(road, at.road)) {
                near.add(road);
            }
        });
        for (int road : near) {
            for (Line line : atlas.lines(road)) {
                if (line == at.line) {
                    continue;
                }
                for (int sense : new int[] {1, -1}) {
                    double[] begin = line.at(sense > 0 ? 0 : line.length());
                    double[] goes = line.direction(sense > 0 ? 0 : line.length());
                    double turn = (goes[0] * heading[0] + goes[1] * heading[1]) * sense * at.sense;
                    if (Math.hypot(begin[0] - end[0], begin[1] - end[1]) < 40 && turn > 0.3) {
                        return new Start(road, line, sense > 0 ? 0 : line.length(), sense, 0);
                    }
                }
            }
        }
        return null;
    }

    Stand straight(double x, double y, double angle, double meters) {
        double dx = Math.sin(Math.toRadians(angle));
        double dy = Math.cos(Math.toRadians(angle));
        double toX = x + dx * meters;
        double toY = y + dy * meters;
        return new Stand(toX, toY, -1, dx, dy, List.of(new double[] {x, y}, new double[] {toX, toY}), 0);
    }

    /// 路侧: a step off the road by half its width and five meters, to the side nearest to the direction; the point itself where
    /// the road runs that way.
    double[] aside(double x, double y, double dx, double dy, double width, double angle) {
        double wantX = Math.sin(Math.toRadians(angle));
        double wantY = Math.cos(Math.toRadians(angle));
        double dot = -dy * wantX + dx * wantY;
        if (Math.abs(dot) < 0.35) {
            return new double[] {x, y};
        }
        double step = Math.signum(dot) * (width / 2 + ASIDE);
        return new double[] {x - dy * step, y + dx * step};
    }

    /// 路口的一角: a step off each of the roads that meet.
    double[] corner(double x, double y, List<Integer> roads, double angle) {
        double[] at = {x, y};
        List<double[]> done = new ArrayList<>();
        for (int road : roads) {
            for (Line line : atlas.lines(road)) {
                Line.Foot foot = line.foot(x, y);
                if (foot.away() > REACH) {
                    continue;
                }
                double[] direction = line.direction(foot.along());
                boolean again = done.stream().anyMatch(other -> Math.abs(other[0] * direction[0] + other[1] * direction[1]) > 0.7);
                if (!again) {
                    at = aside(at[0], at[1], direction[0], direction[1], atlas.width(road), angle);
                    done.add(direction);
                }
                break;
            }
        }
        return at;
    }
}
