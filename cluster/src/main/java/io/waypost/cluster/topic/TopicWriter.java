package io.waypost.cluster.topic;

import io.waypost.core.watch.Lane;
import io.waypost.core.watch.Limits;
import io.waypost.core.watch.Pause;
import io.waypost.core.watch.SiteIndex;
import io.waypost.watch.host.Book;
import io.waypost.watch.host.ScanBatch;
import io.waypost.watch.record.Records;
import io.waypost.watch.record.WatchRecord;
import io.waypost.watch.record.WatchRecord.LaneNamed;
import io.waypost.watch.record.WatchRecord.LimitsAdded;
import io.waypost.watch.record.WatchRecord.PauseEnded;
import io.waypost.watch.record.WatchRecord.Rests;
import io.waypost.watch.record.WatchRecord.Settled;
import io.waypost.watch.record.WatchRecord.SiteCloses;
import io.waypost.watch.record.WatchRecord.SiteDescribed;
import io.waypost.watch.record.WatchRecord.SitesDescribed;
import io.waypost.watch.record.WatchRecord.Span;
import io.waypost.watch.table.Shards;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Writes the topic of scans as the embedded engine writes its log; safe for threads. There is one such writer at a time, since it gives
 * the numbers of sites and lanes: one that is opened later fences this one off.
 *
 * <p>What concerns all parcels goes into every partition in one transaction, so that no partition ever knows what another will not.
 */
public final class TopicWriter implements AutoCloseable {

    /** How many sites are told of in one transaction. */
    private static final int TOGETHER = 500;

    private final TopicNames names;
    private final Partitioning partitioning;
    private final IntSupplier clock;
    private final Producer<byte[], byte[]> scans;
    private final Producer<byte[], byte[]> teller;
    private final ReentrantLock telling = new ReentrantLock();
    private final Book told = new Book();
    private final Map<String, Integer> sites = new HashMap<>();
    private final Map<Lane, Integer> lanes = new HashMap<>();
    private boolean broken;

    /**
     * Opens it, and learns what was told before.
     *
     * @param clock the present second since 1970; it counts only where the topic does not take the broker's
     */
    public TopicWriter(Properties kafka, TopicNames names, IntSupplier clock) throws InterruptedException {
        this.names = names;
        this.partitioning = Topics.partitioning(kafka, names);
        this.clock = clock;
        this.teller = Producers.transactional(kafka, names.scans() + "-teller");
        this.scans = Producers.idempotent(kafka);
        boolean open = false;
        try {
            // Whoever told before is fenced off, and what it had begun is settled, before the book is read.
            teller.initTransactions();
            lanes.put(Lane.UNKNOWN, told.lanes().number(Lane.UNKNOWN));
            Readers.book(kafka, names).records().forEach(this::learn);
            open = true;
        } finally {
            if (!open) {
                close();
            }
        }
    }

    /**
     * Sends scans; complete when all of them are kept. If that fails, all have to be sent again, which does no harm.
     */
    public CompletableFuture<Void> append(ScanBatch batch) {
        if (!hasLimits()) {
            throw new IllegalStateException("The watch needs a table of limits before the first scan.");
        }
        return CompletableFuture.allOf(batch.frames().stream()
                .map(frame -> send(partitioning.partition(frame.shard()), frame.shard(), frame.payload()))
                .toArray(CompletableFuture[]::new));
    }

    /** The number of a site, of which this is known from now on. */
    public int site(SiteIndex.Site site) {
        return locked(() -> {
            var known = sites.get(site.code());
            int number = known == null ? told.sites().size() : known;
            if (known == null || !told.sites().site(number).equals(site)) {
                everybody(new SiteDescribed(number, site));
            }
            return number;
        });
    }

    /** Tells of many sites, some hundred at once; {@link #site} gives their numbers at once then. */
    public void sites(Collection<SiteIndex.Site> described) {
        locked(() -> {
            var fresh = new ArrayList<SiteIndex.Site>();
            var codes = new HashSet<String>();
            for (var site : described) {
                if (!sites.containsKey(site.code()) && codes.add(site.code())) {
                    fresh.add(site);
                }
                if (fresh.size() == TOGETHER) {
                    everybody(new SitesDescribed(told.sites().size(), fresh));
                    fresh.clear();
                }
            }
            return fresh.isEmpty() || everybody(new SitesDescribed(told.sites().size(), fresh));
        });
        described.forEach(this::site);
    }

