package io.waypost.watch.host;

import io.waypost.watch.sum.ScanSums;

/**
 * Takes over sums over the log. It has to keep the number of the last frame that they contain together with them, so that each scan is in
 * them once however often the engine or whoever takes over dies. Called by one thread.
 */
public interface SumSink {

    /** Up to which frame the sums are here; 0 for none. If it throws, it is asked again later. */
    long takenUpTo();

    /**
     * Takes sums over for good, or throws if that is not possible now; then the same are offered again later, also if they were taken
     * in truth: those up to a frame that are here already are not to be added again.
     */
    void take(ScanSums sums);
}
