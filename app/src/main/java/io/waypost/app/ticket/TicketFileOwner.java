package io.waypost.app.ticket;

import io.waypost.app.attachment.AttachmentOwner;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Permission;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Files of tickets: seen by whoever sees the ticket, added by those who may answer it or note something on it. */
@Component
class TicketFileOwner implements AttachmentOwner {

    static final String KIND = "TICKET";

    private final TicketStore store;

    TicketFileOwner(TicketStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Reach> reach(UUID subject) {
        var actor = Acting.current();
        if (!actor.may(Permission.TICKET_READ)) {
            return Optional.empty();
        }
        return store.find(subject).map(kept -> {
            var allowed = TicketAuthorities.allowed(kept, actor);
            return new Reach(Set.of(kept.placePath()),
                    allowed.contains(TicketAction.ANSWER) || allowed.contains(TicketAction.NOTE));
        });
    }
}
