package io.waypost.core.contact;

import static io.waypost.core.contact.ContactState.OFFERED;
import static io.waypost.core.contact.ContactState.TALKING;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may be asked into a contact, and what everybody in it may do (咨询、三方、耳语). Pure and safe for threads; a "no" is a value. */
public final class GuestRules {

    private GuestRules() {}

    /** Why a command was refused; the names are part of the API. */
    public enum Refusal {
        /** The contact is over, or nobody has it now. */
        OVER,
        /** Somebody else has it. */
        NOT_YOURS,
        /** Whoever has it is in it already. */
        TO_YOURSELF,
        /** They were asked before, and are still wanted. */
        ASKED_ALREADY,
        /** As many as fit have been asked. */
        TOO_MANY,
        /** Nobody has asked them, or not any more. */
        NOT_ASKED
    }

    /** What becomes of one guest: null once they are none; with a refusal, nothing has changed. */
    public record Step(@Nullable Guest guest, @Nullable GuestEnd end, @Nullable Refusal refusal) {}

    /**
     * What becomes of a guest.
     *
     * @param guests of the contact now
     */
    public static Step step(Contact contact, Collection<Guest> guests, GuestCommand command) {
        if (contact.state() != TALKING) {
            return no(Refusal.OVER);
        }
        return switch (command) {
            case GuestCommand.Ask(var by, var person) -> ask(contact, guests, by, person);
            case GuestCommand.Come(var person) -> find(guests, person)
                    .map(guest -> is(new Guest(person, guest.role(), true))).orElseGet(() -> no(Refusal.NOT_ASKED));
            case GuestCommand.Raise(var by, var person) -> !holds(contact, by)
                    ? no(Refusal.NOT_YOURS)
                    : find(guests, person).map(guest -> is(new Guest(person, GuestRole.CONFERENCE, guest.here())))
                            .orElseGet(() -> no(Refusal.NOT_ASKED));
            case GuestCommand.Finish(var by, var person) -> finish(contact, guests, by, person);
            case GuestCommand.Vanish(var person) -> find(guests, person).map(_ -> ended(GuestEnd.GONE))
                    .orElseGet(() -> no(Refusal.NOT_ASKED));
        };
    }

    private static Step ask(Contact contact, Collection<Guest> guests, UUID by, UUID person) {
        if (!holds(contact, by)) {
            return no(Refusal.NOT_YOURS);
        }
        if (by.equals(person)) {
            return no(Refusal.TO_YOURSELF);
        }
        if (find(guests, person).isPresent()) {
            return no(Refusal.ASKED_ALREADY);
        }
        return guests.size() >= Guest.MOST
                ? no(Refusal.TOO_MANY)
                : is(new Guest(person, GuestRole.CONSULT, false));
    }

    private static Step finish(Contact contact, Collection<Guest> guests, UUID by, UUID person) {
        boolean own = by.equals(person);
        if (!own && !holds(contact, by)) {
            return no(Refusal.NOT_YOURS);
        }
        return find(guests, person).map(_ -> ended(own ? GuestEnd.LEFT : GuestEnd.SENT_AWAY))
                .orElseGet(() -> no(Refusal.NOT_ASKED));
    }

    /** Whether guests have no business any more after a step of their contact: they are whoever's who asked them. */
    public static boolean leave(Contact before, Contact after) {
        return before.state() == TALKING
                && (after.state() != TALKING || !Objects.equals(before.agent(), after.agent()));
    }

    /**
     * The part that somebody has in it; empty where it is none of their business.
     *
     * @param leads whether they lead a desk that the contact belongs to
     */
    public static Optional<Part> part(Contact contact, Collection<Guest> guests, UUID person, boolean leads) {
        if (holds(contact, person)) {
            return Optional.of(Part.HOLDS);
        }
        if (contact.state() == OFFERED && person.equals(contact.agent())) {
            return Optional.of(Part.OFFERED);
        }
        var guest = contact.state() == TALKING ? find(guests, person) : Optional.<Guest>empty();
        if (guest.filter(Guest::here).isPresent()) {
            return guest.map(come -> come.role() == GuestRole.CONFERENCE ? Part.CONFERS : Part.ADVISES);
        }
        return leads ? Optional.of(Part.LOOKS_ON) : guest.map(_ -> Part.ASKED);
    }

    private static boolean holds(Contact contact, UUID person) {
        return contact.state() == TALKING && person.equals(contact.agent());
    }

    private static Optional<Guest> find(Collection<Guest> guests, UUID person) {
        return guests.stream().filter(guest -> guest.person().equals(person)).findFirst();
    }

    private static Step is(Guest guest) {
        return new Step(guest, null, null);
    }

    private static Step ended(GuestEnd end) {
        return new Step(null, end, null);
    }

    private static Step no(Refusal refusal) {
        return new Step(null, null, refusal);
    }
}
