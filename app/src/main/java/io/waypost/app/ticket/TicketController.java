package io.waypost.app.ticket;

import io.waypost.app.kernel.Refusal;
import io.waypost.app.ticket.TicketAnswers.Given;
import io.waypost.app.ticket.TicketCounter.Matter;
import io.waypost.app.ticket.TicketCounter.Urgency;
import io.waypost.core.scan.Codes;
import io.waypost.core.ticket.CloseReason;
import io.waypost.core.ticket.TicketKind;
import io.waypost.core.ticket.UrgentReason;
import jakarta.validation.Valid;
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
@RequestMapping("/api/v1")
class TicketController {

    private static final int TEXT = 1_000;

    private final TicketViews views;
    private final TicketCounter counter;
    private final TicketAnswers answers;

    TicketController(TicketViews views, TicketCounter counter, TicketAnswers answers) {
        this.views = views;
        this.counter = counter;
        this.answers = answers;
    }

    @GetMapping("/tickets/{id}")
    TicketView get(@PathVariable UUID id) {
        return views.of(id);
    }

    @GetMapping("/parcels/{waybill}/tickets")
    List<TicketRow> ofParcel(@PathVariable String waybill) {
        var code = Codes.waybill(waybill);
        return code == null ? List.of() : views.ofParcel(code);
    }

    @PostMapping("/tickets")
    OpenedView open(@RequestBody NewTicket request) {
        if (request.waybill() == null || request.kind() == null || request.kind() == TicketKind.SILENT_PARCEL) {
            throw Refusal.invalid("kind", request.kind(), "UNKNOWN", "Open an URGE or a QUERY for a waybill.");
        }
        var urgent = request.urgent() == null ? null : urgency(request.urgent());
        var opened = counter.open(new Matter(request.waybill(), request.kind(), text("note", request.note()), urgent));
        return new OpenedView(views.of(opened.kept().id()), opened.joined());
    }

    @PostMapping("/tickets/{id}/answer")
    TicketView answer(@PathVariable UUID id, @RequestBody @Valid Given request) {
        return answers.give(id, request);
    }

    @PostMapping("/tickets/{id}/urge")
    TicketView urge(@PathVariable UUID id, @RequestBody Urge request) {
        return counter.urge(id, text("note", request.note()));
    }

    @PostMapping("/tickets/{id}/notes")
    TicketView note(@PathVariable UUID id, @RequestBody Note request) {
        var text = text("text", request.text());
        if (text == null) {
            throw Refusal.invalid("text", null, "MISSING", "Write something.");
        }
        return counter.note(id, text);
    }

    @PostMapping("/tickets/{id}/urgent")
    TicketView urgent(@PathVariable UUID id, @RequestBody Urgent request) {
        return counter.urgent(id, urgency(request));
    }

    @PostMapping("/tickets/{id}/close")
    TicketView close(@PathVariable UUID id, @RequestBody CloseTicket request) {
        if (request.reason() == null) {
            throw Refusal.invalid("reason", null, "MISSING", "Say why the ticket is closed.");
        }
        if (request.version() == null) {
            throw Refusal.invalid("version", null, "MISSING", "Send the version that you have before you.");
        }
        return counter.close(id, request.reason(), text("note", request.note()), request.version());
    }

    private static Urgency urgency(Urgent urgent) {
        if (urgent.reason() == null) {
            throw Refusal.invalid("reason", null, "MISSING", "Say why it is urgent.");
        }
        return new Urgency(urgent.reason(), text("note", urgent.note()));
    }

    /** What was written, without blanks around it; null where nothing was. */
    private static @Nullable String text(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > TEXT) {
            throw Refusal.invalid(field, null, "TOO_LONG", "Write at most %d characters.".formatted(TEXT));
        }
        return text.strip();
    }

    record NewTicket(
            @Nullable String waybill,
            @Nullable TicketKind kind,
            @Nullable String note,
            @Nullable Urgent urgent) {}

    record Urge(@Nullable String note) {}

    record Note(@Nullable String text) {}

    record Urgent(@Nullable UrgentReason reason, @Nullable String note) {}

    record CloseTicket(@Nullable CloseReason reason, @Nullable String note, @Nullable Integer version) {}

    record OpenedView(TicketView ticket, boolean joined) {}
}
