package io.waypost.watch.host;

import io.waypost.watch.host.BookFile.Contents;
import io.waypost.watch.log.ScanLog;
import io.waypost.watch.record.WatchRecord;
import io.waypost.watch.record.WatchRecord.BatchTaken;
import io.waypost.watch.record.WatchRecord.SendersKnown;
import io.waypost.watch.table.Shards;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Cuts the log where no snapshot needs it any more, and writes the book down before that. Safe for threads.
 *
 * <p>Its own book is as of the cut, behind that of the workers.
 */
final class BookKeeper {

    private final BookFile file;
    private final ScanLog log;
    /** One place a shard, then one for the timelines and one for the sums. */
    private final long[] needed = new long[Shards.COUNT + 2];
    private final TreeMap<Long, WatchRecord> told = new TreeMap<>();
    private final Book book = new Book();
    private final Senders senders = new Senders();
    private long cut;
    private int reached;

    BookKeeper(BookFile file, ScanLog log, Contents contents) {
        this.file = file;
        this.log = log;
        contents.records().forEach(record -> {
            book.learn(record);
            if (record instanceof SendersKnown known) {
                senders.learn(known);
            }
        });
        cut = contents.lsn();
        reached = contents.arrival();
        Arrays.fill(needed, cut);
    }

    /** The log tells this there; the same may be told again. */
    synchronized void tells(long lsn, WatchRecord record) {
        if (lsn > cut) {
            told.put(lsn, record);
        }
    }

    /**
     * The log tells there that a batch was taken; the same may be told again, in any order. It is not held back until the log is cut there:
     * what is on disk was taken, and the book says up to which frame it knows that.
     */
    void tells(long lsn, BatchTaken taken) {
        senders.learn(lsn, taken);
    }

    /** Whoever numbers batches, as far as the log was read. */
    SendersKnown senders() {
        return senders.known();
    }

    /**
     * A shard needs the log only after that number from now on.
     *
     * @param arrival a second that the log has reached
     */
    void needs(int shard, long after, int arrival) throws IOException {
        need(shard, after, arrival);
    }

    /** The same of the timelines. */
    void timelinesNeed(long after, int arrival) throws IOException {
        need(Shards.COUNT, after, arrival);
    }

    /** The same of the sums. */
    void sumsNeed(long after, int arrival) throws IOException {
        need(Shards.COUNT + 1, after, arrival);
    }

    /** Nobody counts any sums. */
    synchronized void noSums() throws IOException {
        need(Shards.COUNT + 1, Long.MAX_VALUE, reached);
    }

    private synchronized void need(int reader, long after, int arrival) throws IOException {
        needed[reader] = Math.max(needed[reader], after);
        reached = Math.max(reached, arrival);
        long all = Arrays.stream(needed).min().orElse(cut);
        if (all > cut) {
            var before = told.headMap(all, true);
            before.values().forEach(book::learn);
            before.clear();
            cut = all;
            file.write(new Contents(cut, reached, records()));
            log.dropBefore(cut + 1);
        }
    }

    private List<WatchRecord> records() {
        var known = senders.known();
        var records = book.records();
        if (known.upTo() > 0) {
            records.add(known);
        }
        return records;
    }
}
