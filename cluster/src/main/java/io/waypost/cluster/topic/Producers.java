package io.waypost.cluster.topic;

import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Opens writers whose records lie on enough brokers before they count, each once and in the order of sending. */
final class Producers {

    /** A writer that died within a transaction holds readers up for at most so long. */
    private static final String TRANSACTION_MILLISECONDS = "10000";
    private static final String LINGER_MILLISECONDS = "5";
    private static final String BATCH_BYTES = Integer.toString(256 << 10);

    private Producers() {}

    static Producer<byte[], byte[]> idempotent(Properties kafka) {
        return open(kafka, new Properties());
    }

    static Producer<byte[], byte[]> transactional(Properties kafka, String id) {
        var more = new Properties();
        more.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        more.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLISECONDS);
        return open(kafka, more);
    }

    static CompletableFuture<Void> send(Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> next) {
        var kept = new CompletableFuture<Void>();
        // Its own future tells the same.
        var _ = producer.send(next, (_, failure) -> {
            if (failure == null) {
                kept.complete(null);
            } else {
                kept.completeExceptionally(failure);
            }
        });
        return kept;
    }

    private static Producer<byte[], byte[]> open(Properties kafka, Properties more) {
        var settings = new Properties();
        settings.putAll(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLISECONDS);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.putAll(more);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
