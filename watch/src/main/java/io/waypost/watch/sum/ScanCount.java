package io.waypost.watch.sum;

import io.waypost.core.outlet.CompactOutletCount;
import io.waypost.core.outlet.CompactOutletCount.Taken;
import io.waypost.core.watch.CompactScan;
import io.waypost.watch.record.Records;
import io.waypost.watch.record.ScanRow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Counts the scans of frames, in the order of the log. What it has to remember of parcels for that is written down now and then, so that
 * after a stop it can be brought back by reading the frames since. One thread owns it.
 */
public final class ScanCount implements AutoCloseable {

    /** What arrives later than that tells of the past, not of how scans travel. */
    private static final int LATEST = 15 * 86_400;

    private final CompactScan scan = new CompactScan();
    private final CompactOutletCount rule = new CompactOutletCount();
    private final long[] keys = new long[OutletShard.NEAR];
    private final OutletShards shards;
    private final LagSums lags = new LagSums();
    private final SiteSums sites = new SiteSums();

    private ScanCount(OutletShards shards) {
        this.shards = shards;
    }

    /**
     * As it was written down.
     *
     * @param cut the log holds only what comes after that number: what is not written down so far begins anew there
     */
    public static ScanCount restore(Path folder, long cut) throws IOException {
        return new ScanCount(OutletShards.restore(folder, cut));
    }

    /** The log has to be read again after that frame. */
    public long readAfter() {
        return shards.allRestored();
    }

    /** Frames up to there cannot be counted any more: something that is written down already contains them. */
    public long restored() {
        return shards.anyRestored();
    }

    /**
     * Reads a frame of a shard; one without scans tells nothing.
     *
     * @param arrival the second at which the log took it
     * @param counts whether it is to be counted, or was before and is only to be remembered
     */
    public void apply(int shard, long lsn, ByteBuffer payload, int arrival, boolean counts) {
        if (!Records.holdsScans(payload)) {
            return;
        }
        var mine = shards.of(shard);
        if (lsn <= mine.restored()) {
            return;
        }
        var rows = Records.rows(payload);
        int scans = Records.scans(rows);
        int row = Records.row(rows, 0);
        for (int first = 0; first < scans; first += OutletShard.NEAR) {
            int near = Math.min(OutletShard.NEAR, scans - first);
            for (int i = 0; i < near; i++) {
                keys[i] = ScanRow.key(rows, row + i * ScanRow.SIZE);
            }
            mine.near(keys, near);
            for (int i = 0; i < near; i++) {
                ScanRow.read(rows, row, scan);
                add(mine, keys[i], arrival, ScanRow.device(rows, row), counts);
                row += ScanRow.SIZE;
            }
        }
    }

    private void add(OutletShard shard, long key, int arrival, int device, boolean counts) {
        var taken = shard.add(rule, key, arrival, scan.at, scan.type, scan.site,
                counts ? sites : CompactOutletCount.Sums.NONE);
        if (counts && taken != Taken.KNOWN && !scan.historic && arrival - scan.at < LATEST) {
            lags.add(arrival, scan.at, scan.site, device);
        }
    }

    /** How many sums there are. */
    public int rows() {
        return lags.rows() + sites.rows();
    }

    /** The sums since the last {@link #clear}, as those of that stretch of the log. */
    public ScanSums sums(long after, long upTo) {
        return new ScanSums(after, upTo, lags.sites(), lags.devices(), sites.flows(), sites.held());
    }

    /** Begins the next stretch. */
    public void clear() {
        lags.clear();
        sites.clear();
    }

    /**
     * Writes down, as of there, a part of what is remembered, and forgets parcels that are over. All sums up to there must have been taken
     * over.
     *
     * @param turns how many of 128 parts are written down however short they wait
     * @param frames how many were read since the last time
     * @param debt how many frames may have to be read again
     * @return up to where the log is no longer needed
     */
    public long writeDown(long lsn, int now, long turns, long frames, long debt) throws IOException {
        shards.forget(now);
        return shards.writeDown(lsn, turns, frames, debt);
    }

    @Override
    public void close() {
        shards.close();
    }
}
