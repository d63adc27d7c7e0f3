package io.waypost.app.stream;

import java.time.Instant;

/** Where all scans of the stream can be read: the engine of this node, or a cluster. Thread-safe. */
interface StreamSource {

    /** Whether it can be asked on this node. */
    boolean open();

    /** Whether new scans of picked parcels come by themselves; otherwise they have to be asked for again. */
    boolean follows();

    /** Returns when whatever had been taken before can be told. */
    void settle();

    /** Tells the scans of a parcel as far as they are known. */
    void tell(long parcel, PickedScans into);

    /** Tells those of its scans that arrived at that instant or later. */
    void tell(long parcel, Instant since, PickedScans into);

    /** How many scans {@link #sample} is a sample of; none where it cannot be drawn. */
    long size();

    /**
     * The next parcels of a sample of all, in the order of their keys as unsigned numbers, as far as anything arrived at that instant or
     * later; some may be told of which nothing did.
     *
     * @param from the lowest key to tell
     * @param most how many; fewer only at the end
     */
    long[] sample(Instant since, int oneIn, long from, int most);
}
