package jingwei.geocoding.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 道路中心线: one stretch of a road in meters of the gazetteer's plane, with the way walked at each corner.
public final class Line {

    private final double[] x;
    private final double[] y;
    private final double[] walked;
    final double west;
    final double south;
    final double east;
    final double north;

    public Line(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        this.walked = new double[x.length];
        double left = x[0];
        double right = x[0];
        double low = y[0];
        double high = y[0];
        for (int i = 1; i < x.length; i++) {
            walked[i] = walked[i - 1] + Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
            left = Math.min(left, x[i]);
            right = Math.max(right, x[i]);
            low = Math.min(low, y[i]);
            high = Math.max(high, y[i]);
        }
        west = left;
        east = right;
        south = low;
        north = high;
    }

    /// Where on a line a point lies.
    ///
    /// @param along meters from the beginning
    /// @param away  meters to the line
    /// @param aside meters to the left (positive) or right of the direction of the line
    public record Foot(double along, double away, double aside) {
    }

    public double length() {
        return walked[walked.length - 1];
    }

    /// Meters from the beginning to a corner.
    public double along(int corner) {
        return walked[corner];
    }

    public int corners() {
        return x.length;
    }

    public double x(int corner) {
        return x[corner];
    }

    public double y(int corner) {
        return y[corner];
    }

    /// The point so many meters from the beginning; straight on beyond either end.
    public double[] at(double along) {
        int i = leg(along);
        double length = walked[i + 1] - walked[i];
        double part = length == 0 ? 0 : (along - walked[i]) / length;
        return new double[] {x[i] + part * (x[i + 1] - x[i]), y[i] + part * (y[i + 1] - y[i])};
    }

    /// Direction of the line there as a unit vector, smoothed over a few meters to both sides.
    public double[] direction(double along) {
        double[] from = at(Math.max(0, Math.min(length(), along) - 8));
        double[] to = at(Math.min(length(), Math.max(0, along) + 8));
        double length = Math.hypot(to[0] - from[0], to[1] - from[1]);
        return length == 0 ? new double[] {1, 0} : new double[] {(to[0] - from[0]) / length, (to[1] - from[1]) / length};
    }

    private int leg(double along) {
        int i = 0;
        while (i < walked.length - 2 && (walked[i + 1] <= along || walked[i + 1] == walked[i])) {
            i++;
        }
        return i;
    }

    public Foot foot(double px, double py) {
        double best = Double.MAX_VALUE;
        double along = 0;
        double aside = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double dx = x[i + 1] - x[i];
            double dy = y[i + 1] - y[i];
            double squared = dx * dx + dy * dy;
            double part = squared == 0 ? 0 : Math.clamp(((px - x[i]) * dx + (py - y[i]) * dy) / squared, 0.0, 1.0);
            double away = Math.hypot(x[i] + part * dx - px, y[i] + part * dy - py);
            if (away < best) {
                best = away;
                along = walked[i] + part * (walked[i + 1] - walked[i]);
                aside = Math.copySign(away, dx * (py - y[i]) - dy * (px - x[i]));
            }
        }
        return new Foot(along, best, aside);
    }

    /// Points where two lines meet, as meters along this line; ends that stop short of the other line by up to the tolerance
    /// meet it too.
    List<double[]> meetings(Line other, double tolerance) {
        List<double[]> found = new ArrayList<>();
        if (west > other.east + tolerance || other.west > east + tolerance || south > other.north + tolerance
                || other.south > north + tolerance) {
            return found;
        }
        // Only legs inside the box both lines share can meet.
        int[] theirs = other.legsIn(this);
        for (int i : legsIn(other)) {
            for (int j : theirs) {
                double[] point = crossing(x[i], y[i], x[i + 1], y[i + 1], other.x[j], other.y[j], other.x[j + 1],
                        other.y[j + 1]);
                if (point != null) {
                    found.add(point);
                }
            }
        }
        if (found.isEmpty()) {
            touch(this, other, tolerance, found);
            touch(other, this, tolerance, found);
        }
        return found;
    }

    private int[] legsIn(Line box) {
        int[] found = new int[x.length - 1];
        int count = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            if (Math.min(x[i], x[i + 1]) <= box.east + 1 && Math.max(x[i], x[i + 1]) >= box.west - 1
                    && Math.min(y[i], y[i + 1]) <= box.north + 1 && Math.max(y[i], y[i + 1]) >= box.south - 1) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static void touch(Line ending, Line other, double tolerance, List<double[]> found) {
        for (int end : new int[] {0, ending.x.length - 1}) {
            Foot foot = other.foot(ending.x[end], ending.y[end]);
            if (foot.away <= tolerance) {
                found.add(other.at(foot.along));
            }
        }
    }

    private static double @Nullable [] crossing(double ax, double ay, double bx, double by, double cx, double cy, double dx,
            double dy) {
        double rx = bx - ax;
        double ry = by - ay;
        double sx = dx - cx;
        double sy = dy - cy;
        double across = rx * sy - ry * sx;
        if (Math.abs(across) < 1e-9) {
            return null;
        }
        double t = ((cx - ax) * sy - (cy - ay) * sx) / across;
        double u = ((cx - ax) * ry - (cy - ay) * rx) / across;
        double slackT = 0.5 / Math.max(0.5, Math.hypot(rx, ry));
        double slackU = 0.5 / Math.max(0.5, Math.hypot(sx, sy));
        if (t < -slackT || t > 1 + slackT || u < -slackU || u > 1 + slackU) {
            return null;
        }
        return new double[] {ax + t * rx, ay + t * ry};
    }
}
