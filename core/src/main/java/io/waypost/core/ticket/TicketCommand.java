package io.waypost.core.ticket;

import java.time.Instant;

/** What somebody, or the clock, asks of a ticket. */
public sealed interface TicketCommand {

    /** Begins the ticket's life with the place of its ladder. */
    record Open() implements TicketCommand {}

    /** A parcel finding with that place responsible joins a ticket that a customer had opened. */
    record Join(Ladder ladder) implements TicketCommand {}

    /** The unit says what it found. */
    record Give(Answer answer) implements TicketCommand {}

    /** The customer asks again. */
    record Urge() implements TicketCommand {}

    /** Somebody writes a remark. */
    record Note() implements TicketCommand {}

    /** Puts the ticket into the green channel (加急). */
    record RaiseUrgent() implements TicketCommand {}

    /** The organisation changed: these are the units above the place now. */
    record Redispatch(Ladder ladder) implements TicketCommand {}

    /** The parcel moved, or ended its journey. */
    record CauseGone() implements TicketCommand {}

    /** Somebody closes it. */
    record Close(CloseReason reason) implements TicketCommand {}

    /** What only the clock asks; refused before its time. */
    sealed interface Timed extends TicketCommand {}

    /** The answer is due soon. */
    record Warn() implements Timed {}

    /** The answer did not come in time. */
    record Escalate() implements Timed {}

    /** The waiting is over. */
    record Resume() implements Timed {}

    /** Forwarded, they said, but no scan came. */
    record FollowUp() implements Timed {}

    /** The one deadline of a state: when, and what is asked then. */
    record Deadline(Instant at, Timed command) {}
}
