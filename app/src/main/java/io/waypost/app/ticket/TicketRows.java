package io.waypost.app.ticket;

import io.waypost.app.network.Network;
import io.waypost.app.sop.Sops;
import io.waypost.app.ticket.TicketRow.AnswerBrief;
import io.waypost.app.ticket.TicketRow.KindName;
import io.waypost.core.ticket.Ticket;
import io.waypost.core.ticket.TicketRules;
import io.waypost.core.ticket.TicketState.Closed;
import io.waypost.core.ticket.TicketState.Merged;
import io.waypost.core.ticket.TicketState.Phase;
import io.waypost.core.ticket.TicketState.Waiting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes rows of tickets, with the names that people read. */
@Component
class TicketRows {

    private final Network network;
    private final Sops sops;

    TicketRows(Network network, Sops sops) {
        this.network = network;
        this.sops = sops;
    }

    TicketRow of(KeptTicket kept) {
        var ticket = kept.ticket();
        var state = ticket.state();
        var body = StateBody.of(state);
        var answer = kept.facts().lastAnswer();
        var urgency = kept.facts().urgency();
        return new TicketRow(
                kept.id(),
                kept.number(),
                ticket.kind().code(),
                name(ticket),
                ticket.urgent(),
                urgency == null ? null : urgency.reason(),
                urgency == null ? null : urgency.person(),
                kept.waybill(),
                state.name(),
                state.name().phase(),
                kept.level(),
                network.ref(kept.holder().unitCode()),
                kept.holder().person(),
                network.ref(ticket.desk()),
                kept.desk().person(),
                kept.intake().origin(),
                kept.openedAt(),
                kept.updatedAt(),
                TicketRules.owed(ticket) ? kept.due() : null,
                until(kept),
                state instanceof Waiting(_, var reason) ? reason : null,
                kept.limitMinutes(),
                ticket.statutory() == null ? null : ticket.statutory().due(),
                kept.facts().urges(),
                kept.intake().repeatNumber(),
                ticket.handOvers(),
                kept.facts().passedAround(),
                ticket.reopens(),
                answer == null ? null : new AnswerBrief(answer.kind(), answer.at(), answer.by()),
                kept.result().liability(),
                kept.result().causeCode(),
                state.endedAt().orElse(null),
                state instanceof Closed(var reason, _) ? reason : null,
                body.reason(),
                state instanceof Merged(var into, _, _) ? into : null,
                kept.intake().parentId(),
                kept.version());
    }

    KindName name(Ticket ticket) {
        var entry = sops.kinds().entry(ticket.kind());
        return new KindName(entry.nameZh(), entry.nameEn());
    }

    private static @Nullable Instant until(KeptTicket kept) {
        var phase = kept.ticket().state().name().phase();
        return phase == Phase.WAITING || (phase == Phase.REPLIED && !TicketRules.owed(kept.ticket()))
                ? kept.due()
                : null;
    }
}
