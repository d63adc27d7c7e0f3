package io.waypost.app.ticket;

import static io.waypost.app.ticket.TicketBodies.text;
import static io.waypost.app.ticket.TicketBodies.there;
import static io.waypost.app.ticket.TicketBodies.version;
import static io.waypost.app.ticket.TicketBodies.words;

import io.waypost.core.ticket.TicketState.WaitReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps of the unit that has a ticket. */
@RestController
@RequestMapping("/api/v1/tickets/{id}")
class TicketWorkController {

    private final TicketWork work;

    TicketWorkController(TicketWork work) {
        this.work = work;
    }

    @PostMapping("/accept")
    TicketView accept(@PathVariable UUID id, @RequestBody Step request) {
        return work.accept(id, version(request.version()));
    }

    @PostMapping("/start")
    TicketView start(@PathVariable UUID id, @RequestBody Step request) {
        return work.start(id, version(request.version()));
    }

    @PostMapping("/wait")
    TicketView waitFor(@PathVariable UUID id, @RequestBody WaitFor request) {
        return work.waitFor(id, there("reason", request.reason(), "Say what is waited for."),
                there("until", request.until(), "Say until when."), text("note", request.note()),
                version(request.version()));
    }

    @PostMapping("/go-on")
    TicketView goOn(@PathVariable UUID id, @RequestBody Step request) {
        return work.goOn(id, text("note", request.note()), version(request.version()));
    }

    @PostMapping("/hand-over")
    TicketView handOver(@PathVariable UUID id, @RequestBody HandOver request) {
        return work.handOver(id, words("to", request.to()), words("note", request.note()), version(request.version()));
    }

    @PostMapping("/carry-up")
    TicketView carryUp(@PathVariable UUID id, @RequestBody Step request) {
        return work.carryUp(id, text("note", request.note()), version(request.version()));
    }

    @PostMapping("/apply-close")
    TicketView applyClose(@PathVariable UUID id, @RequestBody ApplyClose request) {
        return work.applyClose(id, words("note", request.note()), text("handlerPhone", request.handlerPhone()),
                version(request.version()));
    }

    @PostMapping("/withdraw-close")
    TicketView withdrawClose(@PathVariable UUID id, @RequestBody Step request) {
        return work.withdrawClose(id, text("note", request.note()), version(request.version()));
    }

    record Step(@Nullable String note, @Nullable Integer version) {}

    record WaitFor(@Nullable WaitReason reason, @Nullable Instant until, @Nullable String note,
            @Nullable Integer version) {}

    record HandOver(@Nullable String to, @Nullable String note, @Nullable Integer version) {}

    record ApplyClose(@Nullable String note, @Nullable String handlerPhone, @Nullable Integer version) {}
}
