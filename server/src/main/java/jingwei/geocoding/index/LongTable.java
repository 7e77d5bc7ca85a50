package jingwei.geocoding.index;

import java.util.Arrays;

/// 散列表: numbers by 64-bit key, several to a key, without boxes; grows while it is filled, then is only read.
final class LongTable {

    private static final int NONE = -1;

    private long[] keys = new long[64];
    private int[] values = new int[64];
    private int size;

    LongTable() {
        Arrays.fill(values, NONE);
    }

    void add(long key, int value) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int at = slot(key);
        while (values[at] != NONE) {
            if (keys[at] == key && values[at] == value) {
                return;
            }
            at = at + 1 & keys.length - 1;
        }
        keys[at] = key;
        values[at] = value;
        size++;
    }

    /// Slot of the first number with that key, or -1.
    int first(long key) {
        return find(key, slot(key));
    }

    /// Slot of the next number with the key that stands in the slot, or -1.
    int next(int slot) {
        return find(keys[slot], slot + 1 & keys.length - 1);
    }

    int value(int slot) {
        return values[slot];
    }

    private int find(long key, int from) {
        int at = from;
        while (values[at] != NONE) {
            if (keys[at] == key) {
                return at;
            }
            at = at + 1 & keys.length - 1;
        }
        return NONE;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32 ^ mixed >>> 17) & keys.length - 1;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[keys.length];
        Arrays.fill(values, NONE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != NONE) {
                int at = slot(oldKeys[i]);
                while (values[at] != NONE) {
                    at = at + 1 & keys.length - 1;
                }
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }
}
