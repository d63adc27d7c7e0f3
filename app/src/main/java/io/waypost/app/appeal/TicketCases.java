package io.waypost.app.appeal;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.ticket.TicketBrief;
import io.waypost.app.ticket.Tickets;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.TicketState;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The tickets behind appeals: which there were about a parcel, and what an appeal does to the one it is about. */
@Component
class TicketCases implements EarlierCases {

    private static final Actor PLATFORM = new Actor.Internal("appeals");
    private static final int MOST = 20;

    private final Tickets tickets;
    private final TransactionTemplate apart;

    TicketCases(Tickets tickets, PlatformTransactionManager transactions) {
        this.tickets = tickets;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        apart.setReadOnly(true);
    }

    @Override
    public List<Case> of(String waybill) {
        return Acting.as(PLATFORM, () -> apart.execute(_ -> tickets.ofParcel(waybill).stream()
                .filter(ticket -> !new TicketKind(ticket.kind()).found())
                .limit(MOST)
                .map(ticket -> new Case(ticket.id(), ticket.number(), ticket.openedAt(), ticket.closedAt()))
                .toList()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AppealReceived received) {
        step(received.ticketId(), false, received.number());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AppealClosed closed) {
        step(closed.ticketId(), true, closed.number());
    }

    /** A ticket that was merged goes on elsewhere, and one appeal more about the same ticket changes nothing. */
    private void step(@Nullable UUID ticketId, boolean end, String number) {
        if (ticketId == null) {
            return;
        }
        Acting.as(PLATFORM, () -> {
            var appealed = tickets.find(ticketId).map(TicketBrief::state).orElse(TicketState.Name.MERGED);
            if (end && appealed == TicketState.Name.APPEALED) {
                tickets.endAppeal(ticketId, number);
            } else if (!end && appealed != TicketState.Name.APPEALED && appealed != TicketState.Name.MERGED) {
                tickets.receiveAppeal(ticketId, number);
            }
        });
    }
}
