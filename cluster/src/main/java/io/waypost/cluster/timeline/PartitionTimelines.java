package io.waypost.cluster.timeline;

import io.waypost.cluster.topic.LogRecord;
import io.waypost.watch.host.ScanEvents;
import io.waypost.watch.timeline.EventSink;
import io.waypost.watch.timeline.FolderStorage;
import io.waypost.watch.timeline.TimelinePlan;
import io.waypost.watch.timeline.TimelineStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The timelines of one partition, in a folder of their own; a place in the log is the number of a record in the partition. One thread
 * takes and seals, another tends, anybody reads.
 */
final class PartitionTimelines implements AutoCloseable {

    private final int partition;
    private final FolderStorage storage;
    private final TimelineStore store;
    private final ScanEvents events = new ScanEvents();
    private volatile int arrival;

    private PartitionTimelines(int partition, FolderStorage storage, TimelineStore store) {
        this.partition = partition;
        this.storage = storage;
        this.store = store;
    }

    /** Refused if another process has them. */
    static PartitionTimelines open(Path folder, int partition, TimelinePlan plan) throws IOException {
        var storage = FolderStorage.open(folder.resolve("partition-%03d".formatted(partition)));
        try {
            return new PartitionTimelines(partition, storage, TimelineStore.open(storage, plan));
        } catch (IOException | RuntimeException failed) {
            storage.close();
            throw failed;
        }
    }

    int partition() {
        return partition;
    }

    /** The record to go on with: what comes before is on disk. */
    long next() {
        return store.sealedLsn() + 1;
    }

    /** The last record that can be read, −1 if none. */
    long read() {
        return store.appendedLsn();
    }

    int inMemory() {
        return store.tailEvents();
    }

    /** Takes a record of the partition; one that it has already is passed over. */
    void take(ConsumerRecord<byte[], byte[]> record) {
        arrival = Math.max(arrival, LogRecord.second(record));
        store.append(events.of(ByteBuffer.wrap(record.value()), LogRecord.second(record)), record.offset());
    }

    void seal() throws IOException {
        store.seal();
    }

    /** Lets segments grow together, and drops those of which all is older than is kept. */
    void tend(long keptSeconds) throws IOException {
        if (arrival > 0) {
            store.retain((int) Math.max(Integer.MIN_VALUE, arrival - keptSeconds));
        }
        boolean more = true;
        while (more) {
            more = store.merge();
        }
    }

    void timeline(long key, EventSink sink) throws IOException {
        store.timeline(key, sink);
    }

    @Override
    public void close() throws IOException {
        store.close();
        storage.close();
    }
}
