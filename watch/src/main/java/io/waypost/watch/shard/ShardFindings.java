package io.waypost.watch.shard;

import io.waypost.core.watch.ClearCause;
import io.waypost.core.watch.ParcelState;

/** Hears what a shard finds; the state must not be kept. */
public interface ShardFindings {

    /**
     * A parcel is silent for longer than it may.
     *
     * @param at the logical second of the limit
     */
    void raised(long key, ParcelState state, int at);

    /**
     * A warning no longer stands.
     *
     * @param before the state with which it stood
     */
    void cleared(long key, ParcelState before, int at, ClearCause cause);

    /**
     * Something may be wrong with the parcel's course, so that the rules of anomalies should be asked about it.
     *
     * @param at the second at which the scan came that looks like it
     */
    void suspected(long key, ParcelState state, int at);
}
