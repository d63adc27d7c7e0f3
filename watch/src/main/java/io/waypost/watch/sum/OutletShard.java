package io.waypost.watch.sum;

import io.waypost.core.outlet.CompactOutletCount;
import io.waypost.core.outlet.CompactOutletCount.Taken;
import io.waypost.core.outlet.OutletTrace;
import io.waypost.core.scan.ScanType;
import io.waypost.watch.table.DueVisitor;
import io.waypost.watch.table.NewestSnapshot;
import io.waypost.watch.table.ParcelTable;
import io.waypost.watch.table.SnapshotFiles;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What is remembered of the parcels of one shard for the sums of sites: a row a parcel with its last scans. What it says of a scan depends
 * on the log alone, not on when parcels were forgotten. One thread owns it.
 */
final class OutletShard implements AutoCloseable {

    /** How many parcels are brought near at once. */
    static final int NEAR = 64;

    /** The key, where the parcel was before its last scans, and these. The layout is written into snapshots. */
    private static final int SIZE = 8 * (2 + OutletTrace.KEPT);
    private static final int BEFORE = 8;
    private static final int SCANS = 16;
    private static final int FIRST_ROOM = 64;

    private static final int DAY = 86_400;
    /** How long after its end a parcel is remembered; of one that is not, an older scan tells nothing. */
    private static final int AFTER_END = 3 * DAY;
    /** What has lain for longer than a month is lost, and no longer anybody's work. */
    private static final int AFTER_LAST = 60 * DAY;

    private final int number;
    private final SnapshotFiles files;
    private final ParcelTable table;
    private final OutletTrace trace = new OutletTrace();
    private final int[] homes = new int[NEAR];
    private final long restored;
    private long written;
    private long needed;

    private OutletShard(int number, SnapshotFiles files, ParcelTable table, long restored) {
        this.number = number;
        this.files = files;
        this.table = table;
        this.restored = restored;
        this.written = restored;
        this.needed = restored;
    }

    /** As it was written down; empty as of the cut if nothing usable reaches so far. */
    static OutletShard restore(Path folder, int number, long cut) throws IOException {
        var files = new SnapshotFiles(folder, number);
        if (files.newest(SIZE) instanceof NewestSnapshot.Found(var loaded, _)) {
            if (loaded.lsn() >= cut) {
                return new OutletShard(number, files, loaded.table(), loaded.lsn());
            }
            loaded.table().close();
        }
        return new OutletShard(number, files, new ParcelTable(SIZE, FIRST_ROOM, number), cut);
    }

    /** Up to where in the log it was restored. */
    long restored() {
        return restored;
    }

    /** Up to where it is written down. */
    long written() {
        return written;
    }

    /** Up to where the log is not needed for it. */
    long needed() {
        return needed;
    }

    /** Says which parcels are asked about next, so that the waits for memory overlap; at most {@link #NEAR}. */
    void near(long[] keys, int count) {
        table.prefetch(keys, count, homes);
    }

    /** Counts a scan of the parcel. */
    Taken add(CompactOutletCount count, long key, int arrival, int at, int type, int site,
            CompactOutletCount.Sums sums) {
        int slot = table.find(key);
        if (slot >= 0) {
            read(slot);
        }
        if (slot < 0 || over(arrival)) {
            if (arrival - at > AFTER_END) {
                return Taken.TOO_OLD;
            }
            trace.clear();
        }
        var taken = count.add(trace, at, type, site, sums);
        if (taken == Taken.COUNTED) {
            write(slot < 0 ? inserted(key) : slot);
        }
        return taken;
    }

    /** Forgets parcels that are over. */
    void forget(int now) {
        table.sweep(now, (slot, _) -> {
            read(slot);
            return over(now) ? DueVisitor.REMOVE : deadline();
        });
    }

    /** Writes it down as of there. */
    void write(long lsn) throws IOException {
        needed = Math.max(needed, files.write(lsn, channel -> table.dump(channel, number, lsn)));
        written = lsn;
    }

    @Override
    public void close() {
        table.close();
    }

    private int inserted(long key) {
        return ~table.findOrInsert(key);
    }

    private void read(int slot) {
        trace.before = table.getLong(slot, BEFORE);
        for (int i = 0; i < OutletTrace.KEPT; i++) {
            trace.scans[i] = table.getLong(slot, SCANS + 8 * i);
        }
    }

    private void write(int slot) {
        table.putLong(slot, BEFORE, trace.before);
        for (int i = 0; i < OutletTrace.KEPT; i++) {
            table.putLong(slot, SCANS + 8 * i, trace.scans[i]);
        }
        table.lower(slot, deadline());
    }

    private boolean over(int now) {
        return deadline() < now;
    }

    private int deadline() {
        return trace.lastAt() + (ScanType.ofCode(trace.lastType()).terminal() ? AFTER_END : AFTER_LAST);
    }
}
