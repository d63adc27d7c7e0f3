package io.waypost.core.contact;

import static io.waypost.core.contact.ContactState.CLOSED;
import static io.waypost.core.contact.ContactState.OFFERED;
import static io.waypost.core.contact.ContactState.PARKED;
import static io.waypost.core.contact.ContactState.TALKING;
import static io.waypost.core.contact.ContactState.WAITING;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a contact goes on (来访流转). Pure and safe for threads; a "no" is a value. */
public final class ContactRules {

    private ContactRules() {}

    /** Why a command was refused; the names are part of the API. */
    public enum Refusal {
        /** It is over. */
        OVER,
        /** It is not offered, or not to them. */
        NOT_OFFERED_TO_YOU,
        /** Somebody else has it, or nobody. */
        NOT_YOURS,
        /** It does not wait any more: somebody was quicker. */
        NOT_WAITING,
        /** The level of support must be that of now or higher, at most 3. */
        LEVEL,
        /** Whoever passes it on cannot be the one it goes to. */
        TO_YOURSELF
    }

    /** The contact after a command; where it was refused, as it was. */
    public record Step(Contact contact, @Nullable Refusal refusal) {}

    /** What becomes of a contact. */
    public static Step step(Contact contact, ContactCommand command) {
        if (contact.state() == CLOSED) {
            return no(contact, Refusal.OVER);
        }
        return switch (command) {
            case ContactCommand.Open _ ->
                contact.state() == PARKED
                        ? yes(queued(contact, contact.wanted(), contact.level()))
                        : no(contact, Refusal.NOT_WAITING);
            case ContactCommand.Offer(var agent, var until) ->
                contact.state() == WAITING
                        ? yes(new Contact(OFFERED, contact.since(), contact.level(), agent, contact.wanted(), until,
                                null))
                        : no(contact, Refusal.NOT_WAITING);
            case ContactCommand.Accept(var agent) ->
                with(contact, OFFERED, agent) ? yes(had(contact, agent)) : no(contact, Refusal.NOT_OFFERED_TO_YOU);
            case ContactCommand.Return(var agent) ->
                with(contact, OFFERED, agent)
                        ? yes(queued(contact, returned(contact, agent), contact.level()))
                        : no(contact, Refusal.NOT_OFFERED_TO_YOU);
            case ContactCommand.Pass pass -> pass(contact, pass);
            case ContactCommand.TakeOver(var lead) ->
                with(contact, TALKING, lead) ? no(contact, Refusal.TO_YOURSELF) : yes(had(contact, lead));
            case ContactCommand.AgentGone(var agent) ->
                contact.state().takesCapacity() && agent.equals(contact.agent())
                        ? yes(queued(contact, null, contact.level()))
                        : no(contact, Refusal.NOT_YOURS);
            case ContactCommand.LetAnybody _ ->
                contact.state() == WAITING
                        ? yes(queued(contact, null, contact.level()))
                        : no(contact, Refusal.NOT_WAITING);
            case ContactCommand.Close(var by, var end) -> close(contact, by, end);
        };
    }

    private static Step pass(Contact contact, ContactCommand.Pass pass) {
        if (!with(contact, TALKING, pass.agent())) {
            return no(contact, Refusal.NOT_YOURS);
        }
        if (pass.agent().equals(pass.to())) {
            return no(contact, Refusal.TO_YOURSELF);
        }
        // A contact is never passed down: whoever needed an expert once is not explained anew to a beginner.
        if (pass.level() < contact.level() || pass.level() > Contact.HIGHEST_LEVEL) {
            return no(contact, Refusal.LEVEL);
        }
        return yes(queued(contact, pass.to(), pass.level()));
    }

    private static Step close(Contact contact, @Nullable UUID by, ContactEnd end) {
        if (by != null && !with(contact, TALKING, by)) {
            return no(contact, Refusal.NOT_YOURS);
        }
        // Who goes before anybody had it has given up, whatever the channel calls it.
        var really = by == null && contact.state() != TALKING && end == ContactEnd.BY_CUSTOMER
                ? ContactEnd.ABANDONED
                : end;
        return yes(new Contact(CLOSED, contact.since(), contact.level(),
                contact.state() == TALKING ? contact.agent() : null, null, null, really));
    }

    private static boolean with(Contact contact, ContactState state, UUID agent) {
        return contact.state() == state && Objects.equals(contact.agent(), agent);
    }

    /** The one person it was passed on to did not take it: then anybody may. */
    private static @Nullable UUID returned(Contact contact, UUID agent) {
        return agent.equals(contact.wanted()) ? null : contact.wanted();
    }

    private static Contact queued(Contact contact, @Nullable UUID wanted, int level) {
        return new Contact(WAITING, contact.since(), level, null, wanted, null, null);
    }

    private static Contact had(Contact contact, UUID agent) {
        return new Contact(TALKING, contact.since(), contact.level(), agent, null, null, null);
    }

    private static Step yes(Contact contact) {
        return new Step(contact, null);
    }

    private static Step no(Contact contact, Refusal refusal) {
        return new Step(contact, refusal);
    }
}
