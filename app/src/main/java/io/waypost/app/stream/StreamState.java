package io.waypost.app.stream;

import java.util.List;

/**
 * How the stream is on this node.
 *
 * @param state CLOSED where nothing was ever streamed here, CLUSTER where a cluster watches; OPEN, FULL and FAILED as the log is
 * @param written frames on disk
 * @param behind frames on disk that are not judged yet
 * @param parcels how many parcels are remembered
 * @param bytes what they take off the heap
 * @param findings how many were handed over since the start
 * @param picked how many parcels are in the timelines because of the stream
 * @param toPick how many are about to be
 * @param senders how many number what they send
 * @param missing how many of their calls have not come, though later ones did
 * @param troubles what does not work, in words for an operator
 */
public record StreamState(String state, long written, long behind, long parcels, long bytes, long findings, long picked,
        long toPick, long senders, long missing,
        List<String> troubles) {

    public StreamState {
        troubles = List.copyOf(troubles);
    }
}
