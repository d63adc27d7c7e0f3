package io.waypost.watch.table;

/**
 * Where keys belong in a table. The hash is a bijection, so that no two keys share one and "ascending by hash" is a total order; homes
 * are monotone in it.
 */
final class KeyHash {

    private KeyHash() {}

    /** Every bit of the key moves every bit of the hash (the finaliser of SplitMix64, Stafford's variant 13). */
    static long of(long key) {
        long hash = (key ^ (key >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }

    /** The hash's share of the homes, 0 to homes − 1: a multiplication instead of a remainder, for any number of homes. */
    static int home(long hash, int homes) {
        return (int) Math.unsignedMultiplyHigh(hash, homes);
    }

    /** Whether the first comes before the second; hashes are unsigned. */
    static boolean before(long first, long second) {
        return first + Long.MIN_VALUE < second + Long.MIN_VALUE;
    }
}
