package io.waypost.watch.shard;

import io.waypost.core.watch.ParcelState;
import io.waypost.watch.table.ParcelTable;

/**
 * Where the fields of a parcel's state are in its row of 32 bytes. The layout is written into snapshots: what is here keeps its place, and
 * another layout needs another version of the snapshot.
 */
final class ParcelFields {

    /** Bytes of a row, the key of 8 included. */
    static final int SIZE = 32;

    /** When it was last scanned, and above that the arrival of that scan. */
    private static final int TIMES = 8;
    /** Two numbers of 24 bits, the site and the next one, and above them the lane. */
    private static final int PLACES = 16;
    /** From below: type and stage, version of the limits, warnings and flags, and what is remembered of its course. */
    private static final int REST = 24;

    private static final int LOW = 0xff;
    private static final int WORD = 0xffff;
    private static final int SITE = 0xffffff;

    private ParcelFields() {}

    /** Reads the state out of a row. */
    static void read(ParcelTable table, int slot, ParcelState state) {
        long times = table.getLong(slot, TIMES);
        state.lastAt = (int) times;
        state.lastArrival = (int) (times >>> 32);
        long places = table.getLong(slot, PLACES);
        state.site = (int) places & SITE;
        state.nextSite = (int) (places >>> 24) & SITE;
        state.lane = (int) (places >>> 48);
        long rest = table.getLong(slot, REST);
        state.type = (byte) rest;
        state.stage = (byte) (rest >>> 8);
        state.limitVersion = (int) (rest >>> 16) & WORD;
        state.warnings = (int) (rest >>> 32) & LOW;
        state.flags = (int) (rest >>> 40) & LOW;
        state.course = (int) (rest >>> 48);
    }

    /** Writes the state into a row. */
    static void write(ParcelTable table, int slot, ParcelState state) {
        table.putLong(slot, TIMES, Integer.toUnsignedLong(state.lastAt) | ((long) state.lastArrival << 32));
        table.putLong(slot, PLACES,
                (state.site & SITE) | ((long) (state.nextSite & SITE) << 24) | ((long) state.lane << 48));
        table.putLong(slot, REST, (state.type & LOW) | ((state.stage & LOW) << 8)
                | ((state.limitVersion & WORD) * 0x10000L) | ((long) Math.min(state.warnings, LOW) << 32)
                | ((long) (state.flags & LOW) << 40) | ((long) state.course << 48));
    }
}
