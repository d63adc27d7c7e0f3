package io.waypost.app.ticket;

import io.waypost.core.ticket.TicketState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as other features and partners see it: nothing of the inside of the network.
 *
 * @param kind its code
 * @param placePath path of the unit it is about, by which scopes are checked
 * @param deskPath path of the unit that answers for it to the customer
 * @param dueAt by when the next step is owed, or a wait is over; null where no time runs
 * @param statutoryDueAt the first instant that is too late by law; null where no period of law runs
 * @param endReason why it ended; null while it is open
 */
public record TicketBrief(
        UUID id,
        String number,
        String kind,
        @Nullable String waybill,
        TicketState.Name state,
        boolean urgent,
        String placePath,
        String deskPath,
        String description,
        Instant openedAt,
        Instant updatedAt,
        @Nullable Instant dueAt,
        @Nullable Instant statutoryDueAt,
        @Nullable Instant closedAt,
        @Nullable String endReason,
        int version) {}
