package io.waypost.cluster.job;

/** A frame on its way to the shard it concerns: what Flink's serializer for such classes wants, public fields and no arguments. */
public final class Frame {

    /** The shard. */
    public int shard;

    /** Its arrival, in seconds since 1970. */
    public int second;

    /** Whether it concerns all parcels; each shard of the partition gets one. */
    public boolean everybody;

    /** The frame as in the embedded engine's log. */
    public byte[] payload = {};
}
