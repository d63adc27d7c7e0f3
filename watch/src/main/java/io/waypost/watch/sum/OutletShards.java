package io.waypost.watch.sum;

import io.waypost.watch.table.Shards;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All shards of the sums of sites, and their snapshots in one folder. One thread owns it. */
final class OutletShards implements AutoCloseable {

    private final List<OutletShard> shards = new ArrayList<>();

    private OutletShards() {}

    static OutletShards restore(Path folder, long cut) throws IOException {
        var all = new OutletShards();
        try {
            for (int number = 0; number < Shards.COUNT; number++) {
                all.shards.add(OutletShard.restore(folder, number, cut));
            }
            return all;
        } catch (IOException | RuntimeException failure) {
            all.close();
            throw failure;
        }
    }

    OutletShard of(int number) {
        return shards.get(number);
    }

    /** Up to where all of them were restored, and any. */
    long allRestored() {
        return shards.stream().mapToLong(OutletShard::restored).min().orElse(0);
    }

    long anyRestored() {
        return shards.stream().mapToLong(OutletShard::restored).max().orElse(0);
    }

    void forget(int now) {
        shards.forEach(shard -> shard.forget(now));
    }

    /**
     * Writes down, as of there, those for which most would have to be read again: those whose turn it is, and so many of those that wait
     * for too long that each comes within the given number of frames.
     *
     * @param turns how many are written down however short they wait
     * @param frames how many were read since the last time
     * @return up to where the log is not needed for any
     */
    long writeDown(long lsn, long turns, long frames, long debt) throws IOException {
        long overdue = 1 + shards.size() * frames / debt;
        var oldestFirst = shards.stream().sorted(Comparator.comparingLong(OutletShard::written)).toList();
        for (int i = 0; i < oldestFirst.size(); i++) {
            var shard = oldestFirst.get(i);
            long waited = lsn - shard.written();
            if (waited > 0 && (i < turns || (i < overdue && waited > debt))) {
                shard.write(lsn);
            }
        }
        return shards.stream().mapToLong(OutletShard::needed).min().orElse(lsn);
    }

    @Override
    public void close() {
        shards.forEach(OutletShard::close);
    }
}
