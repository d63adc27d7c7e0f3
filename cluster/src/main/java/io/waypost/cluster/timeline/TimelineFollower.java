package io.waypost.cluster.timeline;

import io.waypost.cluster.topic.BookTopic;
import io.waypost.cluster.topic.LogRecord;
import io.waypost.cluster.topic.Partitioning;
import io.waypost.cluster.topic.Readers;
import io.waypost.cluster.topic.TopicNames;
import io.waypost.cluster.topic.Topics;
import io.waypost.watch.record.WatchRecord.SiteDescribed;
import io.waypost.watch.table.Shards;
import io.waypost.watch.timeline.EventSink;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * Follows some partitions of the topic and keeps their timelines; each partition has one follower at a time. Every scan is there once,
 * however often it stops: it goes on behind what is on disk.
 */
public final class TimelineFollower implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final long TENDING_MILLISECONDS = 1_000;

    private final TopicNames names;
    private final Partitioning partitioning;
    private final FollowerSettings settings;
    private final NavigableMap<Integer, PartitionTimelines> stores = new TreeMap<>();
    private final Map<Integer, String> sites = new ConcurrentHashMap<>();
    private final BookTopic book;
    private final Consumer<byte[], byte[]> reader;
    private final Thread following = Thread.ofPlatform().daemon().name("timelines").unstarted(this::follow);
    private final Thread tending = Thread.ofPlatform().daemon().name("timelines-merge").unstarted(this::tend);
    private long sealedAt = System.nanoTime();
    private volatile boolean ending;
    private volatile @Nullable String trouble;
    private volatile @Nullable Throwable failure;

    private TimelineFollower(TopicNames names, Partitioning partitioning, FollowerSettings settings, BookTopic book,
            Consumer<byte[], byte[]> reader) {
        this.names = names;
        this.partitioning = partitioning;
        this.settings = settings;
        this.book = book;
        this.reader = reader;
    }

    /**
     * Opens the folders, and begins to follow.
     *
     * @param partitions those that are kept here
     * @throws IOException if another process has a folder, or it is damaged
     * @throws IllegalStateException if the topic no longer has what follows a folder's end
     */
    public static TimelineFollower open(Properties kafka, TopicNames names, Collection<Integer> partitions,
            FollowerSettings settings) throws IOException, InterruptedException {
        var partitioning = Topics.partitioning(kafka, names);
        var followed = new ArrayList<TopicPartition>();
        partitions.forEach(number -> followed.add(new TopicPartition(names.scans(), number)));
        followed.add(new TopicPartition(names.book(), 0));
        var follower = new TimelineFollower(names, partitioning, settings, new BookTopic(),
                Readers.of(kafka, followed));
        boolean open = false;
        try {
            for (int number : partitions) {
                follower.stores.put(number,
                        PartitionTimelines.open(settings.folder(), number, settings.timelines().plan()));
            }
            follower.seek(followed);
            follower.following.start();
            follower.tending.start();
            open = true;
            return follower;
        } finally {
            if (!open) {
                follower.discard();
            }
        }
    }

    /** Whether the parcel's timeline is kept here. */
    public boolean keeps(long key) {
        return stores.containsKey(partition(key));
    }

    /** Tells the scans of a parcel in the order of their arrival; what was written last may still be on its way. */
    public void timeline(long key, EventSink sink) throws IOException {
        var store = stores.get(partition(key));
        if (store == null) {
            throw new IllegalArgumentException("Partition %d is not kept here.".formatted(partition(key)));
        }
        store.timeline(key, sink);
    }

    /** The code of a site by its number; null where it is not known. */
    public @Nullable String site(int number) {
        return sites.get(number);
    }

    /** How far a partition is. */
    public record Progress(int partition, long read, long onDisk, int inMemory) {}

    /** How far it is, partition by partition. */
    public List<Progress> progress() {
        return stores.values().stream().map(
                store -> new Progress(store.partition(), store.read(), store.next() - 1, store.inMemory())).toList();
    }

    /** What does not work at the moment and is tried again, or why it stopped; null if all is well. */
    public @Nullable String trouble() {
        var stopped = failure;
        return stopped == null ? trouble : "The timelines stopped: " + stopped;
    }

    /** Whether it still follows. */
    public boolean follows() {
        return failure == null && !ending;
    }

    /** Puts on disk what is in memory only, and lets go. */
    @Override
    public void close() throws IOException {
        ending = true;
        reader.wakeup();
        tending.interrupt();
        await(following);
        await(tending);
        discard();
    }

    private static void await(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private int partition(long key) {
        return partitioning.partition(Shards.of(key));
    }

    private void seek(List<TopicPartition> followed) {
        var beginnings = reader.beginningOffsets(followed);
        for (var partition : followed) {
            long first = beginnings.getOrDefault(partition, 0L);
            var store = partition.topic().equals(names.scans()) ? stores.get(partition.partition()) : null;
            long next = store == null ? first : store.next();
            if (next > 0 && next < first) {
                throw new IllegalStateException(
                        "The timelines of %s end before record %d, and the topic begins with %d.%nMaybe restore the folder from a newer backup, or begin a new one and miss what is between."
                                .formatted(partition, next, first));
            }
            reader.seek(partition, Math.max(next, first));
        }
    }

    private void follow() {
        try (reader) {
            while (!ending) {
                for (var record : reader.poll(POLL)) {
                    if (record.topic().equals(names.book())) {
                        learn(record);
                    } else {
                        // Refuses what is not ours.
                        int _ = LogRecord.shard(record, partitioning);
                        store(record.partition()).take(record);
                    }
                }
                sealIfDue();
            }
        } catch (WakeupException _) {
            // It is ending.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private PartitionTimelines store(int partition) {
        return Objects.requireNonNull(stores.get(partition));
    }

    private void learn(ConsumerRecord<byte[], byte[]> record) {
        if (book.take(record) instanceof SiteDescribed(var number, var site)) {
            sites.put(number, site.code());
        }
    }

    /** What cannot be put on disk stays in memory and in the topic; nothing more is read meanwhile. */
    private void sealIfDue() throws InterruptedException {
        boolean late = System.nanoTime() - sealedAt > settings.sealEvery().toNanos();
        for (var store : stores.values()) {
            while (!ending && (late || store.inMemory() >= settings.timelines().sealEvents())) {
                try {
                    store.seal();
                    trouble = null;
                    break;
                } catch (IOException e) {
                    trouble = "Timelines cannot be put on disk: " + e;
                    Thread.sleep(TENDING_MILLISECONDS);
                }
            }
        }
        if (late) {
            sealedAt = System.nanoTime();
        }
    }

    private void tend() {
        try {
            while (!ending) {
                for (var store : stores.values()) {
                    try {
                        store.tend(settings.timelines().kept().toSeconds());
                    } catch (IOException e) {
                        trouble = "Timelines cannot be merged: " + e;
                    }
                }
                Thread.sleep(TENDING_MILLISECONDS);
            }
        } catch (InterruptedException _) {
            // It is ending.
        } catch (RuntimeException e) {
            trouble = "Timelines are no longer merged: " + e;
        }
    }

    private void discard() throws IOException {
        if (following.getState() == Thread.State.NEW) {
            reader.close();
        }
        IOException failed = null;
        for (var store : stores.values()) {
            try (store) {
                if (following.getState() != Thread.State.NEW) {
                    store.seal();
                }
            } catch (IOException e) {
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
