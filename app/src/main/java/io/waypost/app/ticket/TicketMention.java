package io.waypost.app.ticket;

import io.waypost.app.identity.PersonRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was mentioned (提到) in an internal note. Published inside the transaction of the note, to be listened to in it.
 *
 * @param waybill null where the ticket is not about a parcel
 */
public record TicketMention(UUID ticketId, String number, @Nullable String waybill, PersonRef to, PersonRef by,
        Instant at) {}
