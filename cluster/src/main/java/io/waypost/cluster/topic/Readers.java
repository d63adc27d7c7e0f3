package io.waypost.cluster.topic;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Opens readers that see only what was committed, and that never jump over what is missing. */
public final class Readers {

    private static final Duration POLL = Duration.ofMillis(200);

    private Readers() {}

    /** A reader of these partitions; whoever opens it says where it begins. */
    public static Consumer<byte[], byte[]> of(Properties kafka, List<TopicPartition> partitions) {
        var settings = new Properties();
        settings.putAll(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        var reader = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        reader.assign(partitions);
        return reader;
    }

    /** The book as the topic tells it now. */
    static BookTopic book(Properties kafka, TopicNames names) {
        var partition = new TopicPartition(names.book(), 0);
        var book = new BookTopic();
        try (var reader = of(kafka, List.of(partition))) {
            reader.seekToBeginning(List.of(partition));
            long end = reader.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (reader.position(partition) < end) {
                reader.poll(POLL).forEach(book::take);
            }
        }
        return book;
    }
}
