package io.waypost.core.watch;

/** Hears what the compact watch finds; the state is that after the finding and must not be kept. */
public interface CompactFindings {

    /**
     * The parcel is silent for longer than it may.
     *
     * @param at the logical second of the limit
     */
    void raised(ParcelState state, int at);

    /**
     * The warning no longer stands.
     *
     * @param before the state with which it stood
     */
    void cleared(ParcelState before, int at, ClearCause cause);

    /**
     * Something may be wrong with the parcel's course: the rules of anomalies should be asked about all of its scans.
     *
     * @param at the second at which the scan came that looks like it
     */
    void suspected(ParcelState state, int at);
}
