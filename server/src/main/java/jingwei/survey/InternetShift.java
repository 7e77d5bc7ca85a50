package jingwei.survey;

import org.locationtech.jts.geom.Coordinate;

/// 互联网坐标偏移: GCJ-02 and BD-09, there and back; degrees, longitude first. Known to ±10 m and for pins only (BDR-08).
public final class InternetShift {

    private static final double A = 6_378_245.0;
    private static final double EE = 0.00669342162296594323;
    private static final double BD_TURN = Math.PI * 3000.0 / 180.0;
    /// One step leaves 3 m, two 1.4 cm, three 0.06 mm.
    private static final int STEPS = 5;

    private InternetShift() {
    }

    public static Coordinate toGcj(Coordinate at) {
        double x = at.x - 105;
        double y = at.y - 35;
        double wave = (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2 / 3;
        double north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + wave
                + (20 * Math.sin(y * Math.PI) + 40 * Math.sin(y / 3 * Math.PI)) * 2 / 3
                + (160 * Math.sin(y / 12 * Math.PI) + 320 * Math.sin(y * Math.PI / 30)) * 2 / 3;
        double east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + wave
                + (20 * Math.sin(x * Math.PI) + 40 * Math.sin(x / 3 * Math.PI)) * 2 / 3
                + (150 * Math.sin(x / 12 * Math.PI) + 300 * Math.sin(x / 30 * Math.PI)) * 2 / 3;
        double latitude = Math.toRadians(at.y);
        double magic = 1 - EE * Math.sin(latitude) * Math.sin(latitude);
        double root = Math.sqrt(magic);
        return new Coordinate(at.x + Math.toDegrees(east / (A / root * Math.cos(latitude))),
                at.y + Math.toDegrees(north / (A * (1 - EE) / (magic * root))));
    }

    public static Coordinate fromGcj(Coordinate at) {
        Coordinate guess = new Coordinate(at);
        for (int i = 0; i < STEPS; i++) {
            Coordinate there = toGcj(guess);
            guess = new Coordinate(guess.x + at.x - there.x, guess.y + at.y - there.y);
        }
        return guess;
    }

    public static Coordinate toBd(Coordinate at) {
        return gcjToBd(toGcj(at));
    }

    public static Coordinate fromBd(Coordinate at) {
        Coordinate gcj = new Coordinate(at.x - 0.0065, at.y - 0.006);
        for (int i = 0; i < STEPS; i++) {
            Coordinate there = gcjToBd(gcj);
            gcj = new Coordinate(gcj.x + at.x - there.x, gcj.y + at.y - there.y);
        }
        return fromGcj(gcj);
    }

    private static Coordinate gcjToBd(Coordinate gcj) {
        double far = Math.hypot(gcj.x, gcj.y) + 0.00002 * Math.sin(gcj.y * BD_TURN);
        double angle = Math.atan2(gcj.y, gcj.x) + 0.000003 * Math.cos(gcj.x * BD_TURN);
        return new Coordinate(far * Math.cos(angle) + 0.0065, far * Math.sin(angle) + 0.006);
    }
}
