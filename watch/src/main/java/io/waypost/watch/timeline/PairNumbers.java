package io.waypost.watch.timeline;

import java.util.Arrays;

/** Numbers the pairs that it is asked about, from 0 on, in the order of the questions. Not thread-safe. */
final class PairNumbers {

    private long[] keys = new long[64];
    private int[] slots = new int[256];
    private int size;

    int size() {
        return size;
    }

    /** The pair of a number. */
    long key(int number) {
        return keys[number];
    }

    /** The number of a pair; -1 if it is not known and there is no room. */
    int number(long key, int most) {
        int at = slot(key);
        if (slots[at] != 0) {
            return slots[at] - 1;
        }
        if (size >= most) {
            return -1;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
        }
        keys[size++] = key;
        slots[at] = size;
        if (size * 2 > slots.length) {
            spread();
        }
        return size - 1;
    }

    private int slot(long key) {
        int mask = slots.length - 1;
        int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (slots[at] != 0 && keys[slots[at] - 1] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void spread() {
        slots = new int[slots.length * 2];
        for (int i = 0; i < size; i++) {
            slots[slot(keys[i])] = i + 1;
        }
    }
}
