package io.waypost.cluster.job;

import java.util.Collection;
import java.util.Map;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/**
 * A job without state reads each partition from its first record; if that is gone, it does not start, since what it would find without the
 * beginning is not what was to be found. One with state goes on where it was, and stops if the topic no longer has that: Flink's own way
 * from the earliest record would jump over what is missing.
 */
// Flink's interface asks for the class that Kafka would rather see gone.
@SuppressWarnings("deprecation")
final class FromTheBeginning implements OffsetsInitializer {

    @Override
    public Map<TopicPartition, Long> getPartitionOffsets(Collection<TopicPartition> partitions,
            PartitionOffsetsRetriever retriever) {
        var beginnings = retriever.beginningOffsets(partitions);
        beginnings.forEach((partition, first) -> {
            if (first > 0) {
                throw new IllegalStateException(
                        "%s begins with record %d.%nMaybe start from a savepoint, or write a new topic."
                                .formatted(partition, first));
            }
        });
        return beginnings;
    }

    @Override
    public OffsetResetStrategy getAutoOffsetResetStrategy() {
        return OffsetResetStrategy.NONE;
    }
}
