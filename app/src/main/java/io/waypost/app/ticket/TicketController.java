package io.waypost.app.ticket;

import static io.waypost.app.ticket.TicketBodies.kind;
import static io.waypost.app.ticket.TicketBodies.text;
import static io.waypost.app.ticket.TicketBodies.there;
import static io.waypost.app.ticket.TicketBodies.version;
import static io.waypost.app.ticket.TicketBodies.words;

import io.waypost.app.kernel.Refusal;
import io.waypost.app.ticket.KeptTicket.Liability;
import io.waypost.app.ticket.TicketAnswers.Given;
import io.waypost.app.ticket.TicketCounter.Contact;
import io.waypost.app.ticket.TicketCounter.Matter;
import io.waypost.app.ticket.TicketCounter.Urgency;
import io.waypost.core.scan.Codes;
import io.waypost.core.ticket.CloseReason;
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

    private static final int NAME = 40;
    private static final int PHONE = 20;

    private final TicketViews views;
    private final TicketCounter counter;
    private final TicketAnswers answers;
    private final CauseCheck causes;

    TicketController(TicketViews views, TicketCounter counter, TicketAnswers answers, CauseCheck causes) {
        this.views = views;
        this.counter = counter;
        this.answers = answers;
        this.causes = causes;
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
        var urgent = request.urgent() == null ? null : urgency(request.urgent());
        var opened = counter.open(new Matter(request.waybill(), kind(request.kind()), text("note", request.note()),
                urgent, contact(request), request.place()));
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
        return counter.note(id, words("text", request.text()));
    }

    @PostMapping("/tickets/{id}/urgent")
    TicketView urgent(@PathVariable UUID id, @RequestBody Urgent request) {
        return counter.urgent(id, urgency(request));
    }

    @PostMapping("/tickets/{id}/lower-urgent")
    TicketView lowerUrgent(@PathVariable UUID id, @RequestBody LowerUrgent request) {
        return counter.lowerUrgent(id, words("note", request.note()));
    }

    @PostMapping("/tickets/{id}/close")
    TicketView close(@PathVariable UUID id, @RequestBody CloseTicket request) {
        var reason = there("reason", request.reason(), "Say why the ticket is closed.");
        return counter.close(id, reason, text("note", request.note()), version(request.version()),
                causes.result(request.liability(), request.causeCode()));
    }

    private static Urgency urgency(Urgent urgent) {
        return new Urgency(there("reason", urgent.reason(), "Say why it is urgent."), text("note", urgent.note()),
                urgent.personId());
    }

    private static @Nullable Contact contact(NewTicket request) {
        var name = shorter("contactName", request.contactName(), NAME);
        var phone = shorter("contactPhone", request.contactPhone(), PHONE);
        return name == null && phone == null ? null : new Contact(name, phone);
    }

    private static @Nullable String shorter(String field, @Nullable String written, int most) {
        var text = text(field, written);
        if (text != null && text.length() > most) {
            throw Refusal.invalid(field, null, "TOO_LONG",
                    "Write at most %d characters.".formatted(most));
        }
        return text;
    }

    record NewTicket(
            @Nullable String waybill,
            @Nullable String kind,
            @Nullable String note,
            @Nullable Urgent urgent,
            @Nullable String contactName,
            @Nullable String contactPhone,
            @Nullable String place) {}

    record Urge(@Nullable String note) {}

    record Note(@Nullable String text) {}

    record Urgent(@Nullable UrgentReason reason, @Nullable String note, @Nullable UUID personId) {}

    record LowerUrgent(@Nullable String note) {}

    record CloseTicket(@Nullable CloseReason reason, @Nullable String note, @Nullable Integer version,
            @Nullable Liability liability, @Nullable String causeCode) {}

    record OpenedView(TicketView ticket, boolean joined) {}
}
