package io.waypost.app.ticket;

import java.util.List;

/**
 * The steps that tickets took together, in their order. Published once for all of them, inside the transaction of the steps, to be
 * listened to in it.
 */
public record TicketsChanged(List<TicketChanged> all) {

    public TicketsChanged {
        all = List.copyOf(all);
    }
}
