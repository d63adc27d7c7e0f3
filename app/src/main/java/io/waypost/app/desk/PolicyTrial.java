package io.waypost.app.desk;

import io.waypost.core.contact.ContactChannel;
import io.waypost.core.routing.RoutingComparison;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a version would have made of last week's contacts, and how far the trial is (试算).
 *
 * @param revision of the version when it was tried
 * @param base the version it is held against
 */
record PolicyTrial(UUID id, int version, int revision, int base, Instant from, Instant until, State state,
        @Nullable TrialResult result, String requestedBy, Instant requestedAt, @Nullable Instant endedAt) {

    /** How far it is; the names are part of the API. */
    enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }

    /** Why the figures say little; the names are part of the API. */
    enum TooLittle {
        NO_CONTACTS,
        NO_AGENTS,
        FEW_CONTACTS
    }

    /**
     * The figures.
     *
     * @param oneIn one customer and one agent in so many were looked at
     * @param patience by channel, as it was estimated
     * @param tooLittle null where there is enough to compare
     */
    record TrialResult(int oneIn, int agents, @Nullable RoutingComparison comparison,
            Map<ContactChannel, TrialPatience> patience, @Nullable TooLittle tooLittle) {}

    /**
     * How long customers of a channel would have waited.
     *
     * @param left how many left before anybody had them
     * @param meanSeconds null where nobody left
     */
    record TrialPatience(int contacts, long left, @Nullable Long meanSeconds) {}

    boolean done() {
        return state == State.DONE;
    }
}
