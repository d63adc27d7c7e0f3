package io.waypost.watch.shard;

import io.waypost.core.watch.CompactScan;
import io.waypost.core.watch.CompactWatch;
import io.waypost.watch.record.Records;
import io.waypost.watch.record.ScanRow;
import io.waypost.watch.record.WatchRecord.PauseEnded;
import io.waypost.watch.record.WatchRecord.Rests;
import io.waypost.watch.record.WatchRecord.Settled;
import java.nio.ByteBuffer;

/** Applies the frames of a log to the shards they are addressed to: the same code for every host. One thread owns it. */
public final class ShardFrames {

    private final CompactScan scan = new CompactScan();
    private final long[] keys = new long[Shard.NEAR];

    /**
     * Applies one frame.
     *
     * @param arrival the second at which the log took it
     * @throws IllegalStateException if it concerns all parcels, not those of a shard
     */
    public void apply(Shard shard, CompactWatch watch, ByteBuffer payload, int arrival, ShardFindings out) {
        if (Records.holdsScans(payload)) {
            scans(shard, watch, Records.rows(payload), arrival, out);
            return;
        }
        switch (Records.read(payload)) {
            case Rests(var key, var pause) -> shard.rests(watch, key, pause, arrival, out);
            case PauseEnded(var key, var id) -> shard.pauseEnded(watch, key, id, arrival, out);
            case Settled(var key) -> shard.settled(watch, key, arrival, out);
            default -> throw new IllegalStateException(
                    "A frame of kind %d concerns all parcels and is addressed to one shard."
                            .formatted(payload.get(payload.position())));
        }
    }

    private void scans(Shard shard, CompactWatch watch, ByteBuffer rows, int arrival, ShardFindings out) {
        int scans = Records.scans(rows);
        int row = Records.row(rows, 0);
        for (int first = 0; first < scans; first += Shard.NEAR) {
            int count = Math.min(Shard.NEAR, scans - first);
            for (int i = 0; i < count; i++) {
                keys[i] = ScanRow.key(rows, row + i * ScanRow.SIZE);
            }
            shard.near(keys, count);
            for (int i = 0; i < count; i++) {
                ScanRow.read(rows, row, scan);
                scan.arrival = arrival;
                shard.scanned(watch, keys[i], scan, out);
                row += ScanRow.SIZE;
            }
        }
    }
}
