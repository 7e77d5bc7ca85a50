package jingwei.benchmark.address;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A drawn road: its corners in meters, how wide it is, and the doors along it.
final class Street {

    final String id;
    final String name;
    final String family;
    final double width;
    final boolean eastward;
    final List<double[]> corners = new ArrayList<>();
    final List<Door> doors = new ArrayList<>();
    String region = "";

    Street(String id, String name, String family, double width, boolean eastward) {
        this.id = id;
        this.name = name;
        this.family = family;
        this.width = width;
        this.eastward = eastward;
    }

    /// A door plate. @param shown whether the gazetteer has it
    record Door(String id, int number, double x, double y, char side, String region, String street, String community, boolean shown, double along) {
    }

    double length() {
        double sum = 0;
        for (int i = 1; i < corners.size(); i++) {
            sum += gap(corners.get(i - 1), corners.get(i));
        }
        return sum;
    }

    static double gap(double[] a, double[] b) {
        return Math.hypot(a[0] - b[0], a[1] - b[1]);
    }

    /// Point and unit direction so many meters from the beginning.
    double[] at(double meters) {
        double left = meters;
        for (int i = 1; i < corners.size(); i++) {
            double[] a = corners.get(i - 1);
            double[] b = corners.get(i);
            double length = gap(a, b);
            if (left <= length || i == corners.size() - 1) {
                double ux = (b[0] - a[0]) / length;
                double uy = (b[1] - a[1]) / length;
                return new double[] {a[0] + ux * left, a[1] + uy * left, ux, uy};
            }
            left -= length;
        }
        throw new IllegalStateException("a street has two corners");
    }

    /// Meters from the beginning to where the other street crosses; null where it does not.
    @Nullable Double crossing(Street other) {
        double walked = 0;
        for (int i = 1; i < corners.size(); i++) {
            double[] a = corners.get(i - 1);
            double[] b = corners.get(i);
            for (int j = 1; j < other.corners.size(); j++) {
                double[] c = other.corners.get(j - 1);
                double[] d = other.corners.get(j);
                double det = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
                if (det == 0) {
                    continue;
                }
                double t = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / det;
                double u = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / det;
                if (t >= 0 && t <= 1 && u >= 0 && u <= 1) {
                    return walked + t * gap(a, b);
                }
            }
            walked += gap(a, b);
        }
        return null;
    }
}
