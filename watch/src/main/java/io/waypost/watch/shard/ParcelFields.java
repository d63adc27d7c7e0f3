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

    private static final int LAST_AT = 8;
    private static final int LAST_ARRIVAL = 12;
    /** Two numbers of 24 bits. */
    private static final int SITES = 16;
    private static final int NEXT_SITE_HIGH = 20;
    private static final int LANE = 22;
    private static final int TYPE = 24;
    private static final int STAGE = 25;
    private static final int LIMIT_VERSION = 26;
    private static final int WARNINGS = 28;
    private static final int FLAGS = 29;
    private static final int DESTINATION = 30;

    private static final int LOW = 0xff;
    private static final int WORD = 0xffff;
    private static final int SITE = 0xffffff;

    private ParcelFields() {}

    /** Reads the state out of a row. */
    static void read(ParcelTable table, int slot, ParcelState state) {
        int sites = table.getInt(slot, SITES);
        state.lastAt = table.getInt(slot, LAST_AT);
        state.lastArrival = table.getInt(slot, LAST_ARRIVAL);
        state.site = sites & SITE;
        state.nextSite = (sites >>> 24) | (table.getShort(slot, NEXT_SITE_HIGH) & WORD) << 8;
        state.lane = table.getShort(slot, LANE) & WORD;
        state.type = table.getByte(slot, TYPE);
        state.stage = table.getByte(slot, STAGE);
        state.limitVersion = table.getShort(slot, LIMIT_VERSION) & WORD;
        state.warnings = table.getByte(slot, WARNINGS) & LOW;
        state.flags = table.getByte(slot, FLAGS) & LOW;
    }

    /** Writes the state into a row. */
    static void write(ParcelTable table, int slot, ParcelState state) {
        table.putInt(slot, LAST_AT, state.lastAt);
        table.putInt(slot, LAST_ARRIVAL, state.lastArrival);
        table.putInt(slot, SITES, (state.site & SITE) | state.nextSite << 24);
        table.putShort(slot, NEXT_SITE_HIGH, (short) (state.nextSite >>> 8));
        table.putShort(slot, LANE, (short) state.lane);
        table.putByte(slot, TYPE, (byte) state.type);
        table.putByte(slot, STAGE, (byte) state.stage);
        table.putShort(slot, LIMIT_VERSION, (short) state.limitVersion);
        table.putByte(slot, WARNINGS, (byte) Math.min(state.warnings, LOW));
        table.putByte(slot, FLAGS, (byte) state.flags);
    }

    /** Number of the division that the parcel goes to; 0 where it is not known. */
    static int destination(ParcelTable table, int slot) {
        return table.getShort(slot, DESTINATION) & WORD;
    }

    static void destination(ParcelTable table, int slot, int division) {
        table.putShort(slot, DESTINATION, (short) division);
    }
}
