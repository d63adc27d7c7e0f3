package io.waypost.app.sop;

import io.waypost.core.sop.KindCatalogue;
import io.waypost.core.sop.Sop;
import io.waypost.core.sop.SopId;
import io.waypost.core.sop.TicketKind;
import java.time.Instant;

/**
 * The kinds of ticket and their SOPs as other features read them: from memory, whole, whoever acts. Thread-safe, without I/O.
 *
 * <p>A change made on this node is seen by its own transaction at once and by all others as soon as it has committed; one made
 * on another node is seen within a second.
 */
public interface Sops {

    /** All kinds, those that were retired too. */
    KindCatalogue kinds();

    /**
     * The SOP by which a ticket of that kind that is opened at the instant is handled: the kind's own, else its first level's.
     *
     * @throws IllegalStateException where there is no such kind
     */
    Sop inForce(TicketKind kind, Instant at);

    /**
     * The SOP of that version, which was approved once. It never changes.
     *
     * @throws IllegalStateException where there is no such version
     */
    Sop of(SopId id);
}
