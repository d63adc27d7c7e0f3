package io.waypost.watch.table;

import java.util.Arrays;

/**
 * One pass over everything due. Removals wait until its end, because drawing records back into the gap would make it skip some; then the
 * last is removed first, so that the slots of the others stay what they are.
 */
final class Sweep {

    private final Slots slots;
    private final int now;
    private final DueVisitor visitor;
    private int[] removed = new int[16];
    private int removals;
    private int visits;

    // Written only: if nobody kept their sum, the compiler would leave out the loads that bring records near.
    @SuppressWarnings("UnusedVariable")
    private long touched;

    Sweep(Slots slots, int now, DueVisitor visitor) {
        this.slots = slots;
        this.now = now;
        this.visitor = visitor;
    }

    /** Visits what is due; returns how many parcels that were. */
    int run() {
        var deadlines = slots.deadlines;
        int[] block = null;
        for (int b = 0; b < deadlines.blocks(); b++) {
            if (deadlines.bound(b) < now) {
                block = block == null ? new int[Deadlines.BLOCK] : block;
                visit(b, block);
            }
        }
        return visits;
    }

    private void visit(int block, int[] deadlines) {
        int count = slots.deadlines.read(block, deadlines);
        int first = block * Deadlines.BLOCK;
        touched = bringNear(first, deadlines, count);
        for (int i = 0; i < count; i++) {
            if (deadlines[i] < now) {
                deadlines[i] = visit(first + i, deadlines[i]);
            }
        }
        slots.deadlines.raise(block, deadlines, count);
    }

    /** Touches the records that are due without waiting for one after the other. */
    private long bringNear(int first, int[] deadlines, int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            if (deadlines[i] < now) {
                sum += slots.key(first + i);
            }
        }
        return sum;
    }

    private int visit(int slot, int deadline) {
        visits++;
        int next = visitor.due(slot, deadline);
        if (next == DueVisitor.REMOVE) {
            remember(slot);
            next = Deadlines.NONE;
        }
        slots.deadlines.set(slot, next);
        return next;
    }

    private void remember(int slot) {
        if (removals == removed.length) {
            removed = Arrays.copyOf(removed, 2 * removals);
        }
        removed[removals++] = slot;
    }

    /** The slots whose removal was asked for, in the order in which to remove them. */
    int[] removals() {
        var order = new int[removals];
        Arrays.setAll(order, i -> removed[removals - 1 - i]);
        return order;
    }
}
