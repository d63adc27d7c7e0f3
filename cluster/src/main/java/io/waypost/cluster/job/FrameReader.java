package io.waypost.cluster.job;

import io.waypost.cluster.topic.LogRecord;
import io.waypost.cluster.topic.Partitioning;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Makes frames of records. One that concerns all parcels becomes a frame for each shard of its partition: they go the same way as the
 * partition's scans, so that every shard sees the order of the partition.
 */
final class FrameReader implements KafkaRecordDeserializationSchema<Frame> {

    private final Partitioning partitioning;

    FrameReader(Partitioning partitioning) {
        this.partitioning = partitioning;
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> found, Collector<Frame> out) {
        int shard = LogRecord.shard(found, partitioning);
        if (shard != LogRecord.EVERYBODY) {
            out.collect(frame(found, shard, false));
            return;
        }
        int end = partitioning.firstShard(found.partition() + 1);
        for (int each = partitioning.firstShard(found.partition()); each < end; each++) {
            out.collect(frame(found, each, true));
        }
    }

    @Override
    public TypeInformation<Frame> getProducedType() {
        return Types.POJO(Frame.class);
    }

    private static Frame frame(ConsumerRecord<byte[], byte[]> found, int shard, boolean everybody) {
        var frame = new Frame();
        frame.shard = shard;
        frame.second = LogRecord.second(found);
        frame.everybody = everybody;
        frame.payload = found.value();
        return frame;
    }
}
