package io.waypost.app.ticket;

import java.util.Optional;

/** What other features may ask about tickets; they see what the actor's scope reaches. */
public interface Tickets {

    /** The open ticket of the parcel. */
    Optional<OpenTicket> open(String waybill);
}
