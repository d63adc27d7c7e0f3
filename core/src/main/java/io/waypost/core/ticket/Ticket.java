package io.waypost.core.ticket;

import io.waypost.core.sop.Party;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.TicketState.Unopened;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket (工单) as far as its rules are concerned.
 *
 * @param silent whether a silent-parcel finding stands behind it; its limits are then at least as short as a silent parcel's
 * @param desk the unit that answers for it to the customer, whoever works on it
 * @param level how high it has been carried
 * @param clock that of the stage it is in; null where no stage's time runs
 * @param statutory the period of law; null where none runs
 * @param handOvers how often one unit passed it on to another
 * @param reopens how often its result was disputed
 */
public record Ticket(
        TicketKind kind,
        boolean silent,
        boolean urgent,
        String desk,
        Ladder ladder,
        TicketLevel level,
        TicketState state,
        @Nullable StageClock clock,
        @Nullable StatutoryClock statutory,
        int handOvers,
        int reopens) {

    /** A ticket that is about to be opened. */
    public static Ticket about(TicketKind kind, boolean urgent, String desk, Ladder ladder) {
        return new Ticket(kind, kind.equals(TicketKind.SILENT_PARCEL), urgent, desk, ladder, TicketLevel.OUTLET,
                new Unopened(), null, null, 0, 0);
    }

    /** The same with a period of law that ends at that instant. */
    public Ticket withStatutory(Instant due) {
        return new Ticket(kind, silent, urgent, desk, ladder, level, state, clock, new StatutoryClock(due, 0),
                handOvers,
                reopens);
    }

    /** Whether it is over. */
    public boolean ended() {
        return state.ended();
    }

    /** The unit that must act now. */
    public String holder() {
        return switch (state.name().phase()) {
            case DESK, CHECK, APPEAL -> desk;
            case UNIT, WAITING, ENDED -> ladder.unit(level);
            case REPLIED -> clock != null && clock.party() == Party.DESK
                    ? desk
                    : ladder.unit(level);
        };
    }

    /** The unit that is responsible as that. */
    public String responsible(Party party) {
        return party == Party.DESK ? desk : ladder.unit(level);
    }

    /** The unit one level above the one that must act. */
    public String above() {
        return ladder.unit(ladder.above(level));
    }

    /** The same matter, of another kind. */
    public Ticket of(TicketKind other) {
        return new Ticket(other, silent, urgent, desk, ladder, level, state, clock, statutory, handOvers, reopens);
    }

    Ticket to(TicketState next) {
        return new Ticket(kind, silent, urgent, desk, ladder, level, next, clock, statutory, handOvers, reopens);
    }

    Ticket at(TicketLevel other) {
        return new Ticket(kind, silent, urgent, desk, ladder, other, state, clock, statutory, handOvers, reopens);
    }

    Ticket on(Ladder other) {
        return new Ticket(kind, silent, urgent, desk, other, level, state, clock, statutory, handOvers, reopens);
    }

    Ticket with(@Nullable StageClock other) {
        return new Ticket(kind, silent, urgent, desk, ladder, level, state, other, statutory, handOvers, reopens);
    }

    Ticket with(@Nullable StatutoryClock other) {
        return new Ticket(kind, silent, urgent, desk, ladder, level, state, clock, other, handOvers, reopens);
    }

    Ticket withUrgency(boolean yes) {
        return new Ticket(kind, silent, yes, desk, ladder, level, state, clock, statutory, handOvers, reopens);
    }

    Ticket withFinding() {
        return new Ticket(kind, true, urgent, desk, ladder, level, state, clock, statutory, handOvers, reopens);
    }

    Ticket handedOver() {
        return new Ticket(kind, silent, urgent, desk, ladder, level, state, clock, statutory, handOvers + 1, reopens);
    }

    Ticket reopened() {
        return new Ticket(kind, silent, urgent, desk, ladder, level, state, clock, statutory, handOvers, reopens + 1);
    }
}
