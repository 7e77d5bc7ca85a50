package jingwei.grid;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/// 莫顿码: longitude and latitude as one number whose order keeps neighbors together, 31 bits each.
///
/// One step is 1.7e-7 degrees of longitude, about 1.5 cm. A box is covered by a few ranges of numbers: the quadrants of the
/// curve that touch it, cut no finer than needed; what lies in a range but not in the box is filtered out afterwards.
public final class ZOrder {

    private static final int BITS = 31;
    private static final long STEPS = 1L << BITS;

    private ZOrder() {
    }

    /// A range of numbers, both ends included.
    public record Range(long from, long to) {
    }

    public static long of(double longitude, double latitude) {
        return spread(step(longitude, -180, 360)) | spread(step(latitude, -90, 180)) << 1;
    }

    /// At most about `most` ranges that together contain every point of the box.
    public static List<Range> cover(Envelope box, int most) {
        long west = step(box.getMinX(), -180, 360);
        long east = step(box.getMaxX(), -180, 360);
        long south = step(box.getMinY(), -90, 180);
        long north = step(box.getMaxY(), -90, 180);
        int level = 0;
        while (level < BITS && squares(west, east, south, north, level) > most) {
            level++;
        }
        List<Range> ranges = new ArrayList<>();
        for (long x = west >> level; x <= east >> level; x++) {
            for (long y = south >> level; y <= north >> level; y++) {
                long from = spread(x << level) | spread(y << level) << 1;
                ranges.add(new Range(from, from + (1L << 2 * level) - 1));
            }
        }
        return joined(ranges);
    }

    private static long squares(long west, long east, long south, long north, int level) {
        return ((east >> level) - (west >> level) + 1) * ((north >> level) - (south >> level) + 1);
    }

    private static List<Range> joined(List<Range> ranges) {
        ranges.sort((a, b) -> Long.compare(a.from(), b.from()));
        List<Range> joined = new ArrayList<>();
        for (Range range : ranges) {
            if (!joined.isEmpty() && joined.getLast().to() + 1 == range.from()) {
                joined.set(joined.size() - 1, new Range(joined.getLast().from(), range.to()));
            } else {
                joined.add(range);
            }
        }
        return joined;
    }

    private static long step(double degrees, double least, double span) {
        return Math.clamp((long) ((degrees - least) / span * STEPS), 0L, STEPS - 1);
    }

    /// Puts a zero between every two bits.
    private static long spread(long bits) {
        long x = bits & 0x7FFFFFFFL;
        x = (x | x << 16) & 0x0000FFFF0000FFFFL;
        x = (x | x << 8) & 0x00FF00FF00FF00FFL;
        x = (x | x << 4) & 0x0F0F0F0F0F0F0F0FL;
        x = (x | x << 2) & 0x3333333333333333L;
        return (x | x << 1) & 0x5555555555555555L;
    }
}
