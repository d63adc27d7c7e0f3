package io.waypost.app.ticket;

import io.waypost.core.ticket.CallBackVerdict;
import io.waypost.core.ticket.CloseReason;
import io.waypost.core.ticket.InvalidReason;
import io.waypost.core.ticket.RejectReason;
import io.waypost.core.ticket.TicketState;
import io.waypost.core.ticket.TicketState.WaitReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A ticket's state as it is kept: its name and whatever it carries, flat; the columns of {@code ticket.ticket}, and JSON in a merge. */
record StateBody(
        TicketState.Name name,
        @Nullable Instant until,
        @Nullable WaitReason waitReason,
        @Nullable Integer tries,
        @Nullable CallBackVerdict verdict,
        @Nullable String reason,
        @Nullable Instant at,
        @Nullable String into,
        @Nullable StateBody before) {

    static StateBody of(TicketState state) {
        return switch (state) {
            case TicketState.Waiting(var until, var reason) -> new StateBody(state.name(), until, reason, null, null,
                    null, null, null, null);
            case TicketState.Checked(var tries) -> new StateBody(state.name(), null, null, tries, null, null, null,
                    null, null);
            case TicketState.CalledBack(var verdict) -> new StateBody(state.name(), null, null, null, verdict, null,
                    null, null, null);
            case TicketState.Closed(var reason, var at) -> ended(state, reason.name(), at);
            case TicketState.Rejected(var reason, var at) -> ended(state, reason.name(), at);
            case TicketState.Invalid(var reason, var at) -> ended(state, reason.name(), at);
            case TicketState.Merged(var into, var before, var at) -> new StateBody(state.name(), null, null, null, null,
                    null, at, into, of(before));
            default -> new StateBody(state.name(), null, null, null, null, null, null, null, null);
        };
    }

    TicketState state() {
        return switch (name) {
            case UNOPENED -> new TicketState.Unopened();
            case NEW -> new TicketState.New();
            case TRIAGED -> new TicketState.Triaged();
            case DISPATCHED -> new TicketState.Dispatched();
            case ESCALATED -> new TicketState.Escalated();
            case REOPENED -> new TicketState.Reopened();
            case ACCEPTED -> new TicketState.Accepted();
            case IN_PROGRESS -> new TicketState.InProgress();
            case WAITING -> new TicketState.Waiting(there("until", until), there("waitReason", waitReason));
            case REPLIED -> new TicketState.Replied();
            case CLOSE_APPLIED -> new TicketState.CloseApplied();
            case CHECKED -> new TicketState.Checked(there("tries", tries));
            case CALLED_BACK -> new TicketState.CalledBack(there("verdict", verdict));
            case APPEALED -> new TicketState.Appealed();
            case CLOSED -> new TicketState.Closed(CloseReason.valueOf(there("reason", reason)), there("at", at));
            case REJECTED -> new TicketState.Rejected(RejectReason.valueOf(there("reason", reason)), there("at", at));
            case INVALID -> new TicketState.Invalid(InvalidReason.valueOf(there("reason", reason)), there("at", at));
            case MERGED ->
                new TicketState.Merged(there("into", into), there("before", before).state(), there("at", at));
        };
    }

    private static StateBody ended(TicketState state, String reason, Instant at) {
        return new StateBody(state.name(), null, null, null, null, reason, at, null, null);
    }

    private <T> T there(String what, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("A ticket that is %s is kept without its %s.".formatted(name, what));
        }
        return value;
    }
}
