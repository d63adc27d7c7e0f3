package io.waypost.core.ticket;

import io.waypost.core.deadline.Firing;
import io.waypost.core.ticket.TicketState.WaitReason;
import java.time.Instant;

/** What somebody, or the clock, asks of a ticket. Who may ask it when stands in {@link TicketTable}. */
public sealed interface TicketCommand {

    /**
     * Begins the ticket's life: at the desk where its SOP has a triage, else with the place of its ladder.
     *
     * @param sorted whether a rule has said who must act, so that no desk needs to
     */
    record Open(boolean sorted) implements TicketCommand {

        public Open() {
            this(false);
        }
    }

    /** A parcel finding with that place responsible joins. */
    record Join(Ladder ladder) implements TicketCommand {}

    /** The desk, or a rule, says what it is; the terms given with the command are those of the new kind. */
    record Triage() implements TicketCommand {}

    /** Sends it to the place that must act. */
    record Dispatch(Ladder ladder) implements TicketCommand {}

    /** Gives it to another place or department; whose desk answers for it stays. */
    record HandOver(Ladder ladder) implements TicketCommand {}

    /** The unit says that it has the matter. */
    record Accept() implements TicketCommand {}

    /** Somebody begins to work on it. */
    record Start() implements TicketCommand {}

    /** Nothing can be done before that. */
    record Wait(WaitReason reason, Instant until) implements TicketCommand {}

    /** What was waited for is there. */
    record GoOn() implements TicketCommand {}

    /** The unit says what it found. */
    record Give(Answer answer) implements TicketCommand {}

    /** The answer is not enough: the unit must go on. */
    record Return() implements TicketCommand {}

    /** The unit says that it is settled. */
    record ApplyClose() implements TicketCommand {}

    /** It is not settled after all. */
    record WithdrawClose() implements TicketCommand {}

    /** Somebody else has looked at the result. */
    record Check(boolean passed) implements TicketCommand {}

    /** The customer was called. */
    record CallBack(CallBackVerdict verdict) implements TicketCommand {}

    /** The customer says that the result is right. */
    record Confirm() implements TicketCommand {}

    /** The customer says that the result is not right, or a person does for them. */
    record Reopen() implements TicketCommand {}

    /** Closes it. */
    record Close(CloseReason reason) implements TicketCommand {}

    /** The customer no longer wants it. */
    record Withdraw() implements TicketCommand {}

    /** The complaint does not stand. */
    record Reject(RejectReason reason) implements TicketCommand {}

    /** It is no matter at all. */
    record Invalidate(InvalidReason reason) implements TicketCommand {}

    /** It goes on in the ticket of that number. */
    record Merge(String number, String into) implements TicketCommand {}

    /** The merge was a mistake. */
    record Unmerge() implements TicketCommand {}

    /** The customer asks again. */
    record Urge() implements TicketCommand {}

    /** Somebody writes a remark. */
    record Note() implements TicketCommand {}

    /** The customer writes. */
    record Message() implements TicketCommand {}

    /** Another person of the unit takes care of it. */
    record Appoint() implements TicketCommand {}

    /** Puts the ticket into the green channel (加急). */
    record RaiseUrgent() implements TicketCommand {}

    /** It did not belong there. */
    record LowerUrgent() implements TicketCommand {}

    /** Carries it one level up before its time. */
    record CarryUp() implements TicketCommand {}

    /** The organisation changed: these are the units above the place now. */
    record Redispatch(Ladder ladder) implements TicketCommand {}

    /** The parcel moved, or ended its journey. */
    record CauseGone() implements TicketCommand {}

    /** The regulator passed on an appeal about it. */
    record ReceiveAppeal() implements TicketCommand {}

    /** The regulator closed the appeal. */
    record EndAppeal() implements TicketCommand {}

    /** Calendars or limits changed: the terms given with the command are the new ones. */
    record Recount() implements TicketCommand {}

    /** What only the clock asks; refused before its time, but for {@link LookAgain}, which changes nothing. */
    sealed interface Timed extends TicketCommand {}

    /** A warning, an escalation, or a step after it is due. */
    record Fire(Firing.Key key) implements Timed {}

    /** The waiting is over. */
    record WaitOver() implements Timed {}

    /** The period of law runs out, or is over. */
    record RemindStatutory() implements Timed {}

    /** What is due could not be known before: the calendar must be looked at again. */
    record LookAgain() implements Timed {}

    /** The next thing that happens by itself: when, and what is asked then. */
    record Deadline(Instant at, Timed command) {}
}
