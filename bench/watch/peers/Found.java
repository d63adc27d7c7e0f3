import java.util.concurrent.atomic.LongAdder;

/** The multiset of what was found: how many, and a sum over them that does not depend on their order. Safe for threads. */
final class Found {

    private final LongAdder count = new LongAdder();
    private final LongAdder digest = new LongAdder();

    /** A finding of that parcel, of that kind, at that logical second. */
    void add(long key, String kind, int at) {
        long hash = key * 0x9e3779b97f4a7c15L;
        hash = (hash ^ (hash >>> 29) ^ kind.hashCode()) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 31) ^ at) * 0x94d049bb133111ebL;
        count.increment();
        digest.add(hash ^ (hash >>> 30));
    }

    long count() {
        return count.sum();
    }

    String digest() {
        return Long.toHexString(digest.sum());
    }
}
