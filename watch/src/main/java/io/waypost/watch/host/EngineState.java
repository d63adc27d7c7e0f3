package io.waypost.watch.host;

import io.waypost.watch.log.LogState;
import java.util.List;

/**
 * How the engine is.
 *
 * @param log what the log can do
 * @param durable number of the last frame on disk
 * @param applied number of the last frame that every worker has applied: how far behind they are is the difference
 * @param parcels how many parcels are remembered
 * @param bytes what they take off the heap
 * @param findings how many were handed over since it was opened
 * @param skippedSnapshots how many snapshots could not be used when it was opened
 * @param troubles what does not work, in words for an operator; empty if all is well
 * @param stopped whether a worker stopped for good: nothing is watched any more until it is opened again
 */
public record EngineState(LogState log, long durable, long applied, long parcels, long bytes, long findings,
        int skippedSnapshots, List<String> troubles, boolean stopped) {

    /** Copies the troubles. */
    public EngineState {
        troubles = List.copyOf(troubles);
    }
}
