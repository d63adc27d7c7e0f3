package io.waypost.app.ticket;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.ticket.TicketPresence.Doing;
import io.waypost.app.ticket.TicketPresence.Viewer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tickets/{id}")
class TicketTogetherController {

    private static final int TEXT = 1_000;

    private final TicketPresence presence;
    private final TicketMentions mentions;

    TicketTogetherController(TicketPresence presence, TicketMentions mentions) {
        this.presence = presence;
        this.mentions = mentions;
    }

    /** Says that the caller is there; to be repeated every 15 seconds. Answers who else is. */
    @PostMapping("/presence")
    List<Viewer> tell(@PathVariable UUID id, @RequestBody PresenceBody request) {
        return presence.tell(id, request.doing());
    }

    @GetMapping("/people")
    List<PersonRef> candidates(@PathVariable UUID id, @RequestParam(defaultValue = "") String q) {
        return mentions.candidates(id, q.length() > 40 ? q.substring(0, 40) : q.strip());
    }

    @PostMapping("/mentions")
    TicketView note(@PathVariable UUID id, @RequestBody MentionBody request) {
        var text = request.text() == null ? "" : request.text().strip();
        if (text.isEmpty() || text.length() > TEXT) {
            throw Refusal.invalid("text", null, text.isEmpty() ? "MISSING" : "TOO_LONG",
                    "Write 1 to %d characters.".formatted(TEXT));
        }
        return mentions.note(id, text, request.people() == null ? List.of() : request.people());
    }

    /** @param doing null says that the caller leaves */
    record PresenceBody(@Nullable Doing doing) {}

    record MentionBody(@Nullable String text, @Nullable List<UUID> people) {}
}
