package io.waypost.app.ticket;

import io.waypost.app.identity.OnDuty;
import io.waypost.app.network.UnitRef;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.TicketEffect.News;
import io.waypost.core.ticket.TicketLevel;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody must be told about a ticket. Published inside the transaction of the step; to be listened to in it, and never kept
 * as it is: {@code to} carries a phone number in clear.
 *
 * @param waybill null where the ticket is not about a parcel
 * @param dueAt when an answer is due, null while none is asked for
 */
public record TicketNews(
        UUID ticketId,
        String number,
        @Nullable String waybill,
        TicketKind kind,
        boolean urgent,
        News news,
        TicketLevel level,
        UnitRef unit,
        OnDuty to,
        @Nullable Instant dueAt,
        Instant at) {}
