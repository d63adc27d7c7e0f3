package io.waypost.watch.timeline;

/** Sorts keys as unsigned numbers, byte by byte from the last one; equal keys keep their order. */
final class KeyOrder {

    private static final int DIGITS = 8;
    private static final int VALUES = 256;

    private KeyOrder() {}

    /** The places of the keys in their order; the array of keys is used up. */
    static int[] of(long[] keys) {
        int size = keys.length;
        int[][] counts = counts(keys);
        long[] from = keys;
        long[] to = new long[size];
        int[] rows = new int[size];
        int[] moved = new int[size];
        for (int i = 0; i < size; i++) {
            rows[i] = i;
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            int[] next = counts[digit];
            // A digit that all keys share moves nothing: dense keys need few passes.
            if (size == 0 || next[digit(from[0], digit)] == size) {
                continue;
            }
            begin(next);
            for (int i = 0; i < size; i++) {
                int at = next[digit(from[i], digit)]++;
                to[at] = from[i];
                moved[at] = rows[i];
            }
            long[] keysBefore = from;
            from = to;
            to = keysBefore;
            int[] rowsBefore = rows;
            rows = moved;
            moved = rowsBefore;
        }
        return rows;
    }

    private static int[][] counts(long[] keys) {
        int[][] counts = new int[DIGITS][VALUES];
        for (long key : keys) {
            for (int digit = 0; digit < DIGITS; digit++) {
                counts[digit][digit(key, digit)]++;
            }
        }
        return counts;
    }

    /** Turns counts into the place where each value begins. */
    private static void begin(int[] counts) {
        int at = 0;
        for (int value = 0; value < VALUES; value++) {
            int count = counts[value];
            counts[value] = at;
            at += count;
        }
    }

    private static int digit(long key, int digit) {
        return (int) (key >>> (digit * 8)) & 0xFF;
    }
}
