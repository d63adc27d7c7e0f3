package io.waypost.app.ticket;

import static io.waypost.app.ticket.TicketBodies.kind;
import static io.waypost.app.ticket.TicketBodies.text;
import static io.waypost.app.ticket.TicketBodies.there;
import static io.waypost.app.ticket.TicketBodies.version;
import static io.waypost.app.ticket.TicketBodies.words;

import io.waypost.app.ticket.KeptTicket.Liability;
import io.waypost.core.ticket.CallBackVerdict;
import io.waypost.core.ticket.InvalidReason;
import io.waypost.core.ticket.RejectReason;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps of the desk that answers for a ticket to the customer. */
@RestController
@RequestMapping("/api/v1/tickets/{id}")
class TicketHandlingController {

    private final TicketHandling handling;
    private final Merging merging;
    private final CauseCheck causes;

    TicketHandlingController(TicketHandling handling, Merging merging, CauseCheck causes) {
        this.handling = handling;
        this.merging = merging;
        this.causes = causes;
    }

    @PostMapping("/triage")
    TicketView triage(@PathVariable UUID id, @RequestBody Triage request) {
        return handling.triage(id, kind(request.kind()), text("note", request.note()), version(request.version()));
    }

    @PostMapping("/dispatch")
    TicketView dispatch(@PathVariable UUID id, @RequestBody Dispatch request) {
        return handling.dispatch(id, words("to", request.to()), text("note", request.note()),
                version(request.version()));
    }

    @PostMapping("/return")
    TicketView sendBack(@PathVariable UUID id, @RequestBody Handling request) {
        return handling.sendBack(id, words("note", request.note()), version(request.version()));
    }

    @PostMapping("/check")
    TicketView check(@PathVariable UUID id, @RequestBody Check request) {
        return handling.check(id, there("passed", request.passed(), "Say whether the result stands."),
                text("note", request.note()), causes.result(request.liability(), request.causeCode()),
                version(request.version()));
    }

    @PostMapping("/call-back")
    TicketView callBack(@PathVariable UUID id, @RequestBody CallBack request) {
        return handling.callBack(id, there("verdict", request.verdict(), "Say what the customer said."),
                text("note", request.note()), version(request.version()));
    }

    @PostMapping("/reopen")
    TicketView reopen(@PathVariable UUID id, @RequestBody Handling request) {
        return handling.reopen(id, words("note", request.note()), version(request.version()));
    }

    @PostMapping("/reject")
    TicketView reject(@PathVariable UUID id, @RequestBody Reject request) {
        return handling.reject(id, there("reason", request.reason(), "Say why it does not stand."),
                words("note", request.note()), version(request.version()));
    }

    @PostMapping("/invalidate")
    TicketView invalidate(@PathVariable UUID id, @RequestBody Invalidate request) {
        return handling.invalidate(id, there("reason", request.reason(), "Say why it is no matter."),
                text("note", request.note()), version(request.version()));
    }

    @PostMapping("/appoint")
    TicketView appoint(@PathVariable UUID id, @RequestBody Appoint request) {
        return handling.appoint(id, there("personId", request.personId(), "Say who takes care of it."),
                text("note", request.note()), version(request.version()));
    }

    @PostMapping("/merge")
    TicketView merge(@PathVariable UUID id, @RequestBody Merge request) {
        return merging.merge(id, there("into", request.into(), "Name the ticket in which it goes on."),
                text("note", request.note()), version(request.version()));
    }

    @PostMapping("/unmerge")
    TicketView unmerge(@PathVariable UUID id, @RequestBody Handling request) {
        return merging.unmerge(id, text("note", request.note()), version(request.version()));
    }

    @PostMapping("/gather")
    TicketView gather(@PathVariable UUID id, @RequestBody Gather request) {
        return merging.gather(id, request.parentId());
    }

    record Handling(@Nullable String note, @Nullable Integer version) {}

    record Triage(@Nullable String kind, @Nullable String note, @Nullable Integer version) {}

    record Dispatch(@Nullable String to, @Nullable String note, @Nullable Integer version) {}

    record Check(@Nullable Boolean passed, @Nullable String note, @Nullable Liability liability,
            @Nullable String causeCode, @Nullable Integer version) {}

    record CallBack(@Nullable CallBackVerdict verdict, @Nullable String note, @Nullable Integer version) {}

    record Reject(@Nullable RejectReason reason, @Nullable String note, @Nullable Integer version) {}

    record Invalidate(@Nullable InvalidReason reason, @Nullable String note, @Nullable Integer version) {}

    record Appoint(@Nullable UUID personId, @Nullable String note, @Nullable Integer version) {}

    record Merge(@Nullable UUID into, @Nullable String note, @Nullable Integer version) {}

    record Gather(@Nullable UUID parentId) {}
}
