package jingwei.basemap.tile;

import jingwei.standards.Refusal;
import jingwei.standards.Text;
import org.locationtech.jts.geom.Envelope;

/// 瓦片地址: one square of the Web Mercator pyramid, counted from the north-west.
public record TileAddress(int zoom, int column, int row) {

    /// Finer squares are not drawn: a client enlarges these.
    public static final int FINEST = 18;

    /// @throws jingwei.standards.RefusedException `tile-out-of-range`
    public TileAddress {
        if (zoom < 0 || zoom > FINEST || column < 0 || row < 0 || column >= 1 << zoom || row >= 1 << zoom) {
            throw Refusal.of(Refusal.Kind.NOT_FOUND, "tile-out-of-range",
                    Text.of("没有瓦片 " + zoom + "/" + column + "/" + row, "there is no tile " + zoom + "/" + column + "/" + row),
                    Text.of("级别 0 到 " + FINEST + "，行列号小于 2 的级别次方", "zoom 0 to " + FINEST + ", row and column below 2^zoom"))
                    .under("BDR-01").asException();
        }
    }

    /// Degrees, enlarged on each side by a part of the square.
    public Envelope box(double more) {
        return new Envelope(longitude(column - more), longitude(column + 1 + more), latitude(row + 1 + more),
                latitude(row - more));
    }

    /// Position inside the square, 0 to 1 from the west; beyond for what lies outside.
    public double x(double longitude) {
        return (longitude + 180) / 360 * (1L << zoom) - column;
    }

    /// Position inside the square, 0 to 1 from the north.
    public double y(double latitude) {
        double sine = Math.sin(Math.toRadians(Math.clamp(latitude, -85.06, 85.06)));
        return (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * (1L << zoom) - row;
    }

    private double longitude(double at) {
        return Math.clamp(at / (1L << zoom) * 360 - 180, -180, 180);
    }

    private double latitude(double at) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * at / (1L << zoom)))));
    }
}
