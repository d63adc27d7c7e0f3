package io.waypost.app.ticket;

import io.waypost.app.identity.PersonRef;
import java.time.Instant;
import java.util.UUID;

/** Somebody was mentioned (提到) in an internal note. Published inside the transaction of the note, to be listened to in it. */
public record TicketMention(UUID ticketId, String number, String waybill, PersonRef to, PersonRef by, Instant at) {}
