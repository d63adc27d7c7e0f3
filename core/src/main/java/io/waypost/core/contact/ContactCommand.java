package io.waypost.core.contact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What moves a contact on. */
public sealed interface ContactCommand {

    /** The desk has opened. */
    record Open() implements ContactCommand {}

    /** The router offers it to an agent until then. */
    record Offer(UUID agent, Instant until) implements ContactCommand {}

    /** The agent takes what was offered to them. */
    record Accept(UUID agent) implements ContactCommand {}

    /** The agent does not take it, or said nothing in time. */
    record Return(UUID agent) implements ContactCommand {}

    /**
     * The agent passes it on: to one person, or to whoever suits at a level.
     *
     * @param agent who has it
     * @param to the one person; null for anybody who suits
     * @param level of support from now on
     */
    record Pass(UUID agent, @Nullable UUID to, int level) implements ContactCommand {}

    /** A lead takes it, from the queue or from the agent who has it (接管). */
    record TakeOver(UUID lead) implements ContactCommand {}

    /** The agent with whom it was is gone for good, so that somebody else must have it. */
    record AgentGone(UUID agent) implements ContactCommand {}

    /** The one person to whom it was passed on cannot take it: anybody may. */
    record LetAnybody() implements ContactCommand {}

    /** It is over. {@code by} is the agent who ends it; null where the customer or time does. */
    record Close(@Nullable UUID by, ContactEnd end) implements ContactCommand {}
}
