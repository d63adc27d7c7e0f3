package io.waypost.cluster.job;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Makes records of findings; those of a parcel lie in one partition. */
final class FoundWriter implements KafkaRecordSerializationSchema<Found> {

    private final String topic;

    FoundWriter(String topic) {
        this.topic = topic;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(Found found, KafkaSinkContext context, @Nullable Long timestamp) {
        return new ProducerRecord<>(topic, Long.toString(found.key).getBytes(StandardCharsets.US_ASCII), found.json);
    }
}
