package io.waypost.watch.table;

/** Keys of a given hash, to crowd them where one wants. */
final class KeyHashes {

    private KeyHashes() {}

    /** The one key with that hash. */
    static long keyOf(long hash) {
        long key = unshift(hash, 31) * inverse(0x94d049bb133111ebL);
        key = unshift(key, 27) * inverse(0xbf58476d1ce4e5b9L);
        return unshift(key, 30);
    }

    private static long unshift(long shifted, int by) {
        long value = shifted;
        for (int i = by; i < 64; i += by) {
            value = shifted ^ (value >>> by);
        }
        return value;
    }

    /** Newton's iteration doubles the correct bits each time. */
    private static long inverse(long odd) {
        long inverse = odd;
        for (int i = 0; i < 6; i++) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }
}
