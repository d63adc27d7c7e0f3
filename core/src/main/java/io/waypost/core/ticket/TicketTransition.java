package io.waypost.core.ticket;

import io.waypost.core.ticket.TicketCommand.CauseGone;
import io.waypost.core.ticket.TicketCommand.Close;
import io.waypost.core.ticket.TicketCommand.Escalate;
import io.waypost.core.ticket.TicketCommand.FollowUp;
import io.waypost.core.ticket.TicketCommand.Give;
import io.waypost.core.ticket.TicketCommand.Join;
import io.waypost.core.ticket.TicketCommand.Note;
import io.waypost.core.ticket.TicketCommand.Open;
import io.waypost.core.ticket.TicketCommand.RaiseUrgent;
import io.waypost.core.ticket.TicketCommand.Redispatch;
import io.waypost.core.ticket.TicketCommand.Resume;
import io.waypost.core.ticket.TicketCommand.Urge;
import io.waypost.core.ticket.TicketCommand.Warn;
import io.waypost.core.ticket.TicketState.Closed;
import io.waypost.core.ticket.TicketState.Dispatched;
import io.waypost.core.ticket.TicketState.Replied;
import io.waypost.core.ticket.TicketState.Unopened;
import io.waypost.core.ticket.TicketState.Waiting;
import java.util.List;
import java.util.Set;

/** A way from one state to another. All there are stand here; a decision that takes another way is a defect and throws. */
public record TicketTransition(
        Class<? extends TicketState> from,
        Class<? extends TicketCommand> command,
        Class<? extends TicketState> to) {

    private static final List<TicketTransition> DECLARED = List.of(
            way(Unopened.class, Open.class, Dispatched.class),

            way(Dispatched.class, Join.class, Dispatched.class),
            way(Dispatched.class, Give.class, Dispatched.class),
            way(Dispatched.class, Give.class, Waiting.class),
            way(Dispatched.class, Give.class, Replied.class),
            way(Dispatched.class, Urge.class, Dispatched.class),
            way(Dispatched.class, Note.class, Dispatched.class),
            way(Dispatched.class, RaiseUrgent.class, Dispatched.class),
            way(Dispatched.class, Redispatch.class, Dispatched.class),
            way(Dispatched.class, CauseGone.class, Closed.class),
            way(Dispatched.class, Close.class, Closed.class),
            way(Dispatched.class, Warn.class, Dispatched.class),
            way(Dispatched.class, Escalate.class, Dispatched.class),

            way(Waiting.class, Join.class, Waiting.class),
            way(Waiting.class, Give.class, Dispatched.class),
            way(Waiting.class, Give.class, Waiting.class),
            way(Waiting.class, Give.class, Replied.class),
            way(Waiting.class, Urge.class, Waiting.class),
            way(Waiting.class, Note.class, Waiting.class),
            way(Waiting.class, RaiseUrgent.class, Dispatched.class),
            way(Waiting.class, Redispatch.class, Waiting.class),
            way(Waiting.class, CauseGone.class, Closed.class),
            way(Waiting.class, Close.class, Closed.class),
            way(Waiting.class, Resume.class, Dispatched.class),

            way(Replied.class, Join.class, Dispatched.class),
            way(Replied.class, Give.class, Dispatched.class),
            way(Replied.class, Give.class, Waiting.class),
            way(Replied.class, Give.class, Replied.class),
            way(Replied.class, Urge.class, Replied.class),
            way(Replied.class, Note.class, Replied.class),
            way(Replied.class, RaiseUrgent.class, Dispatched.class),
            way(Replied.class, Redispatch.class, Replied.class),
            way(Replied.class, CauseGone.class, Closed.class),
            way(Replied.class, Close.class, Closed.class),
            way(Replied.class, FollowUp.class, Dispatched.class));

    private static final Set<TicketTransition> KNOWN = Set.copyOf(DECLARED);

    /** Every way there is. */
    public static List<TicketTransition> declared() {
        return DECLARED;
    }

    static void require(TicketState from, TicketCommand command, TicketState to) {
        var taken = way(from.getClass(), command.getClass(), to.getClass());
        if (!KNOWN.contains(taken)) {
            throw new IllegalStateException("The transition %s is not declared.".formatted(taken));
        }
    }

    private static TicketTransition way(
            Class<? extends TicketState> from,
            Class<? extends TicketCommand> command,
            Class<? extends TicketState> to) {
        return new TicketTransition(from, command, to);
    }

    @Override
    public String toString() {
        return "%s --%s--> %s".formatted(from.getSimpleName(), command.getSimpleName(), to.getSimpleName());
    }
}
