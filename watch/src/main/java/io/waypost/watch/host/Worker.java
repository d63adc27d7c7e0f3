package io.waypost.watch.host;

import io.waypost.watch.host.BookFile.Contents;
import io.waypost.watch.log.LogReader;
import io.waypost.watch.log.ScanLog;
import io.waypost.watch.record.Records;
import io.waypost.watch.record.WatchRecord;
import io.waypost.watch.record.WatchRecord.BatchTaken;
import io.waypost.watch.record.WatchRecord.SiteCloses;
import io.waypost.watch.shard.ShardFrames;
import io.waypost.watch.table.Shards;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Applies the log to the shards of one thread, in the log's order: the same code recovers and goes on, so that what is found never depends
 * on when it stopped. One thread owns it.
 */
final class Worker implements AutoCloseable {

    /** The shard number of frames that concern all parcels. */
    static final int EVERYBODY = Shards.COUNT;

    private final LogReader reader;
    private final BookKeeper keeper;
    private final int sweepEvery;
    private final Book book = new Book();
    private final @Nullable OwnedShard[] byNumber = new OwnedShard[Shards.COUNT];
    private final List<OwnedShard> owned = new ArrayList<>();
    private final Findings findings = new Findings();
    private final ShardFrames frames = new ShardFrames();
    private long position;
    private int arrival;
    private int sweptAt;
    /** Bytes of the log since a shard was written down for their sake. */
    private long passed;

    Worker(ScanLog log, BookKeeper keeper, Contents begin, List<OwnedShard> shards, int sweepEvery) {
        this.keeper = keeper;
        this.sweepEvery = sweepEvery;
        this.position = begin.lsn();
        this.arrival = begin.arrival();
        begin.records().forEach(book::learn);
        for (var shard : shards) {
            byNumber[shard.number()] = shard;
            owned.add(shard);
        }
        this.reader = log.read(begin.lsn() + 1);
    }

    /** Applies the next frame; false if no further one is durable yet. */
    boolean step() {
        if (!reader.next()) {
            return false;
        }
        position = reader.lsn();
        arrival = reader.arrival();
        passed += reader.payload().remaining();
        int shard = reader.shard();
        if (shard == EVERYBODY) {
            everybody(Records.read(reader.payload()));
        } else {
            var mine = byNumber[shard];
            if (mine != null && mine.needs(position)) {
                frames.apply(mine.shard(), book.watch(), reader.payload(), arrival, findings);
            }
        }
        if (arrival - sweptAt >= sweepEvery) {
            sweep();
        }
        return true;
    }

    /** Number of the last frame it applied. */
    long position() {
        return position;
    }

    /** The second that the log had reached there. */
    int arrival() {
        return arrival;
    }

    Findings findings() {
        return findings;
    }

    List<WatchRecord> book() {
        return book.records();
    }

    /** The parcel as of here; null if it is not remembered. */
    @Nullable
    ParcelLook look(long key) {
        var mine = byNumber[Shards.of(key)];
        return mine == null || !book.hasLimits()
                ? null
                : mine.shard().look(book.watch(), key, (state, next) -> ParcelLook.of(key, state, next));
    }

    /** Writes down the shard for which most would have to be read again, if that is too much or its turn; whether it did. */
    boolean writeDown(ReplayDebt debt) throws IOException {
        OwnedShard oldest = null;
        for (var shard : owned) {
            if (oldest == null || shard.written() < oldest.written()) {
                oldest = shard;
            }
        }
        if (oldest == null || position == oldest.written()) {
            return false;
        }
        boolean turn = debt.turns(passed, owned.size()) > 0;
        if (!turn && position - oldest.written() <= debt.frames()) {
            return false;
        }
        passed = turn ? 0 : passed;
        keeper.needs(oldest.number(), oldest.write(position), arrival);
        return true;
    }

    long parcels() {
        return owned.stream().mapToLong(shard -> shard.shard().parcels()).sum();
    }

    long bytes() {
        return owned.stream().mapToLong(shard -> shard.shard().bytes()).sum();
    }

    int skipped() {
        return owned.stream().mapToInt(OwnedShard::skipped).sum();
    }

    @Override
    public void close() {
        owned.forEach(OwnedShard::close);
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void everybody(WatchRecord record) {
        if (Book.concerns(record)) {
            book.learn(record);
            keeper.tells(position, record);
        }
        if (record instanceof BatchTaken taken) {
            keeper.tells(position, taken);
        }
        if (record instanceof SiteCloses && book.hasLimits()) {
            owned.forEach(shard -> shard.shard().reconsider(book.watch()));
        }
    }

    private void sweep() {
        sweptAt = arrival;
        if (!book.hasLimits()) {
            return;
        }
        var watch = book.watch();
        for (var shard : owned) {
            if (shard.needs(position)) {
                shard.shard().sweep(watch, arrival, findings);
            }
        }
    }
}
