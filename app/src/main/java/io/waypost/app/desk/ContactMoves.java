package io.waypost.app.desk;

import io.waypost.app.conversation.Conversations;
import io.waypost.app.desk.ContactViews.DeskPerson;
import io.waypost.app.live.LiveFeed;
import io.waypost.core.contact.Contact;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.contact.ContactCommand;
import io.waypost.core.contact.ContactRules;
import io.waypost.core.contact.ContactState;
import io.waypost.core.contact.GuestEnd;
import io.waypost.core.contact.GuestRules;
import io.waypost.core.presence.PresenceCommand;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a contact on, with the capacity of whoever has it, in the running transaction. Rows are locked in one order everywhere:
 * conversation, contact, seats by person.
 */
@Component
class ContactMoves {

    /** How long a contact is kept for the one person it was passed on to. */
    private static final Duration WANTED = Duration.ofSeconds(60);
    /** After a call there is something to be written down; what was written in a chat is there already. */
    static final Duration WRAP_UP = Duration.ofSeconds(30);

    private final DeskContactStore contacts;
    private final DeskSeatStore seats;
    private final SeatDesk desk;
    private final StepStore steps;
    private final GuestStore guests;
    private final Policies policies;
    private final TakenUnits units;
    private final Conversations conversations;
    private final DeskFeed feed;
    private final LiveFeed live;
    private final RouterSignal signal;
    private final Clock wall;

    ContactMoves(DeskContactStore contacts, DeskSeatStore seats, SeatDesk desk, StepStore steps, GuestStore guests,
            Policies policies, TakenUnits units, Conversations conversations, DeskFeed feed, LiveFeed live,
            RouterSignal signal,
            @Qualifier("wallClock") Clock wall) {
        this.contacts = contacts;
        this.seats = seats;
        this.desk = desk;
        this.steps = steps;
        this.guests = guests;
        this.policies = policies;
        this.units = units;
        this.conversations = conversations;
        this.feed = feed;
        this.live = live;
        this.signal = signal;
        this.wall = wall;
    }

    /** A move, and what is written down of it. */
    record Move(ContactCommand command, StepKind what, @Nullable DeskPerson by, @Nullable String text,
            Map<String, ?> data) {

        static Move of(ContactCommand command, StepKind what) {
            return new Move(command, what, null, null, Map.of());
        }

        Move by(DeskPerson person) {
            return new Move(command, what, person, text, data);
        }

        Move saying(@Nullable String words) {
            return new Move(command, what, by, words, data);
        }

        Move with(Map<String, ?> facts) {
            return new Move(command, what, by, text, facts);
        }
    }

    /** The contact after a move, and why it was refused if it was. */
    record Moved(KeptContact kept, ContactRules.@Nullable Refusal refusal) {}

    /** Moves a locked contact. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Moved move(KeptContact kept, Move move) {
        var step = ContactRules.step(kept.contact(), move.command());
        if (step.refusal() != null) {
            return new Moved(kept, step.refusal());
        }
        var now = now();
        capacity(kept, step.contact(), move.what(), now);
        var next = times(kept, step.contact(), move, now);
        contacts.update(next);
        steps.add(kept.id(), now, move.what(), move.by(), move.text(), move.data());
        if (GuestRules.leave(kept.contact(), step.contact())) {
            guests.of(kept.id()).forEach(guest -> goes(guest, GuestEnd.CONTACT_MOVED, now));
        }
        told(kept, next);
        return new Moved(next, null);
    }

    /** A guest of a locked contact is one no more. */
    void goes(KeptGuest guest, GuestEnd why, Instant now) {
        guests.end(guest.id(), why, now);
        steps.add(guest.contact(), now, StepKind.GUEST_LEFT, guest.person(), null, Map.of("why", why.name()));
        feed.changed(guest.guest().person(), guest.contact());
    }

    private void capacity(KeptContact kept, Contact next, StepKind what, Instant now) {
        var was = holder(kept.contact());
        var is = holder(next);
        if (Objects.equals(was, is)) {
            return;
        }
        int asked = policies.inForce().terms(kept.channel()).units();
        int had = was == null ? 0 : units.of(kept.id(), asked);
        // In one order, so that two who hand over to each other do not wait for each other.
        if (was != null && is != null && is.toString().compareTo(was.toString()) < 0) {
            take(kept, is, asked, now);
            free(kept, was, had, what, now);
            return;
        }
        if (was != null) {
            free(kept, was, had, what, now);
        }
        if (is != null) {
            take(kept, is, asked, now);
        }
    }

    private void take(KeptContact kept, UUID person, int asked, Instant now) {
        seats.lock(person).ifPresent(
                seat -> seats.update(seat.take(units.take(kept.id(), asked, seat.taken()), now)));
    }

    private void free(KeptContact kept, UUID person, int had, StepKind what, Instant now) {
        seats.lock(person).ifPresent(seat -> {
            var freed = seat.take(-had, now);
            seats.update(freed);
            if (SeatDesk.there(freed)) {
                if (what == StepKind.UNANSWERED) {
                    desk.step(freed, new PresenceCommand.Unanswered());
                } else if (kept.channel() == ContactChannel.PHONE && kept.contact().state() == ContactState.TALKING) {
                    desk.step(freed, new PresenceCommand.ContactEnded(WRAP_UP));
                }
            }
        });
    }

    private static @Nullable UUID holder(Contact contact) {
        return contact.state().takesCapacity() ? contact.agent() : null;
    }

    private KeptContact times(KeptContact kept, Contact next, Move move, Instant now) {
        var holder = holder(next);
        var path = holder == null
                ? null
                : seats.find(holder).map(KeptSeat::unitPath).orElseThrow();
        var closed = next.state() == ContactState.CLOSED;
        boolean passed = move.command() instanceof ContactCommand.Pass;
        return new KeptContact(kept.id(), kept.conversation(), kept.customer(), kept.channel(), kept.matter(),
                kept.language(), kept.contract(), kept.unitCode(), kept.unitPath(), closed ? kept.agentPath() : path,
                next,
                next.wanted() == null ? null : passed ? now.plus(WANTED) : kept.wantedUntil(), kept.repeats(),
                kept.lastAgent(), kept.lastAgentAt(), kept.openedAt(),
                kept.takenAt() == null && next.state() == ContactState.TALKING ? now : kept.takenAt(),
                kept.firstReplyAt(), kept.customerAt(), kept.agentAt(), closed ? now : kept.closedAt(),
                kept.passes() + (passed ? 1 : 0), kept.disposition(), kept.note(), kept.score(), kept.firstSeq(),
                kept.version() + 1);
    }

    /** Pages and the router look again. */
    private void told(KeptContact was, KeptContact is) {
        for (var person : new UUID[]{was.contact().agent(), is.contact().agent()}) {
            if (person != null) {
                feed.changed(person, is.id());
            }
        }
        live.tell("desk-board", is.unitPath(), Map.of());
        conversations.changed(is.conversation());
        signal.afterCommit();
    }

    Instant now() {
        return wall.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
