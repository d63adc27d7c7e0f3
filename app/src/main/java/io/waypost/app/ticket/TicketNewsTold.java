package io.waypost.app.ticket;

import java.util.List;

/**
 * News that the steps of one transaction have for people, in the order of the steps. Published once for all of them, inside the
 * transaction, so that whoever passes them on writes each of its tables once.
 */
public record TicketNewsTold(List<TicketNews> all) {

    public TicketNewsTold {
        all = List.copyOf(all);
    }
}
