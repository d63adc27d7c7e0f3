package io.waypost.app.desk;

import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.NewEntry;
import io.waypost.app.desk.ContactViews.ContactView;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.ContactState;
import io.waypost.core.contact.EntryKind;
import io.waypost.core.contact.Guest;
import io.waypost.core.contact.GuestCommand;
import io.waypost.core.contact.GuestEnd;
import io.waypost.core.contact.GuestRole;
import io.waypost.core.contact.GuestRules;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * More than one person at a contact: colleagues who are asked in (咨询、三方), and the whisper of a lead who looks on (耳语). All of it is
 * done under the lock of the contact, so that nobody comes into one that has just ended.
 */
@Service
class GuestDesk {

    /** What the numbers of whispers begin with, which no device can give: a note so numbered is a whisper. */
    static final String WHISPER = "whisper:";

    private final ContactAccess access;
    private final GuestStore guests;
    private final DeskSeatStore seats;
    private final ContactMoves moves;
    private final ContactViews views;
    private final StepStore steps;
    private final Conversations conversations;
    private final DeskFeed feed;

    GuestDesk(ContactAccess access, GuestStore guests, DeskSeatStore seats, ContactMoves moves, ContactViews views,
            StepStore steps, Conversations conversations, DeskFeed feed) {
        this.access = access;
        this.guests = guests;
        this.seats = seats;
        this.moves = moves;
        this.views = views;
        this.steps = steps;
        this.conversations = conversations;
        this.feed = feed;
    }

    /** The caller asks a colleague who is at the desk to have a look at what they have. */
    ContactView ask(UUID id, UUID person, String note) {
        var me = SeatDesk.me();
        access.requireRead(id);
        return access.locked(id, kept -> {
            var seat = seats.find(person).filter(SeatDesk::there).orElseThrow(() -> Refusal.invalid("person", person,
                    "NOT_THERE", "Ask somebody who is at the desk."));
            var asked = step(kept, new GuestCommand.Ask(me.id(), person));
            var now = moves.now();
            guests.add(new KeptGuest(Ids.next(now), id, Objects.requireNonNull(asked.guest()), seat.name(),
                    ContactDesk.named(me), note, now));
            steps.add(id, now, StepKind.GUEST_ASKED, ContactDesk.named(me), note,
                    Map.of("person", person.toString(), "name", seat.name()));
            return told(kept, person);
        });
    }

    /** The caller comes into what they were asked into; whoever is there already has come. */
    ContactView come(UUID id) {
        var me = SeatDesk.me();
        access.requireRead(id);
        return access.locked(id, kept -> {
            if (kept.contact().state() == ContactState.TALKING && me.id().equals(kept.contact().agent())) {
                return views.view(kept);
            }
            var come = Objects.requireNonNull(step(kept, new GuestCommand.Come(me.id())).guest());
            var before = find(id, me.id());
            if (!before.guest().here()) {
                guests.update(before.id(), come, moves.now());
                steps.add(id, moves.now(), StepKind.GUEST_CAME, before.person(), null, Map.of());
                joins(kept, before, come);
            }
            return told(kept, me.id());
        });
    }

    /** The caller lets a guest write to the customer too. */
    ContactView raise(UUID id, UUID person) {
        var me = SeatDesk.me();
        access.requireRead(id);
        return access.locked(id, kept -> {
            var raised = Objects.requireNonNull(step(kept, new GuestCommand.Raise(me.id(), person)).guest());
            var before = find(id, person);
            if (before.guest().role() != raised.role()) {
                guests.update(before.id(), raised, moves.now());
                steps.add(id, moves.now(), StepKind.GUEST_RAISED, ContactDesk.named(me), null,
                        Map.of("person", person.toString(), "name", before.name()));
                joins(kept, before, raised);
            }
            return told(kept, person);
        });
    }

