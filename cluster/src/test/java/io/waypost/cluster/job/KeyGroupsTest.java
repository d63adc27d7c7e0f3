package io.waypost.cluster.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.cluster.topic.Partitioning;
import io.waypost.watch.table.Shards;
import java.util.Random;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Shards, key groups of Flink and partitions are cut alike")
class KeyGroupsTest {

    @Test
    void aShardIsTheKeyGroupOfItsParcels() {
        var random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            long key = random.nextLong();
            assertThat(Shards.of(key)).isEqualTo(KeyGroupRangeAssignment.assignToKeyGroup(key, Shards.COUNT));
        }
        for (int shard = 0; shard < Shards.COUNT; shard++) {
            assertThat(KeyGroupRangeAssignment.assignToKeyGroup(ShardKeys.of(shard), Shards.COUNT)).isEqualTo(shard);
        }
    }

    @Test
    void aPartitionIsWhatASubtaskOfTheSameParallelismOwns() {
        for (int count = 1; count <= Shards.COUNT; count++) {
            var partitioning = new Partitioning(count);
            for (int partition = 0; partition < count; partition++) {
                var range = KeyGroupRangeAssignment.computeKeyGroupRangeForOperatorIndex(Shards.COUNT, count,
                        partition);
                assertThat(range.getStartKeyGroup()).isEqualTo(partitioning.firstShard(partition));
                assertThat(range.getEndKeyGroup() + 1).isEqualTo(partitioning.firstShard(partition + 1));
                for (int shard : range) {
                    assertThat(partitioning.partition(shard)).isEqualTo(partition);
                }
            }
        }
    }

    @Test
    void aTopicHasAtMostAPartitionAShard() {
        assertThatThrownBy(() -> new Partitioning(0)).hasMessageContaining("not 0");
        assertThatThrownBy(() -> new Partitioning(129)).hasMessageContaining("not 129");
    }
}
