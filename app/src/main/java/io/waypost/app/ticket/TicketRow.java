package io.waypost.app.ticket;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.network.UnitRef;
import io.waypost.app.ticket.KeptTicket.Liability;
import io.waypost.app.ticket.KeptTicket.Origin;
import io.waypost.core.ticket.AnswerKind;
import io.waypost.core.ticket.CloseReason;
import io.waypost.core.ticket.TicketLevel;
import io.waypost.core.ticket.TicketState;
import io.waypost.core.ticket.TicketState.Phase;
import io.waypost.core.ticket.TicketState.WaitReason;
import io.waypost.core.ticket.UrgentReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in a list, as the API shows it.
 *
 * @param kind its code; {@code kindName} is for people
 * @param waybill null where it is not about a parcel
 * @param unit who must act now
 * @param desk who answers for it to the customer
 * @param dueAt by when the next step is owed; null while nobody owes one
 * @param waitingUntil when the pause ends, or by when a scan must have come
 * @param statutoryDueAt the first instant that is too late by law; null where no period of law runs
 * @param repeatNumber the how manieth of the same customer about the same matter
 * @param passedAround whether it was handed over more often than its SOP bears
 * @param endReason why it was closed, rejected or found invalid
 */
record TicketRow(
        UUID id,
        String number,
        String kind,
        KindName kindName,
        boolean urgent,
        @Nullable UrgentReason urgentReason,
        @Nullable PersonRef urgentPerson,
        @Nullable String waybill,
        TicketState.Name state,
        Phase phase,
        TicketLevel level,
        UnitRef unit,
        @Nullable PersonRef responsible,
        UnitRef desk,
        @Nullable PersonRef deskPerson,
        Origin origin,
        Instant openedAt,
        Instant updatedAt,
        @Nullable Instant dueAt,
        @Nullable Instant waitingUntil,
        @Nullable WaitReason waitReason,
        int limitMinutes,
        @Nullable Instant statutoryDueAt,
        int urges,
        int repeatNumber,
        int handOvers,
        boolean passedAround,
        int reopens,
        @Nullable AnswerBrief lastAnswer,
        @Nullable Liability liability,
        @Nullable String causeCode,
        @Nullable Instant closedAt,
        @Nullable CloseReason closeReason,
        @Nullable String endReason,
        @Nullable String mergedInto,
        @Nullable UUID parentId,
        int version) {

    record AnswerBrief(AnswerKind kind, Instant at, PersonRef by) {}

    /** The kind's name on Chinese and on English pages. */
    record KindName(String zh, String en) {}
}
