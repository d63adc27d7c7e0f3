package io.waypost.app.watch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What whoever keeps tickets may ask and say about mass events. Everything joins the caller's transaction. */
public interface MassEvents {

    /** This ticket is the one that the event's parcels hang on; those that hung on one before go over to it. */
    void ticketOpened(UUID eventId, UUID ticketId);

    /** The tickets that parcels of the event had before it began, each of one parcel. */
    List<UUID> earlierTickets(UUID eventId);

    /** Somebody acted on the ticket of an event, and with it on all of its parcels that are silent still. */
    void acted(UUID ticketId, Instant at);

    /** Somebody confirmed on the ticket of an event that something is wrong with its parcels that are silent still. */
    void troubleConfirmed(UUID ticketId, Instant at);
}
