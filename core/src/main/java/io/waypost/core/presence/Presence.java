package io.waypost.core.presence;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent's presence (在线状态). Immutable.
 *
 * @param reason why they take nothing; null in other states
 * @param since since when it is this state for this reason
 * @param forced whether a lead set it, so that only a lead changes it
 * @param until when wrap-up ends by itself; null in other states
 * @param then whether they take contacts after wrap-up; what they chose meanwhile counts
 * @param leases until when each of their tabs has said that it lives
 */
public record Presence(PresenceState state, @Nullable NotReadyReason reason, Instant since, boolean forced,
        @Nullable Instant until, @Nullable NotReadyReason then, Map<String, Instant> leases) {

    public Presence {
        leases = Map.copyOf(leases);
    }

    /** Somebody who has not come to the desk. */
    public static Presence offline(Instant since) {
        return new Presence(PresenceState.OFFLINE, null, since, false, null, null, Map.of());
    }

    /**
     * Whether a contact may be offered to them: ready, and one of their tabs lives at this moment. A tab that did not say so in time is taken
     * for dead here at once, while the state waits for it to come back.
     */
    public boolean offerable(Instant now) {
        return state == PresenceState.READY && leases.values().stream().anyMatch(lease -> lease.isAfter(now));
    }
}
