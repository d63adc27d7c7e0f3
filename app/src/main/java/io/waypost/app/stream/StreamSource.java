package io.waypost.app.stream;

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
}
