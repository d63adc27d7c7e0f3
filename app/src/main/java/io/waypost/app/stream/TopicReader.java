package io.waypost.app.stream;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a topic of Kafka, each record at least once: Kafka is told how far we have read when what was read is taken. Whatever goes wrong
 * is said, and tried again from where Kafka knows us to be. Thread-safe.
 */
public final class TopicReader {

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

    /** What does not work; null if all is well. */
    public @Nullable String trouble() {
        return trouble;
    }

    /** Begins to read. */
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("topic-reader").start(this::follow);
    }

    /** Ends after the records at hand. */
    public void stop() {
        running = false;
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

    /** Whether it was started and not stopped. */
    public boolean running() {
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

    private static void rest() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
