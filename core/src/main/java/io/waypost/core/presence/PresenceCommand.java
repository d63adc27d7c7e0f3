package io.waypost.core.presence;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What changes an agent's presence. */
public sealed interface PresenceCommand {

    /** A tab of theirs says that it lives (心跳); the first one brings them to the desk. */
    record Lives(String tab) implements PresenceCommand {}

    /** A tab was closed on purpose; the last one takes them from the desk. */
    record Closed(String tab) implements PresenceCommand {}

    /** They take contacts from now on. */
    record Ready() implements PresenceCommand {}

    /** They take none, for a reason that people choose. */
    record NotReady(NotReadyReason reason) implements PresenceCommand {}

    /** A contact ended, and there is something to be written. */
    record ContactEnded(Duration wrapUp) implements PresenceCommand {}

    /** They did not take what was offered. */
    record Unanswered() implements PresenceCommand {}

    /**
     * A lead sets it (强制): ready where the reason is null, else not ready, until a lead lifts it.
     *
     * @param lead who
     */
    record Force(@Nullable NotReadyReason reason, UUID lead) implements PresenceCommand {}

    /** A lead lifts what a lead had set. */
    record Lift(UUID lead) implements PresenceCommand {}

    /** Time has passed. */
    record TimePassed() implements PresenceCommand {}
}
