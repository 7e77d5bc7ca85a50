package jingwei.basemap.update;

/// A set of codes of up to 18 digits, or of other nonzero numbers, in 16 bytes each: a million components need no more than 32 MB.
final class CodeSet {

    private long[] slots = new long[1 << 12];
    private int size;

    /// False where it was there already.
    boolean add(long code) {
        if (size * 2 > slots.length) {
            grow();
        }
        int at = slot(slots, code);
        if (slots[at] == code) {
            return false;
        }
        slots[at] = code;
        size++;
        return true;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long code : slots) {
            if (code != 0) {
                larger[slot(larger, code)] = code;
            }
        }
        slots = larger;
    }

    private static int slot(long[] slots, long code) {
        int at = (int) (code * 0x9E3779B97F4A7C15L >>> 32) & slots.length - 1;
        while (slots[at] != 0 && slots[at] != code) {
            at = at + 1 & slots.length - 1;
        }
        return at;
    }
}
