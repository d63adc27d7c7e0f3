package io.waypost.watch.table;

/**
 * Which shard (分片) a parcel belongs to. The same as the key group that Apache Flink assigns to a {@code Long} key with a maximal
 * parallelism of {@link #COUNT}, so that both hosts of the watch cut the parcels alike; it must never change.
 */
public final class Shards {

    /** How many shards there are, whatever the number of threads or machines. */
    public static final int COUNT = 128;

    private Shards() {}

    /** The shard of a waybill's key, 0 to {@link #COUNT} − 1. */
    public static int of(long key) {
        return nonNegative(murmur(Long.hashCode(key))) % COUNT;
    }

    /** MurmurHash3 for 32 bits (Austin Appleby, public domain) of the four bytes of the code, lowest first, with seed 0. */
    static int murmur(int code) {
        int hash = Integer.rotateLeft(code * 0xcc9e2d51, 15) * 0x1b873593;
        hash = Integer.rotateLeft(hash, 13) * 5 + 0xe6546b64;
        hash ^= Integer.BYTES;
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
        return hash ^ (hash >>> 16);
    }

    /** Its absolute value; 0 for the one number that has none. */
    private static int nonNegative(int hash) {
        return hash == Integer.MIN_VALUE ? 0 : Math.abs(hash);
    }
}