    /** The number of a lane. */
    public int lane(Lane lane) {
        return locked(() -> {
            var known = lanes.get(lane);
            int number = known == null ? told.lanes().size() : known;
            if (known == null) {
                everybody(new LaneNamed(number, lane));
            }
            return number;
        });
    }

    /**
     * One more version of the table of limits.
     *
     * @throws IllegalArgumentException if it counts from before now, except the first: what was decided stays decided
     */
    public void limits(Limits limits) {
        locked(() -> {
            if (told.hasLimits() && limits.effectiveFrom().getEpochSecond() < clock.getAsInt()) {
                throw new IllegalArgumentException("Version %d counts from %s, which is over: it must be now or later."
                        .formatted(limits.version(), limits.effectiveFrom()));
            }
            return everybody(new LimitsAdded(limits));
        });
    }

    /** All closures of a site, in place of those known before. */
    public void closes(int site, List<Span> spans) {
        locked(() -> everybody(new SiteCloses(site, spans)));
    }

    /** A person lets a parcel rest. */
    public CompletableFuture<Void> rests(long key, Pause pause) {
        return one(key, new Rests(key, pause));
    }

    /** A person ends the parcel's pause of that id. */
    public CompletableFuture<Void> pauseEnded(long key, String id) {
        return one(key, new PauseEnded(key, id));
    }

    /** A person settles the parcel's present silence. */
    public CompletableFuture<Void> settled(long key) {
        return one(key, new Settled(key));
    }

    /** Time has passed, in every partition: to be called each second or so, for a partition without scans would stand still. */
    public CompletableFuture<Void> heartbeat() {
        return Heartbeats.send(scans, names, partitioning, clock.getAsInt());
    }

    /** Sends what waits and lets go; what was not acknowledged by then may be lost. */
    @Override
    public void close() {
        try {
            scans.close();
        } finally {
            teller.close();
        }
    }

    /** Whether anything can be watched yet. */
    public boolean hasLimits() {
        return locked(told::hasLimits);
    }

    private CompletableFuture<Void> one(long key, WatchRecord told) {
        int shard = Shards.of(key);
        return send(partitioning.partition(shard), shard, Records.write(told));
    }

    private CompletableFuture<Void> send(int partition, int shard, ByteBuffer frame) {
        return Producers.send(scans,
                LogRecord.of(names.scans(), partition, shard, clock.getAsInt(), frame));
    }

    /** Only under the lock. */
    private boolean everybody(WatchRecord record) {
        if (broken) {
            throw new IllegalStateException(
                    "It is not known whether the last record was kept.%nMaybe open the writer again.".formatted());
        }
        broken = true;
        int second = clock.getAsInt();
        try {
            teller.beginTransaction();
            tell(record, second);
            teller.commitTransaction();
        } catch (KafkaException e) {
            throw new IllegalStateException("%s could not be told to all partitions: %s".formatted(record, e), e);
        }
        broken = false;
        learn(record);
        return true;
    }

    private void tell(WatchRecord record, int second) {
        var frame = Records.write(record);
        for (int partition = 0; partition < partitioning.count(); partition++) {
            var _ = teller.send(LogRecord.of(names.scans(), partition, LogRecord.EVERYBODY, second, frame));
        }
        for (var entry : BookTopic.entries(record)) {
            var _ = teller.send(new ProducerRecord<>(names.book(), 0, BookTopic.key(entry),
                    LogRecord.bytes(Records.write(entry))));
        }
    }

    private void learn(WatchRecord record) {
        told.learn(record);
        switch (record) {
            case SiteDescribed(var number, var site) -> sites.put(site.code(), number);
            case SitesDescribed all -> all.each().forEach(each -> sites.put(each.site().code(), each.number()));
            case LaneNamed(var number, var lane) -> lanes.put(lane, number);
            default -> {
                // It has no number.
            }
        }
    }

    private <T> T locked(Supplier<T> step) {
        telling.lock();
        try {
            return step.get();
        } finally {
            telling.unlock();
        }
    }
}
