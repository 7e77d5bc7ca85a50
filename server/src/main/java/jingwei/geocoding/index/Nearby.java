package jingwei.geocoding.index;

import java.util.function.IntConsumer;

/// 邻近索引: numbers by square of the plane, for everything within some hundred meters.
public final class Nearby {

    private static final double SQUARE = 100;

    private final LongTable squares = new LongTable();

    void add(double x, double y, int number) {
        squares.add(key(square(x), square(y)), number);
    }

    /// Every square the box touches.
    void add(double west, double south, double east, double north, int number) {
        for (long c = square(west); c <= square(east); c++) {
            for (long r = square(south); r <= square(north); r++) {
                squares.add(key(c, r), number);
            }
        }
    }

    /// Numbers in the squares that a circle touches; some lie outside it, and a number may come more than once.
    public void around(double x, double y, double radius, IntConsumer each) {
        for (long c = square(x - radius); c <= square(x + radius); c++) {
            for (long r = square(y - radius); r <= square(y + radius); r++) {
                for (int slot = squares.first(key(c, r)); slot >= 0; slot = squares.next(slot)) {
                    each.accept(squares.value(slot));
                }
            }
        }
    }

    private static long square(double meters) {
        return (long) Math.floor(meters / SQUARE);
    }

    private static long key(long column, long row) {
        return column << 32 ^ row & 0xFFFFFFFFL;
    }
}
