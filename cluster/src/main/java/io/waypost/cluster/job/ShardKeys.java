package io.waypost.cluster.job;

import io.waypost.watch.table.Shards;
import java.util.Arrays;

/** For each shard a key that Flink puts into the key group of that number. */
final class ShardKeys {

    private static final long[] KEYS = keys();

    private ShardKeys() {}

    static long of(int shard) {
        return KEYS[shard];
    }

    private static long[] keys() {
        long[] keys = new long[Shards.COUNT];
        Arrays.fill(keys, -1);
        int missing = keys.length;
        for (long key = 0; missing > 0; key++) {
            int shard = Shards.of(key);
            if (keys[shard] < 0) {
                keys[shard] = key;
                missing--;
            }
        }
        return keys;
    }
}
