package io.waypost.app.ticket;

import io.waypost.app.kernel.Refusal;
import io.waypost.app.ticket.TicketBulk.BulkReport;
import io.waypost.app.ticket.TicketBulk.Doing;
import io.waypost.app.ticket.TicketBulk.Picked;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tickets/bulk")
class BulkController {

    private static final int TEXT = 1_000;

    private final TicketBulk bulk;

    BulkController(TicketBulk bulk) {
        this.bulk = bulk;
    }

    /** Each step asks for the permission that it asks for by itself; whoever lacks it is refused row by row. */
    @PostMapping
    BulkReport begin(@RequestBody BulkOrder request) {
        if (request.action() == null) {
            throw Refusal.invalid("action", null, "MISSING", "NOTE, URGE, URGENT or CLOSE.");
        }
        var text = request.text() == null ? "" : request.text().strip();
        if (text.length() > TEXT) {
            throw Refusal.invalid("text", null, "TOO_LONG", "Write at most %d characters.".formatted(TEXT));
        }
        return bulk.begin(request.action(), picked(request.tickets()), text, request.reason());
    }

    @GetMapping("/{id}")
    BulkReport report(@PathVariable UUID id) {
        return bulk.report(id);
    }

    private static List<Picked> picked(@Nullable List<BulkTicket> tickets) {
        var picked = new ArrayList<Picked>();
        for (var ticket : tickets == null ? List.<BulkTicket>of() : tickets) {
            if (ticket.id() == null) {
                throw Refusal.invalid("tickets[%d].id".formatted(picked.size()), null, "MISSING",
                        "The id of a ticket.");
            }
            picked.add(new Picked(ticket.id(), ticket.version()));
        }
        return picked;
    }

    record BulkTicket(@Nullable UUID id, @Nullable Integer version) {}

    record BulkOrder(
            @Nullable Doing action,
            @Nullable List<BulkTicket> tickets,
            @Nullable String text,
            @Nullable String reason) {}
}
