package jingwei.casework.store;

/// Z 序: longitude and latitude woven into one number, so that a map window is a few ranges of a B-tree.
///
/// Row-level security keeps geometric indexes out of a plan; a bigint comparison stays in.
final class ZOrder {

    private ZOrder() {
    }

    static long of(double longitude, double latitude) {
        return spread(scaled(longitude, -180, 360)) | spread(scaled(latitude, -90, 180)) << 1;
    }

    private static long scaled(double degrees, double from, double span) {
        return Math.clamp((long) ((degrees - from) / span * (1L << 31)), 0, (1L << 31) - 1);
    }

    private static long spread(long bits) {
        long x = bits & 0x7fffffffL;
        x = (x | x << 16) & 0x0000ffff0000ffffL;
        x = (x | x << 8) & 0x00ff00ff00ff00ffL;
        x = (x | x << 4) & 0x0f0f0f0f0f0f0f0fL;
        x = (x | x << 2) & 0x3333333333333333L;
        return (x | x << 1) & 0x5555555555555555L;
    }
}
