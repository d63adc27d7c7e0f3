package io.waypost.cluster.job;

/** A finding on its way to its topic. */
public final class Found {

    /** The waybill's key, by which the topic keeps the order of a parcel's findings. */
    public long key;

    /** The finding as JSON. */
    public byte[] json = {};
}
