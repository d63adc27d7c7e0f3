package io.waypost.app.stream;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Follows a topic of Kafka, each record at least once: Kafka is told how far we have read when what was read is taken. Whatever goes wrong
 * is said, and tried again from where Kafka knows us to be. As a bean it begins and ends with the platform. Thread-safe.
 */
public final class TopicReader implements SmartLifecycle, StreamTroubles {

    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration LONGEST_END = Duration.ofSeconds(20);

    private final String what;
    private final Supplier<org.apache.kafka.clients.consumer.Consumer<byte[], byte[]>> connect;
    private final Consumer<ConsumerRecords<byte[], byte[]>> take;
    private volatile boolean running;
    private volatile @Nullable String trouble;
    private volatile org.apache.kafka.clients.consumer.@Nullable Consumer<byte[], byte[]> open;
    private final Semaphore ending = new Semaphore(0);
    private @Nullable Thread thread;

    /**
     * A reader that does not read yet.
     *
     * @param what names what is read, in words for an operator
     * @param connect a consumer that has subscribed
     * @param take returns when the records are kept for good; if it throws they come again
     */
    public TopicReader(String what, Supplier<org.apache.kafka.clients.consumer.Consumer<byte[], byte[]>> connect,
            Consumer<ConsumerRecords<byte[], byte[]>> take) {
        this.what = what;
        this.connect = connect;
        this.take = take;
    }

    @Override
    public List<String> troubles() {
        var present = trouble;
        return present == null ? List.of() : List.of(present);
    }

    @Override
    public void start() {
        ending.drainPermits();
        running = true;
        thread = Thread.ofVirtual().name("topic-reader").start(this::follow);
    }

    /** Ends after the records at hand. */
    @Override
    public void stop() {
        running = false;
        ending.release();
        var consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
        var reading = thread;
        if (reading != null) {
            try {
                reading.join(LONGEST_END);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void follow() {
        while (running) {
            try (var consumer = connect.get()) {
                open = consumer;
                while (running) {
                    var records = consumer.poll(POLL);
                    if (!records.isEmpty()) {
                        take.accept(records);
                        consumer.commitSync();
                    }
                    trouble = null;
                }
            } catch (WakeupException _) {
                // The platform ends.
            } catch (RuntimeException failure) {
                // What was not committed is read again.
                trouble = "%s cannot be read: %s".formatted(what, failure.getMessage());
                LOG.error("{} cannot be read; tried again in {}", what, AFTER_FAILURE, failure);
                rest();
            } finally {
                open = null;
            }
        }
    }

    /** Whoever ends it need not wait for the next try. */
    private void rest() {
        try {
            boolean _ = ending.tryAcquire(AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
