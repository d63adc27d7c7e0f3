package io.waypost.app.ticket;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.ticket.TicketBulk.BulkReport;
import io.waypost.app.ticket.TicketBulk.Doing;
import io.waypost.app.ticket.TicketBulk.Order;
import io.waypost.app.ticket.TicketBulk.Picked;
import io.waypost.app.ticket.TicketCounter.Matter;
import io.waypost.app.ticket.TicketLists.Query;
import io.waypost.app.ticket.TicketLists.Sort;
import io.waypost.app.ticket.TicketLists.Whose;
import io.waypost.core.ticket.TicketLevel;
import io.waypost.core.ticket.TicketState;
import io.waypost.core.ticket.TicketState.Phase;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
    private final TicketCounter counter;

    BulkController(TicketBulk bulk, TicketCounter counter) {
        this.bulk = bulk;
        this.counter = counter;
    }

    /** Each step asks for the permission that it asks for by itself; whoever lacks it is refused row by row. */
    @PostMapping
    BulkReport begin(@RequestBody BulkOrder request) {
        if (request.action() == null) {
            throw Refusal.invalid("action", null, "MISSING", "NOTE, URGE, URGENT, CLOSE, ASSIGN or GATHER.");
        }
        var text = request.text() == null ? "" : request.text().strip();
        if (text.length() > TEXT) {
            throw Refusal.invalid("text", null, "TOO_LONG", "Write at most %d characters.".formatted(TEXT));
        }
        var query = request.filter() == null ? null : request.filter().query();
        var order = new Order(request.action(), text, request.reason(), target(request, text));
        return query == null
                ? bulk.begin(order, picked(request.tickets()))
                : bulk.begin(order, query, request.expected());
    }

    /** Whom or what for; a new parent is opened here, by the title and the reason. */
    private @Nullable UUID target(BulkOrder request, String text) {
        if (request.action() != Doing.GATHER || request.parent() == null) {
            return request.target();
        }
        var title = TicketBodies.words("parent.title", request.parent().title());
        if (text.isEmpty()) {
            throw Refusal.invalid("text", null, "MISSING", "Say why these tickets belong together.");
        }
        return counter.open(new Matter(request.parent().waybill(), TicketBodies.kind(request.parent().kind()),
                "%s\n%s".formatted(title, text), null, null, null)).kept().id();
    }

    /** All rows as a table: number, outcome, code, message. */
    @GetMapping("/{id}/rows")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    void rows(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        var rows = bulk.rows(id);
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bulk-%s.csv\"".formatted(id));
        try (var csv = CsvWriter.builder().build(response.getWriter())) {
            csv.writeRecord("ticket", "outcome", "code", "message");
            for (var row : rows) {
                csv.writeRecord(row.number() == null ? row.id().toString() : row.number(), row.outcome().name(),
                        row.code() == null ? "" : row.code(), row.message() == null ? "" : row.message());
            }
        }
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
            @Nullable String reason,
            @Nullable UUID target,
            @Nullable BulkParent parent,
            @Nullable BulkFilter filter,
            @Nullable Integer expected) {}

    /** The ticket of a mass event that is opened for the others. */
    record BulkParent(@Nullable String title, @Nullable String kind, @Nullable String waybill) {}

    /** A list instead of tickets, in the words of {@code GET /tickets}. */
    record BulkFilter(
            @Nullable Whose view,
            TicketState.@Nullable Name state,
            @Nullable Phase phase,
            @Nullable TicketLevel level,
            @Nullable Boolean urgent,
            @Nullable Boolean overdue,
            @Nullable Boolean dueSoon,
            @Nullable Boolean escalated,
            @Nullable String unit,
            @Nullable String kind,
            @Nullable String q,
            @Nullable String filter,
            @Nullable Sort sort) {

        Query query() {
            return new Query(view, state, phase, level, urgent, overdue, kind, q, unit, dueSoon, escalated,
                    TicketFields.read(filter), sort);
        }
    }
}
