package io.waypost.watch.host;

import io.waypost.core.watch.Lane;
import io.waypost.core.watch.Limits;
import io.waypost.core.watch.Pause;
import io.waypost.core.watch.SiteIndex;
import io.waypost.watch.log.ScanLog;
import io.waypost.watch.record.Records;
import io.waypost.watch.record.WatchRecord;
import io.waypost.watch.record.WatchRecord.BatchTaken;
import io.waypost.watch.record.WatchRecord.Heartbeat;
import io.waypost.watch.record.WatchRecord.LaneNamed;
import io.waypost.watch.record.WatchRecord.LimitsAdded;
import io.waypost.watch.record.WatchRecord.PauseEnded;
import io.waypost.watch.record.WatchRecord.Rests;
import io.waypost.watch.record.WatchRecord.SendersKnown;
import io.waypost.watch.record.WatchRecord.Settled;
import io.waypost.watch.record.WatchRecord.SiteCloses;
import io.waypost.watch.record.WatchRecord.SiteDescribed;
import io.waypost.watch.record.WatchRecord.Span;
import io.waypost.watch.table.Shards;
import io.waypost.watch.timeline.EventSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The embedded engine of the watch (内嵌引擎): a log on disk, and workers that apply it to the shards. What {@link #awaitDurable} has
 * acknowledged is never lost, and is judged exactly once however often the process dies. Safe for threads.
 */
public final class WatchEngine implements AutoCloseable {

    private final ScanLog log;
    private final List<WorkerThread> workers;
    private final TimelineThread timelines;
    private final @Nullable SumThread sums;
    private final IntSupplier clock;
    private final ReentrantLock appending = new ReentrantLock();
    private final Book told = new Book();
    private final Senders senders = new Senders();
    private final Map<String, Integer> sites = new HashMap<>();
    private final Map<Lane, Integer> lanes = new HashMap<>();
    private int arrival;

    /** Something appended under the lock; gives back its number. */
    @FunctionalInterface
    private interface Append {

        long append() throws InterruptedException;
    }

    WatchEngine(ScanLog log, List<WorkerThread> workers, TimelineThread timelines, @Nullable SumThread sums,
            IntSupplier clock, List<WatchRecord> known, SendersKnown numbered, int arrival) {
        this.log = log;
        this.workers = workers;
        this.timelines = timelines;
        this.sums = sums;
        this.clock = clock;
        this.arrival = arrival;
        senders.learn(numbered);
        for (var record : known) {
            told.learn(record);
        }
        for (int number = 1; number < told.sites().size(); number++) {
            sites.put(told.sites().site(number).code(), number);
        }
        for (int number = 0; number < told.lanes().size(); number++) {
            lanes.put(told.lanes().lane(number), number);
        }
    }

    /** The same without sums. */
    public static WatchEngine open(EngineSettings settings, FindingSink sink, IntSupplier clock)
            throws InterruptedException {
        return open(settings, sink, null, clock);
    }

    /**
     * Opens the engine in its folder, or begins one, and comes to where it had been.
     *
     * @param sums who takes over sums over all scans; null if nobody does
     * @param clock the present second since 1970; where it goes back, arrivals stand still
     * @throws EngineFailure if what it had written down cannot be understood
     * @throws io.waypost.watch.log.LogFailure if the log is in use, not accessible, or damaged
     */
    public static WatchEngine open(EngineSettings settings, FindingSink sink, @Nullable SumSink sums,
            IntSupplier clock) throws InterruptedException {
        var opening = new Opening(settings, sink, sums);
        try {
            try {
                return opening.open(clock);
            } finally {
                opening.discardUnlessOpen();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The watch in %s cannot be opened: %s".formatted(settings.folder(), e), e);
        }
    }

    /**
     * Takes scans; each gets the present second as its arrival. They are not durable yet.
     *
     * @return the number to await
     * @throws io.waypost.watch.log.LogFailure if the log is full, failed or closed: some of the scans may have been taken, so all have to be
     *     sent again, which does no harm
     */
    public long append(ScanBatch batch) throws InterruptedException {
        return appending(() -> {
            if (!told.hasLimits()) {
                throw new IllegalStateException("The watch needs a table of limits before the first scan.");
            }
            long last = log.lastDurableLsn();
            for (var frame : batch.frames()) {
                last = log.append(frame.shard(), arrival, frame.payload());
            }
            return last;
        });
    }

    /** The number of a site, of which this is known from now on. */
    public int site(SiteIndex.Site site) throws InterruptedException {
        return (int) appending(() -> {
            var known = sites.get(site.code());
            int number = known == null ? told.sites().size() : known;
            if (known == null || !told.sites().site(number).equals(site)) {
                everybody(new SiteDescribed(number, site));
                sites.put(site.code(), number);
            }
            return number;
        });
    }

    /** What is known of the site of that number. */
    public SiteIndex.Site site(int number) {
        appending.lock();
        try {
            return told.sites().site(number);
        } finally {
            appending.unlock();
        }
    }

    /** How many sites have a number; the numbers begin with 1. */
    public int sites() {
        appending.lock();
        try {
            return told.sites().size() - 1;
        } finally {
            appending.unlock();
        }
    }

    /** The newest version of the table of limits that it knows; 0 for none. */
    public int newestLimits() {
        appending.lock();
        try {
            return told.newestLimits();
        } finally {
            appending.unlock();
        }
    }

    /** The number of a lane. */
    public int lane(Lane lane) throws InterruptedException {
        return (int) appending(() -> {
            var known = lanes.get(lane);
            int number = known == null ? told.lanes().size() : known;
            if (known == null) {
                everybody(new LaneNamed(number, lane));
                lanes.put(lane, number);
            }
            return number;
        });
    }

    /**
     * One more version of the table of limits.
     *
     * @throws IllegalArgumentException if it counts from before now, except the first: what was decided stays decided
     */
    public long limits(Limits limits) throws InterruptedException {
        return appending(() -> {
            if (told.hasLimits() && limits.effectiveFrom().getEpochSecond() < arrival) {
                throw new IllegalArgumentException("Version %d counts from %s, which is over: it must be now or later."
                        .formatted(limits.version(), limits.effectiveFrom()));
            }
            return everybody(new LimitsAdded(limits));
        });
    }

    /** All closures of a site, in place of those known before; nothing is written if they are the same. */
    public long closes(int site, List<Span> spans) throws InterruptedException {
        return appending(() -> told.closures(site).equals(spans)
                ? log.lastDurableLsn()
                : everybody(new SiteCloses(site, spans)));
    }

    /** A person lets a parcel rest. */
    public long rests(long key, Pause pause) throws InterruptedException {
        return one(key, new Rests(key, pause));
    }

    /** A person ends the parcel's pause of that id. */
    public long pauseEnded(long key, String id) throws InterruptedException {
        return one(key, new PauseEnded(key, id));
    }

    /** A person settles the parcel's present silence. */
    public long settled(long key) throws InterruptedException {
        return one(key, new Settled(key));
    }

    /** Time has passed: to be called each second or so, for without news an idle network would never be silent. */
    public long heartbeat() throws InterruptedException {
        return appending(() -> log.append(Worker.EVERYBODY, arrival, Records.write(new Heartbeat())));
    }

    /** Returns when everything up to that number is on disk. */
    public void awaitDurable(long lsn) throws InterruptedException {
        log.awaitDurable(lsn);
    }

    /** The same, and none of the frames from the first number on was lost on a full disk. */
    public void awaitDurable(long first, long last) throws InterruptedException {
        log.awaitDurable(first, last);
    }

    /**
     * Remembers that all scans of a sender's batch were appended, in frames from that number on; returns when they and this are on disk. It
     * is never there without them.
     *
     * @param first the batch's first frame; {@link Long#MAX_VALUE} if it has none
     * @throws io.waypost.watch.log.LogFailure if any of them is lost: the batch was not taken
     */
    public void batchTaken(String sender, long number, long first) throws InterruptedException {
        var taken = new BatchTaken(sender, number, clock.getAsInt());
        long lsn = appending(() -> log.appendBehind(first, Worker.EVERYBODY, arrival, Records.write(taken)));
        log.awaitDurable(Math.min(first, lsn), lsn);
        senders.learn(taken);
    }

    /** Those who number their batches. */
    public Senders senders() {
        return senders;
    }

    /** Completes when everything up to that number is on disk. */
    public CompletionStage<Void> durable(long lsn) {
        return log.durable(lsn);
    }

    /**
     * The parcel as the watch remembers it once everything up to that number is applied; null if it does not.
     *
     * @param after what {@link #append} gave back, to see one's own scans; 0 for whatever is known now
     */
    public CompletableFuture<@Nullable ParcelLook> look(long key, long after) {
        return workers.get(Shards.of(key) % workers.size()).look(key, after);
    }

    /**
     * Tells the scans of a parcel in the order of their arrival; what was appended last may still be on its way.
     *
     * @throws IOException if the disk refuses
     */
    public void timeline(long key, EventSink sink) throws IOException {
        timelines.tell(key, sink);
    }

    /**
     * Tells the scans of a parcel that arrived at that second since 1970 or later, in the order of their arrival.
     *
     * @throws IOException if the disk refuses
     */
    public void timeline(long key, int fromArrival, EventSink sink) throws IOException {
        timelines.store().timeline(key, fromArrival, Integer.MAX_VALUE, sink);
    }

    /**
     * The next parcels of a sample of all those in the timelines, as {@link io.waypost.watch.timeline.TimelineStore#sample}.
     *
     * @throws IOException if the disk refuses
     */
    public long[] sample(int oneIn, int fromArrival, long from, int most) throws IOException {
        return timelines.store().sample(oneIn, fromArrival, from, most);
    }

    /** How many scans the timelines have. */
    public long scans() {
        return timelines.store().events();
    }

    /** Returns when the timelines have everything up to that number. */
    public void awaitTimelines(long lsn) throws InterruptedException {
        timelines.await(lsn);
    }

    /** How it is. */
    public EngineState state() {
        var troubles = new ArrayList<String>();
        long applied = Long.MAX_VALUE;
        long parcels = 0;
        long bytes = 0;
        long findings = 0;
        int skipped = 0;
        boolean stopped = false;
        for (var worker : workers) {
            var seen = worker.seen();
            applied = Math.min(applied, seen.position());
            parcels += seen.parcels();
            bytes += seen.bytes();
            findings += seen.findings();
            skipped += worker.skippedSnapshots();
            var failure = worker.failure();
            var trouble = failure != null ? "A worker stopped: " + failure : worker.trouble();
            stopped |= failure != null;
            if (trouble != null) {
                troubles.add(trouble);
            }
        }
        var timelinesFailed = timelines.failure();
        var timelineTrouble = timelinesFailed != null
                ? "The timelines stopped: " + timelinesFailed
                : timelines.trouble();
        if (timelineTrouble != null) {
            troubles.add(timelineTrouble);
        }
        if (sums != null) {
            var sumsFailed = sums.failure();
            var sumTrouble = sumsFailed != null ? "The sums stopped: " + sumsFailed : sums.trouble();
            if (sumTrouble != null) {
                troubles.add(sumTrouble);
            }
        }
        return new EngineState(log.state(), log.lastDurableLsn(), applied, parcels, bytes, findings, skipped, troubles,
                stopped);
    }

    /** Takes nothing more, applies what was taken, hands over what was found and counted, and writes all shards down. */
    @Override
    public void close() {
        log.close();
        WorkerThread.end(workers, true);
        try {
            timelines.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (sums != null) {
                sums.end();
            }
        }
    }

    private long one(long key, WatchRecord record) throws InterruptedException {
        return appending(() -> log.append(Shards.of(key), arrival, Records.write(record)));
    }

    /** Only while appending. What later frames build upon has to be on disk before them: a full disk may drop frames it had taken. */
    private long everybody(WatchRecord record) throws InterruptedException {
        long lsn = log.append(Worker.EVERYBODY, arrival, Records.write(record));
        log.awaitDurable(lsn);
        told.learn(record);
        return lsn;
    }

    /** Arrivals never go back in the log, so they are given in the order of appending. */
    private long appending(Append append) throws InterruptedException {
        appending.lockInterruptibly();
        try {
            for (var worker : workers) {
                var failure = worker.failure();
                if (failure != null) {
                    throw new EngineFailure("The watch has stopped: " + failure, failure);
                }
            }
            arrival = Math.max(arrival, clock.getAsInt());
            return append.append();
        } finally {
            appending.unlock();
        }
    }
}
