package io.waypost.app.ticket;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitRef;
import io.waypost.core.ticket.AnswerKind;
import io.waypost.core.ticket.CloseReason;
import io.waypost.core.ticket.TicketKind;
import io.waypost.core.ticket.TicketLevel;
import io.waypost.core.ticket.TicketState.Closed;
import io.waypost.core.ticket.TicketState.Dispatched;
import io.waypost.core.ticket.TicketState.Replied;
import io.waypost.core.ticket.TicketState.Waiting;
import io.waypost.core.ticket.UrgentReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in a list, as the API shows it.
 *
 * @param dueAt when an answer is due; null while none is asked for
 * @param waitingUntil when the pause ends, or by when a scan must have come
 */
record TicketRow(
        UUID id,
        String number,
        TicketKind kind,
        boolean urgent,
        @Nullable UrgentReason urgentReason,
        String waybill,
        TicketLists.State state,
        TicketLevel level,
        UnitRef unit,
        @Nullable PersonRef responsible,
        Instant openedAt,
        @Nullable Instant dueAt,
        @Nullable Instant waitingUntil,
        int limitMinutes,
        int urges,
        @Nullable AnswerBrief lastAnswer,
        @Nullable Instant closedAt,
        @Nullable CloseReason closeReason,
        int version) {

    record AnswerBrief(AnswerKind kind, Instant at, PersonRef by) {}

    static TicketRow of(KeptTicket kept, Network network) {
        var ticket = kept.ticket();
        var state = ticket.state();
        var answer = kept.facts().lastAnswer();
        return new TicketRow(
                kept.id(),
                kept.number(),
                ticket.kind(),
                ticket.urgent(),
                kept.facts().urgentReason(),
                kept.waybill(),
                TicketLists.State.valueOf(TicketColumns.name(state)),
                kept.level(),
                network.ref(kept.holder().unitCode()),
                kept.holder().person(),
                kept.openedAt(),
                state instanceof Dispatched(_, var due, _) ? due : null,
                switch (state) {
                    case Waiting(_, var until, _) -> until;
                    case Replied(_, var checkAt) -> checkAt;
                    default -> null;
                },
                kept.limitMinutes(),
                kept.facts().urges(),
                answer == null ? null : new AnswerBrief(answer.kind(), answer.at(), answer.by()),
                state instanceof Closed(_, var at) ? at : null,
                state instanceof Closed(var reason, _) ? reason : null,
                kept.version());
    }
}
