package io.waypost.app.desk;

import io.waypost.app.conversation.Conversations;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.contact.GuestRules;
import io.waypost.core.contact.Part;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Who may do what with a contact, and the locks under which it is done. */
@Component
class ContactAccess {

    private static final UUID NOBODY = new UUID(0, 0);

    private final DeskContactStore contacts;
    private final GuestStore guests;
    private final Conversations conversations;
    private final DeskWork work;

    ContactAccess(DeskContactStore contacts, GuestStore guests, Conversations conversations, DeskWork work) {
        this.contacts = contacts;
        this.guests = guests;
        this.conversations = conversations;
        this.work = work;
    }

    /** Conversation first, then the contact: the order of everybody who writes into conversations. */
    <R> R locked(UUID id, Function<KeptContact, R> step) {
        return work.whole(() -> {
            var found = contacts.find(id).orElseThrow(() -> Refusal.notFound("contact", id));
            conversations.lock(List.of(found.conversation()));
            return step.apply(contacts.lock(id).orElseThrow());
        });
    }

    /** The caller must have a part in it: it, an offer of it, an invitation, or a desk it belongs to. */
    void requireRead(UUID id) {
        part(id);
    }

    /** The caller must be somebody whose word counts there. */
    void requireNote(UUID id) {
        if (!part(id).notes()) {
            throw Refusal.conflict("NOT_COME", "You were asked to have a look. Come first.");
        }
    }

    /** The caller must lead a desk it belongs to. */
    void requireLead(UUID id) {
        var actor = Acting.current();
        work.whole(() -> contacts.find(id).filter(kept -> leads(actor, kept))
                .orElseThrow(() -> Refusal.notFound("contact", id)));
    }

    /** The part that somebody has in a contact; in the platform's transaction. */
    Optional<Part> part(Actor actor, KeptContact kept) {
        var person = actor instanceof Actor.Person somebody ? somebody.id() : NOBODY;
        return GuestRules.part(kept.contact(), guests.of(kept.id()).stream().map(KeptGuest::guest).toList(), person,
                leads(actor, kept));
    }

    private Part part(UUID id) {
        var actor = Acting.current();
        return work.whole(() -> contacts.find(id).flatMap(kept -> part(actor, kept)))
                .orElseThrow(() -> Refusal.notFound("contact", id));
    }

    private static boolean leads(Actor actor, KeptContact kept) {
        var path = kept.agentPath();
        return actor.may(Permission.DESK_LEAD) && (actor.scope().reaches(kept.unitPath())
                || (path != null && actor.scope().reaches(path)));
    }
}
