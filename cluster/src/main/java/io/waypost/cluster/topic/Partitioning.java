package io.waypost.cluster.topic;

import io.waypost.watch.table.Shards;
import java.io.Serializable;

/**
 * Which partition of the topic holds which shards: neighbours lie together, cut as Flink cuts its key groups, so that a subtask needs few
 * partitions. It never changes for a topic, since a shard's frames must keep one order.
 *
 * @param count how many partitions the topic has, 1 to {@link Shards#COUNT}
 */
public record Partitioning(int count) implements Serializable {

    public Partitioning {
        if (count < 1 || count > Shards.COUNT) {
            throw new IllegalArgumentException(
                    "A topic of scans has 1 to %d partitions, not %d.".formatted(Shards.COUNT, count));
        }
    }

    /** The partition of a shard. */
    public int partition(int shard) {
        return shard * count / Shards.COUNT;
    }

    /** The first shard of a partition; that of {@link #count} is the number of shards. */
    public int firstShard(int partition) {
        return Math.ceilDiv(partition * Shards.COUNT, count);
    }
}
