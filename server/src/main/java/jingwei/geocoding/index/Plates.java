package jingwei.geocoding.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 沿路门牌: the door plates of one road in the order of their numbers, each with its place along and beside the line.
///
/// Which parity stands on which side is read from the plates themselves, never assumed (GCF-03).
public final class Plates {

    /// One plate. @param aside meters left (positive) or right of the line; NaN where the road has no line
    public record Plate(int place, int number, String key, int part, double along, double aside, double x, double y,
            char side) {
    }

    private final List<Plate> sorted = new ArrayList<>();

    void add(Plate plate) {
        sorted.add(plate);
    }

    void done() {
        sorted.sort(Comparator.comparingInt(Plate::number).thenComparing(Plate::key));
    }

    public List<Plate> all() {
        return sorted;
    }

    public int lowest() {
        return sorted.isEmpty() ? 0 : sorted.getFirst().number;
    }

    public int highest() {
        return sorted.isEmpty() ? 0 : sorted.getLast().number;
    }

    /// Plates with exactly that number and suffix.
    public List<Plate> exact(String key, int number) {
        return range(number).stream().filter(plate -> plate.key.equals(key)).toList();
    }

    /// Plates with that main number, whatever the suffix; the bare number first.
    public List<Plate> range(int number) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).number < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int end = low;
        while (end < sorted.size() && sorted.get(end).number == number) {
            end++;
        }
        return sorted.subList(low, end);
    }

    /// The two plates between which a missing number lies.
    public record Gap(Plate below, Plate above) {
    }

    /// 内插区间: the nearest plates of the same parity and side below and above; null where there are none on both ends.
    public @Nullable Gap around(int number, double width) {
        List<Plate> same = sorted.stream().filter(plate -> plate.number % 2 == number % 2).toList();
        double side = 0;
        for (Plate plate : same) {
            side += Math.signum(plate.aside);
        }
        Plate below = null;
        Plate above = null;
        for (Plate plate : same) {
            boolean odd = !Double.isNaN(side) && side != 0 && !Double.isNaN(plate.aside)
                    && Math.signum(plate.aside) != Math.signum(side) && Math.abs(plate.aside) > width / 4;
            if (odd) {
                continue;
            }
            if (plate.number < number && (below == null || plate.number > below.number)) {
                below = plate;
            }
            if (plate.number > number && (above == null || plate.number < above.number)) {
                above = plate;
            }
        }
        return below == null || above == null ? null : new Gap(below, above);
    }
}
