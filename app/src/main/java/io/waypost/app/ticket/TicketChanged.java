package io.waypost.app.ticket;

import io.waypost.core.ticket.TicketEffect.Event;
import io.waypost.core.ticket.TicketState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket took a step; told by {@link TicketsChanged}.
 *
 * @param steps what happened, in order; empty where only its clock went on
 * @param version as of after the step
 */
public record TicketChanged(
        UUID ticketId,
        String number,
        @Nullable String waybill,
        String kind,
        String placePath,
        TicketState.Name state,
        List<Event> steps,
        int version,
        Instant at) {

    public TicketChanged {
        steps = List.copyOf(steps);
    }
}
