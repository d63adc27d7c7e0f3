package io.waypost.watch.timeline;

import java.util.Arrays;

/**
 * Numbers the pairs that it is asked about, from 0 on, in the order of the questions. A pair and its number lie side by side, for each
 * question is a miss of the cache. Not thread-safe.
 */
final class PairNumbers {

    private long[] keys = new long[64];
    /** Two words a slot: a pair, and its number plus one; zero in an empty slot. */
    private long[] slots = new long[512];
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
        if (slots[at + 1] != 0) {
            return (int) slots[at + 1] - 1;
        }
        if (size >= most) {
            return -1;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
        }
        keys[size++] = key;
        put(at, key, size);
        if (size * 4L > slots.length) {
            spread();
        }
        return size - 1;
    }

    /** Something of where the pair is looked for: whoever asks for many soon touches all first, so that the misses overlap. */
    long touch(long key) {
        return slots[home(key)];
    }

    private int home(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (slots.length - 2);
    }

    private int slot(long key) {
        int mask = slots.length - 2;
        int at = home(key);
        while (slots[at + 1] != 0 && slots[at] != key) {
            at = (at + 2) & mask;
        }
        return at;
    }

    private void put(int at, long key, int numberAndOne) {
        slots[at] = key;
        slots[at + 1] = numberAndOne;
    }

    private void spread() {
        slots = new long[slots.length * 2];
        for (int i = 0; i < size; i++) {
            put(slot(keys[i]), keys[i], i + 1);
        }
    }
}