    /** The caller says goodbye to a guest, or goes themselves. */
    ContactView finish(UUID id, UUID person) {
        var me = SeatDesk.me();
        access.requireRead(id);
        return access.locked(id, kept -> {
            var end = Objects.requireNonNull(step(kept, new GuestCommand.Finish(me.id(), person)).end());
            ends(kept, find(id, person), end);
            return told(kept, person);
        });
    }

    /** A guest is not at the desk any more; nothing happens where they have come back, or are no guest. */
    void vanished(UUID id, UUID person) {
        access.locked(id, kept -> {
            var gone = GuestRules.step(kept.contact(), now(id), new GuestCommand.Vanish(person)).end();
            if (gone != null && seats.lock(person).filter(SeatDesk::there).isEmpty()) {
                ends(kept, find(id, person), gone);
                told(kept, person);
            }
            return kept;
        });
    }

    /** A lead who looks on says something that the agent and guests see, and the customer never does. */
    void whisper(UUID id, String text) {
        var me = SeatDesk.me();
        access.requireLead(id);
        access.locked(id, kept -> {
            var agent = kept.contact().agent();
            if (kept.contact().state() != ContactState.TALKING || agent == null) {
                throw Refusal.conflict("NOBODY_HAS_IT", "Nobody has this contact now who would hear it.");
            }
            if (agent.equals(me.id())) {
                throw Refusal.conflict("YOURS_ALREADY", "You have it yourself.");
            }
            conversations.writeNow(List.of(new NewEntry(kept.conversation(), Author.AGENT, me.id(), me.name(),
                    EntryKind.NOTE, text, null, WHISPER + UUID.randomUUID())));
            steps.add(id, moves.now(), StepKind.WHISPERED, ContactDesk.named(me), text, Map.of());
            feed.changed(agent, id);
            return kept;
        });
    }

    /** The customer is told who writes to them, once they can. */
    private void joins(KeptContact kept, KeptGuest before, Guest now) {
        if (now.here() && now.role() == GuestRole.CONFERENCE) {
            say(kept, "客服%s加入了会话。".formatted(before.name()));
        }
    }

    private void ends(KeptContact kept, KeptGuest guest, GuestEnd end) {
        moves.goes(guest, end, moves.now());
        if (guest.guest().here() && guest.guest().role() == GuestRole.CONFERENCE) {
            say(kept, "客服%s离开了会话。".formatted(guest.name()));
        }
    }

    private void say(KeptContact kept, String text) {
        conversations.writeNow(List.of(NewEntry.event(kept.conversation(), text)));
    }

    private ContactView told(KeptContact kept, UUID guest) {
        feed.changed(guest, kept.id());
        var agent = kept.contact().agent();
        if (agent != null) {
            feed.changed(agent, kept.id());
        }
        return views.view(kept);
    }

    private KeptGuest find(UUID id, UUID person) {
        return guests.of(id).stream().filter(guest -> guest.guest().person().equals(person)).findFirst().orElseThrow();
    }

    private List<Guest> now(UUID id) {
        return guests.of(id).stream().map(KeptGuest::guest).toList();
    }

    private GuestRules.Step step(KeptContact kept, GuestCommand command) {
        var step = GuestRules.step(kept.contact(), now(kept.id()), command);
        if (step.refusal() != null) {
            throw refused(step.refusal());
        }
        return step;
    }

    private static Refusal refused(GuestRules.Refusal refusal) {
        return switch (refusal) {
            case OVER -> Refusal.conflict("CONTACT_OVER", "This contact is over.");
            case NOT_YOURS -> Refusal.conflict("CONTACT_NOT_YOURS", "You do not have this contact.");
            case TO_YOURSELF -> Refusal.conflict("YOURS_ALREADY", "You have it already.");
            case ASKED_ALREADY -> Refusal.conflict("ASKED_ALREADY", "They were asked already.");
            case TOO_MANY ->
                Refusal.conflict("TOO_MANY_GUESTS", "At most %d colleagues at a time.".formatted(Guest.MOST));
            case NOT_ASKED -> Refusal.conflict("NOT_A_GUEST", "They were not asked, or are not wanted any more.");
        };
    }
}
