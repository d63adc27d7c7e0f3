package io.waypost.cluster.topic;

import io.waypost.watch.table.Shards;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record of the topic of scans: the key is the number of the shard (4 bytes), the value a frame as in the embedded engine's log, and the
 * timestamp its arrival.
 */
public final class LogRecord {

    /** The shard number of frames that concern all parcels; every partition has them. */
    public static final int EVERYBODY = Shards.COUNT;

    private static final long SECOND = 1_000;

    private LogRecord() {}

    static ProducerRecord<byte[], byte[]> of(String topic, int partition, int shard, int second, ByteBuffer frame) {
        return new ProducerRecord<>(topic, partition, second * SECOND, key(shard), bytes(frame));
    }

    /**
     * The shard that a record is for, or {@link #EVERYBODY}.
     *
     * @throws IllegalStateException if it cannot be one of ours: passing over it could change what is found
     */
    public static int shard(ConsumerRecord<byte[], byte[]> found, Partitioning partitioning) {
        byte[] key = found.key();
        int shard = key == null || key.length != Integer.BYTES ? -1 : ByteBuffer.wrap(key).getInt();
        boolean ours = shard == EVERYBODY
                || (shard >= 0 && shard < Shards.COUNT && partitioning.partition(shard) == found.partition());
        if (!ours || found.value() == null || found.value().length == 0) {
            throw new IllegalStateException(
                    "Record %d of partition %d of %s is for shard %d, with a value of %d bytes; of %d partitions that cannot be.%nMaybe somebody else writes there, or partitions were added."
                            .formatted(found.offset(), found.partition(), found.topic(), shard, length(found.value()),
                                    partitioning.count()));
        }
        return shard;
    }

    /** Its arrival, in seconds since 1970. */
    public static int second(ConsumerRecord<byte[], byte[]> found) {
        return Math.toIntExact(found.timestamp() / SECOND);
    }

    static byte[] bytes(ByteBuffer frame) {
        return Arrays.copyOfRange(frame.array(), frame.arrayOffset() + frame.position(),
                frame.arrayOffset() + frame.limit());
    }

    private static byte[] key(int shard) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(shard).array();
    }

    private static int length(byte @Nullable [] value) {
        return value == null ? 0 : value.length;
    }
}
