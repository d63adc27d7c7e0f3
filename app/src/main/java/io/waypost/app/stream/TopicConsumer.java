package io.waypost.app.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Connects to a topic of Kafka as a member of a group that itself says how far it has read. */
public final class TopicConsumer {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private TopicConsumer() {}

    /**
     * A consumer that has subscribed to the topic.
     *
     * @param further settings of Kafka's client, such as those of its security
     * @throws RuntimeException if no broker answers or the topic is not there
     */
    public static Consumer<byte[], byte[]> of(String brokers, String group, String topic,
            Map<String, String> further) {
        var properties = new HashMap<String, Object>(further);
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            // Polling says nothing where no broker answers or the topic is not there; this does.
            if (consumer.partitionsFor(topic, PATIENCE).isEmpty()) {
                throw new IllegalStateException("There is no topic " + topic);
            }
            consumer.subscribe(List.of(topic));
            return consumer;
        } catch (RuntimeException unreachable) {
            consumer.close();
            throw unreachable;
        }
    }
}
