package io.waypost.app.watch;

import io.waypost.core.watch.LimitTally;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a draft would have made of last week's scans, and how far the trial is (试算).
 *
 * @param baseVersion the table it is held against
 * @param oneIn one parcel in so many is looked at
 * @param total how many parcels there are to look at; 0 until they were counted
 * @param place where the next piece begins
 */
record LimitReplay(
        UUID id,
        UUID draftId,
        int baseVersion,
        Instant from,
        Instant until,
        int oneIn,
        State state,
        long total,
        long done,
        String place,
        LimitTally tally,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant endedAt) {

    /** How far it is; the names are part of the API. */
    enum State {
        QUEUED,
        RUNNING,
        DONE
    }
}
