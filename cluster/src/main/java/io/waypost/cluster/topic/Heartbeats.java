package io.waypost.cluster.topic;

import io.waypost.watch.record.Records;
import io.waypost.watch.record.WatchRecord.Heartbeat;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;

/**
 * Tells every partition that time has passed. Any number of them may run at once: a shard's clock never goes back, whoever moves it.
 */
public final class Heartbeats implements AutoCloseable {

    private final TopicNames names;
    private final Partitioning partitioning;
    private final IntSupplier clock;
    private final Producer<byte[], byte[]> producer;

    /** @param clock the present second since 1970; it counts only where the topic does not take the broker's */
    public Heartbeats(Properties kafka, TopicNames names, IntSupplier clock) throws InterruptedException {
        this.names = names;
        this.partitioning = Topics.partitioning(kafka, names);
        this.clock = clock;
        this.producer = Producers.idempotent(kafka);
    }

    /** One for each partition; complete when all are kept. */
    public CompletableFuture<Void> beat() {
        return send(producer, names, partitioning, clock.getAsInt());
    }

    @Override
    public void close() {
        producer.close();
    }

    static CompletableFuture<Void> send(Producer<byte[], byte[]> producer, TopicNames names,
            Partitioning partitioning, int second) {
        var frame = Records.write(new Heartbeat());
        return CompletableFuture.allOf(IntStream.range(0, partitioning.count())
                .mapToObj(partition -> Producers.send(producer,
                        LogRecord.of(names.scans(), partition, LogRecord.EVERYBODY, second, frame)))
                .toArray(CompletableFuture[]::new));
    }
}
