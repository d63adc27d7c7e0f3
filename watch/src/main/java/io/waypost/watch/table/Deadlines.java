package io.waypost.watch.table;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * One deadline a slot, and for each block of slots a bound that none of its deadlines is earlier than. Bounds are lowered at once and
 * raised only when somebody looks at the block: most deadlines are moved before they are due.
 */
final class Deadlines {

    /** Never due; what an empty slot has. */
    static final int NONE = Integer.MAX_VALUE;

    static final int BLOCK = 1024;

    private static final int BLOCK_BITS = 10;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment column;
    private final int[] bounds;
    private final int slots;

    /** Over memory of {@code 4 × slots} bytes, which it fills with {@link #NONE}. */
    Deadlines(MemorySegment column, int slots) {
        this.column = column;
        this.slots = slots;
        bounds = new int[(slots + BLOCK - 1) >>> BLOCK_BITS];
        Arrays.fill(bounds, NONE);
        for (int slot = 0; slot < slots; slot++) {
            column.set(INT, 4L * slot, NONE);
        }
    }

    int get(int slot) {
        return column.get(INT, 4L * slot);
    }

    void set(int slot, int deadline) {
        column.set(INT, 4L * slot, deadline);
        bound(slot, deadline);
    }

    /** Writes only if the deadline is earlier than the one there: usually it is not, and then nothing is written. */
    void lower(int slot, int deadline) {
        if (deadline < get(slot)) {
            set(slot, deadline);
        }
    }

    int blocks() {
        return bounds.length;
    }

    /** No deadline of the block is earlier. */
    int bound(int block) {
        return bounds[block];
    }

    /** Raises the bound of a block to what it is; the caller has just looked at all of it. */
    void raise(int block, int[] deadlines, int count) {
        bounds[block] = least(deadlines, count);
    }

    /** Copies the block's deadlines, for arrays are searched several times faster than foreign memory; returns how many. */
    int read(int block, int[] into) {
        int from = block << BLOCK_BITS;
        int count = Math.min(BLOCK, slots - from);
        MemorySegment.copy(column, INT, 4L * from, into, 0, count);
        return count;
    }

    /** The earliest of all, exactly. Looks only into blocks whose bound promises less than is known. */
    int earliest() {
        var deadlines = new int[BLOCK];
        while (true) {
            int block = 0;
            for (int b = 1; b < bounds.length; b++) {
                block = bounds[b] < bounds[block] ? b : block;
            }
            int promised = bounds[block];
            if (promised == NONE) {
                return NONE;
            }
            raise(block, deadlines, read(block, deadlines));
            if (bounds[block] == promised) {
                return promised;
            }
        }
    }

    /** Moves the deadlines from {@code from} up to {@code to} one slot up; the first has none then. */
    void shiftUp(int from, int to) {
        MemorySegment.copy(column, 4L * from, column, 4L * from + 4, 4L * (to - from));
        column.set(INT, 4L * from, NONE);
        for (int first = nextBlock(from); first <= to; first += BLOCK) {
            bound(first, get(first));
        }
    }

    /** Moves the deadlines after {@code from}, up to {@code to}, one slot down; the last has none then. */
    void shiftDown(int from, int to) {
        MemorySegment.copy(column, 4L * from + 4, column, 4L * from, 4L * (to - from - 1));
        column.set(INT, 4L * to - 4, NONE);
        for (int first = nextBlock(from); first < to; first += BLOCK) {
            bound(first - 1, get(first - 1));
        }
    }

    private void bound(int slot, int deadline) {
        int block = slot >>> BLOCK_BITS;
        if (deadline < bounds[block]) {
            bounds[block] = deadline;
        }
    }

    private static int nextBlock(int slot) {
        return ((slot >>> BLOCK_BITS) + 1) << BLOCK_BITS;
    }

    /** In a method of its own, and over an array, the compiler makes vectors of it. */
    private static int least(int[] deadlines, int count) {
        int least = NONE;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, deadlines[i]);
        }
        return least;
    }

    /** The bytes of the bounds; the column belongs to whom gave it. */
    long boundBytes() {
        return 4L * bounds.length;
    }
}
