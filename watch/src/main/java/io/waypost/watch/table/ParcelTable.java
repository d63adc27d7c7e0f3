package io.waypost.watch.table;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * What the watch remembers of the parcels of one shard (分片): for each a record of fixed size and a deadline, off the heap.
 *
 * <p>A parcel is addressed by its slot, which is valid until the next insert, removal or sweep. Slots ascend with a hash of the key, and
 * depend on nothing else but the number of parcels the table has room for: whatever visits them in order does so in the same order after a
 * restart, and in another process. The first 8 bytes of a record are its key; the others are the caller's, in little-endian order, and
 * zero at first.
 *
 * <p>A deadline is a lower bound, in seconds, of when something about the parcel is to be decided: scans usually move it later, and then it
 * is left as it is until the sweep asks again. So nothing has to be remembered of timers.
 *
 * <p>At its fullest, 0.9 parcels a slot, a table of 32-byte records takes 40.2 bytes a parcel. When full it grows by a thirteenth,
 * which copies all of it in order: a pause of about 40 ms for every million parcels, half of it for fresh pages, during
 * which the old memory and the new are held.
 *
 * <p>No clock, no randomness, no input or output except {@link #dump} and {@link #load}. Not thread-safe: one thread owns it, and may hand
 * it to another one. It must be closed; afterwards every use throws {@link IllegalStateException}.
 */
public final class ParcelTable implements AutoCloseable {

    /** The deadline of a parcel that waits for nothing. */
    public static final int NONE = Deadlines.NONE;

    private final SideNames names;
    private Slots slots;
    private int count;
    private int limit;
    private boolean sweeping;

    // Written only: if nobody kept their sum, the compiler would leave out the loads that bring records near.
    @SuppressWarnings("UnusedVariable")
    private long touched;

    /**
     * An empty table.
     *
     * @param recordSize bytes of a record with its key, a multiple of 8
     * @param parcels how many it has room for at first; it grows as needed
     */
    public ParcelTable(int recordSize, int parcels) {
        this(new Slots(checked(recordSize), Capacity.homesFor(parcels), Slots.MARGIN), new SideNames());
    }

    /** An empty table of a shard: those of different shards grow at different times. */
    public ParcelTable(int recordSize, int parcels, int shard) {
        this(new Slots(checked(recordSize), Capacity.homesFor(parcels, shard), Slots.MARGIN), new SideNames());
    }

    private ParcelTable(Slots slots, SideNames names) {
        this.slots = slots;
        this.names = names;
        limit = Capacity.parcelsAt(slots.homes);
    }

    private static int checked(int recordSize) {
        if (recordSize < 8 || recordSize > 4096 || recordSize % 8 != 0) {
            throw new IllegalArgumentException("A record is 8 to 4096 bytes, by eights, not %d.".formatted(recordSize));
        }
        return recordSize;
    }

    /**
     * Reads back what {@link #dump} wrote, into a table just large enough. Reads exactly one snapshot and leaves the channel, which must
     * block, open behind it.
     *
     * @throws RefusedSnapshot if it is damaged, incomplete, newer than this code, or of another table; nothing of it is used then
     * @throws IOException if the channel cannot be read
     */
    public static LoadedTable load(ReadableByteChannel channel, int shard, int recordSize) throws IOException {
        return TableReader.read(channel, shard, checked(recordSize));
    }

    /**
     * Writes all of it: the same bytes for the same parcels, fields, deadlines and names. The table is not changed; the channel must
     * block and is left open.
     *
     * @param shard which shard this is; {@link #load} refuses any other
     * @param lsn up to where in the log its parcels have been told, given back by {@link #load}
     */
    public void dump(WritableByteChannel channel, int shard, long lsn) throws IOException {
        TableWriter.write(this, shard, lsn, channel);
    }

    /** The slot of the parcel, or a negative number if it is not here. */
    public int find(long key) {
        return slots.find(key);
    }

    /**
     * The slot of the parcel if it was here; otherwise it is now, with all fields zero and the deadline {@link #NONE}, and {@code ~slot} is
     * returned.
     */
    public int findOrInsert(long key) {
        int slot = slots.find(key);
        return slot >= 0 ? slot : insert(key, ~slot);
    }

    private int insert(long key, int slot) {
        if (key == 0) {
            throw new IllegalArgumentException("Zero is no key.");
        }
        forbidWhileSweeping();
        if (count >= limit) {
            resize(Capacity.grown(slots.homes), Slots.MARGIN);
            return insert(key, ~slots.find(key));
        }
        int free = slots.freeFrom(slot);
        if (free == slots.end() - 1) {
            resize(slots.homes, Math.multiplyExact(slots.margin, 2));
            return insert(key, slot);
        }
        slots.open(slot, free, key);
        count++;
        return ~slot;
    }

    /** Forgets the parcel, its deadline, and its name among {@link #names}. */
    public void remove(int slot) {
        forbidWhileSweeping();
        long key = slots.key(slot);
        if (key == 0) {
            throw new IllegalArgumentException("Nothing is in slot %d.".formatted(slot));
        }
        names.forget(key);
        slots.close(slot);
        count--;
    }

    /** Gives memory back after many removals: as small as it can be for what it holds. */
    public void trim() {
        forbidWhileSweeping();
        resize(Capacity.homesFor(count), Slots.MARGIN);
    }

    /**
     * Brings the records of a batch near: computes their homes and touches them in a loop without dependencies, so that the waits for
     * memory overlap: the home's cache line, the next, into which a full table pushes many, and the deadline's. Worth it for
     * about 64 keys of one table before each is looked up.
     *
     * @param homes filled with the homes; they mean nothing after the table has grown
     */
    public void prefetch(long[] keys, int batch, int[] homes) {
        touched = slots.touch(keys, batch, homes);
    }

    /**
     * Visits each parcel whose deadline is before {@code now}, never equal to it: events of that second come first. In ascending order
     * of slots, each once; only blocks of 1024 slots with something due are touched. The parcels to be removed are, at the end, also if
     * the visitor throws.
     *
     * @return how many were visited
     */
    public int sweep(int now, DueVisitor visitor) {
        forbidWhileSweeping();
        var sweep = new Sweep(slots, now, visitor);
        sweeping = true;
        try {
            return sweep.run();
        } finally {
            sweeping = false;
            for (int slot : sweep.removals()) {
                remove(slot);
            }
        }
    }

    /** The earliest deadline of all, {@link #NONE} if there is none. */
    public int earliest() {
        return slots.deadlines.earliest();
    }

    public int deadline(int slot) {
        return slots.deadlines.get(slot);
    }

    /** Makes the deadline earlier; a later one is not written. */
    public void lower(int slot, int deadline) {
        slots.deadlines.lower(slot, deadline);
    }

    /** Replaces the deadline. */
    public void set(int slot, int deadline) {
        slots.deadlines.set(slot, deadline);
    }

    /** The next slot after the given one that holds a parcel, −1 if there is none; begin after −1. */
    public int next(int slot) {
        for (int next = slot + 1; next < slots.end(); next++) {
            if (slots.key(next) != 0) {
                return next;
            }
        }
        return -1;
    }

    /** How many parcels it holds. */
    public int count() {
        return count;
    }

    /** How many parcels it can hold before it grows. */
    public int limit() {
        return limit;
    }

    /** The bytes allocated for parcels and deadlines, on and off the heap; without the names. */
    public long bytes() {
        return slots.bytes();
    }

    public int recordSize() {
        return slots.recordSize;
    }

    /** The waybills of this shard that do not fit into a key. */
    public SideNames names() {
        return names;
    }

    public long key(int slot) {
        return slots.key(slot);
    }

    public long getLong(int slot, int field) {
        return slots.records.get(Slots.LONG, at(slot, field, 8));
    }

    public int getInt(int slot, int field) {
        return slots.records.get(Slots.INT, at(slot, field, 4));
    }

    public short getShort(int slot, int field) {
        return slots.records.get(Slots.SHORT, at(slot, field, 2));
    }

    public byte getByte(int slot, int field) {
        return slots.records.get(Slots.BYTE, at(slot, field, 1));
    }

    public void putLong(int slot, int field, long value) {
        slots.records.set(Slots.LONG, at(slot, field, 8), value);
    }

    public void putInt(int slot, int field, int value) {
        slots.records.set(Slots.INT, at(slot, field, 4), value);
    }

    public void putShort(int slot, int field, short value) {
        slots.records.set(Slots.SHORT, at(slot, field, 2), value);
    }

    public void putByte(int slot, int field, byte value) {
        slots.records.set(Slots.BYTE, at(slot, field, 1), value);
    }

    @Override
    public void close() {
        slots.release();
    }

    /** Where the field of so many bytes is; that it is inside the record is asserted only, for this is the hottest path there is. */
    private long at(int slot, int field, int bytes) {
        assert field >= 0 && field + bytes <= slots.recordSize : "No field of %d bytes at %d.".formatted(bytes, field);
        return slots.at(slot) + field;
    }

    /** Adds a parcel whose hash is greater than those of all others. */
    int append(long key) {
        int slot = slots.append(key);
        if (slot < 0) {
            resize(slots.homes, Math.multiplyExact(slots.margin, 2));
            return append(key);
        }
        count++;
        return slot;
    }

    Slots slots() {
        return slots;
    }

    private void resize(int homes, int margin) {
        var old = slots;
        slots = old.resized(homes, margin);
        limit = Capacity.parcelsAt(homes);
        old.release();
    }

    private void forbidWhileSweeping() {
        if (sweeping) {
            throw new IllegalStateException("During a sweep nothing is inserted, removed or swept.");
        }
    }
}
