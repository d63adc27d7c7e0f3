package io.waypost.watch.sum;

import java.util.Arrays;

/**
 * Sums by keys of two numbers, all in one array: looking a row up costs no object and seldom more than one wait for memory. Not safe for
 * threads.
 */
final class SumTable {

    private static final int FIRST_HOMES = 1 << 10;
    private static final int KEY = 2;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final int width;
    private final int stride;
    private long[] cells;
    private int homes;
    private int rows;

    /** An empty table whose rows have so many sums. */
    SumTable(int width) {
        this.width = width;
        this.stride = KEY + width;
        this.homes = FIRST_HOMES;
        this.cells = new long[homes * stride];
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Visitor {

        /** The sums are the table's own, and not to be kept. */
        void row(long first, long second, long[] sums);
    }

    /**
     * Where the sums of that key begin in {@link #cells}; zeros if it is new.
     *
     * @param first not 0
     */
    int row(long first, long second) {
        int row = find(cells, homes, first, second);
        if (cells[row] != 0) {
            return row + KEY;
        }
        if (2 * (rows + 1) > homes) {
            grow();
            row = find(cells, homes, first, second);
        }
        cells[row] = first;
        cells[row + 1] = second;
        rows++;
        return row + KEY;
    }

    /** All sums; valid until the next row is asked for. */
    long[] cells() {
        return cells;
    }

    int rows() {
        return rows;
    }

    void each(Visitor visitor) {
        var sums = new long[width];
        for (int row = 0; row < cells.length; row += stride) {
            if (cells[row] != 0) {
                System.arraycopy(cells, row + KEY, sums, 0, width);
                visitor.row(cells[row], cells[row + 1], sums);
            }
        }
    }

    void clear() {
        Arrays.fill(cells, 0);
        rows = 0;
    }

    private int find(long[] in, int among, long first, long second) {
        long hash = (first * MIX ^ second) * MIX;
        int home = (int) (hash ^ hash >>> 32) & among - 1;
        while (true) {
            int row = home * stride;
            if (in[row] == 0 || (in[row] == first && in[row + 1] == second)) {
                return row;
            }
            home = home + 1 & among - 1;
        }
    }

    private void grow() {
        int wider = Math.multiplyExact(homes, 2);
        var moved = new long[Math.multiplyExact(wider, stride)];
        for (int row = 0; row < cells.length; row += stride) {
            if (cells[row] != 0) {
                System.arraycopy(cells, row, moved, find(moved, wider, cells[row], cells[row + 1]), stride);
            }
        }
        homes = wider;
        cells = moved;
    }
}
