package io.waypost.app.partner;

import io.waypost.app.ticket.TicketChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Follows the platform's tickets for the partners who have them, in the transaction of each step. */
@Component
class CaseListener {

    private final PartnerDesk desk;
    private final PartnerTicketStore store;
    private final PartnerTickets tickets;

    CaseListener(PartnerDesk desk, PartnerTicketStore store, PartnerTickets tickets) {
        this.desk = desk;
        this.store = store;
        this.tickets = tickets;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(TicketChanged changed) {
        // Most tickets are no partner's: one look into an index, and nothing else.
        if (!store.owners(changed.ticketId()).isEmpty()) {
            tickets.now(changed.ticketId()).ifPresent(standing -> desk.changed(standing, changed.at()));
        }
    }
}
