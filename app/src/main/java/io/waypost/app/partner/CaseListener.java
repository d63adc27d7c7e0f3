package io.waypost.app.partner;

import io.waypost.app.ticket.TicketChanged;
import io.waypost.app.ticket.TicketsChanged;
import java.util.stream.Collectors;
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
    void on(TicketsChanged changed) {
        // Most tickets are no partner's: one look into an index for all of them, and nothing else.
        var owned = store.owned(changed.all().stream().map(TicketChanged::ticketId).collect(Collectors.toSet()));
        changed.all().stream().filter(step -> owned.contains(step.ticketId())).forEach(step -> tickets
                .now(step.ticketId()).ifPresent(standing -> desk.changed(standing, step.at())));
    }
}
