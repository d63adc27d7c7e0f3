package io.waypost.core.watch;

import java.util.Arrays;

/** Gaps one after the other, in seconds since 1970 (静默区间): kept until it is known which days of the week count. Not safe for threads. */
final class GapList {

    private static final int FEW = 16;

    private int[] ends = new int[2 * FEW];
    private boolean[] young = new boolean[FEW];
    private int size;

    void add(long from, long until, boolean isYoung) {
        if (size == young.length) {
            ends = Arrays.copyOf(ends, 4 * size);
            young = Arrays.copyOf(young, 2 * size);
        }
        ends[2 * size] = (int) from;
        ends[2 * size + 1] = (int) until;
        young[size++] = isYoung;
    }

    int size() {
        return size;
    }

    int from(int gap) {
        return ends[2 * gap];
    }

    int until(int gap) {
        return ends[2 * gap + 1];
    }

    boolean young(int gap) {
        return young[gap];
    }
}
