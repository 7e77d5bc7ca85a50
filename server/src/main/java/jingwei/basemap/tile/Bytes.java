package jingwei.basemap.tile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The few kinds of protobuf fields a vector tile is made of.
final class Bytes {

    private byte[] content = new byte[256];
    private int size;

    void number(int field, long value) {
        plain(field << 3);
        plain(value);
    }

    void real(int field, double value) {
        plain(field << 3 | 1);
        long bits = Double.doubleToRawLongBits(value);
        for (int i = 0; i < 8; i++) {
            add((int) (bits >>> 8 * i));
        }
    }

    void text(int field, String value) {
        block(field, value.getBytes(StandardCharsets.UTF_8));
    }

    void block(int field, Bytes inner) {
        block(field, inner.toArray());
    }

    void block(int field, byte[] inner) {
        plain(field << 3 | 2);
        plain(inner.length);
        room(inner.length);
        System.arraycopy(inner, 0, content, size, inner.length);
        size += inner.length;
    }

    void plain(long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            add((int) (left & 0x7F | 0x80));
            left >>>= 7;
        }
        add((int) left);
    }

    /// A number that may be negative, small ones short.
    void zigzag(int value) {
        plain((value << 1 ^ value >> 31) & 0xFFFFFFFFL);
    }

    boolean isEmpty() {
        return size == 0;
    }

    byte[] toArray() {
        return Arrays.copyOf(content, size);
    }

    private void add(int octet) {
        room(1);
        content[size++] = (byte) octet;
    }

    private void room(int more) {
        if (size + more > content.length) {
            content = Arrays.copyOf(content, Math.max(content.length * 2, size + more));
        }
    }
}
