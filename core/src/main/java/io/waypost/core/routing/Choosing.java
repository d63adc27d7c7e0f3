package io.waypost.core.routing;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** A way of choosing who takes what, so that one can be tried against another. */
public interface Choosing {

    /**
     * Who takes a contact that came, or for which more come in question now.
     *
     * @param seats those who may have room
     * @param staffing who is there, with room or without, and what was asked for lately
     * @return nobody, if it has to wait
     */
    Optional<Seat> seat(Waiting contact, Collection<Seat> seats, Staffing staffing, Instant now);

    /**
     * What an agent takes who has room.
     *
     * @param queue all that wait
     * @return nothing, if they should wait
     */
    Optional<Waiting> contact(Seat seat, Collection<Waiting> queue, Staffing staffing, Instant now);
}
