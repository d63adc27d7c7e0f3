package io.waypost.core.tracking;

import io.waypost.core.scan.ParcelStatus;
import io.waypost.core.ticket.AnswerKind;
import io.waypost.core.ticket.TicketState;
import io.waypost.core.ticket.TicketState.WaitReason;
import io.waypost.core.ticket.TicketState.Waiting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is being done about a parcel, for whoever waits for it: never more than is true, never the inside of the network.
 *
 * @param until by when the next step is promised; null where none is, or where it has passed
 */
public record Doing(Code code, @Nullable Instant until) {

    /** The codes that the customer's page has words for. */
    public enum Code {
        MOVING,
        ON_ROAD_LONG,
        RECEIVED,
        CONTACTING_OUTLET,
        HANDLING,
        CHECKING,
        WITH_AUTHORITY,
        SEARCHING,
        FOUND_FORWARDED,
        FOUND_DAMAGED,
        WAITING_FOR_YOU,
        AT_STATION,
        OUT_FOR_DELIVERY,
        DELIVERED,
        RETURNING,
        CUSTOMS
    }

    /** How long the parcel has not been seen. */
    public enum Quiet {
        /** Not longer than usual. */
        NO,
        /** Longer than one would like, not yet silent. */
        LONG,
        /** Silent (静默). */
        SILENT
    }

    /**
     * What is known.
     *
     * @param ticket the state of its open ticket, null where there is none
     * @param due by when the next step of that ticket is owed
     * @param answer the last answer to that ticket
     */
    public record Known(
            ParcelStatus status,
            Quiet quiet,
            @Nullable TicketState ticket,
            @Nullable Instant due,
            @Nullable AnswerKind answer) {}

    /** Says what is being done: the end of a journey first, then the ticket, then the parcel itself. */
    public static Doing of(Known known, Instant now) {
        var doing = switch (known.status()) {
            case SIGNED -> new Doing(Code.DELIVERED, null);
            case RETURNED, RETURNING -> new Doing(Code.RETURNING, null);
            case CREATED, IN_TRANSIT, OUT_FOR_DELIVERY, AT_STATION, PROBLEM, CUSTOMS -> known.ticket() == null
                    ? byParcel(known)
                    : byTicket(known.ticket(), known);
        };
        return doing.until() != null && !doing.until().isAfter(now) ? new Doing(doing.code(), null) : doing;
    }

    private static Doing byTicket(TicketState state, Known known) {
        return switch (state.name()) {
            case NEW, TRIAGED -> new Doing(Code.RECEIVED, known.due());
            case DISPATCHED, ESCALATED, REOPENED -> new Doing(search(known.answer()), known.due());
            case ACCEPTED, IN_PROGRESS -> new Doing(Code.HANDLING, known.due());
            case WAITING -> new Doing(waiting(state), known.due());
            case REPLIED -> new Doing(known.answer() == AnswerKind.FOUND_FORWARDED
                    ? Code.FOUND_FORWARDED
                    : Code.CHECKING, known.due());
            case CLOSE_APPLIED, CHECKED, CALLED_BACK -> new Doing(Code.CHECKING, known.due());
            case APPEALED -> new Doing(Code.WITH_AUTHORITY, null);
            case UNOPENED, CLOSED, REJECTED, INVALID, MERGED -> byParcel(known);
        };
    }

    private static Code waiting(TicketState state) {
        return switch (state instanceof Waiting(_, var reason) ? reason : WaitReason.ROAD) {
            case CUSTOMER -> Code.WAITING_FOR_YOU;
            case ROAD -> Code.ON_ROAD_LONG;
            case EVIDENCE, OTHER_OUTLET, AUTHORITY -> Code.HANDLING;
        };
    }

    /** What a unit is doing that owes an answer, by what was answered before. */
    private static Code search(@Nullable AnswerKind answer) {
        return switch (answer) {
            case null -> Code.CONTACTING_OUTLET;
            case MISDIRECTED, WAITING_CUSTOMER, ON_THE_WAY, EXPLAINED -> Code.CONTACTING_OUTLET;
            case FOUND_DAMAGED -> Code.FOUND_DAMAGED;
            // It was said to be sent on and was not seen again.
            case NOT_FOUND, FOUND_FORWARDED -> Code.SEARCHING;
        };
    }

    private static Doing byParcel(Known known) {
        if (known.quiet() == Quiet.SILENT) {
            return new Doing(Code.CONTACTING_OUTLET, null);
        }
        return new Doing(switch (known.status()) {
            case OUT_FOR_DELIVERY -> Code.OUT_FOR_DELIVERY;
            case AT_STATION -> Code.AT_STATION;
            case CUSTOMS -> Code.CUSTOMS;
            case PROBLEM -> Code.CONTACTING_OUTLET;
            case SIGNED -> Code.DELIVERED;
            case RETURNING, RETURNED -> Code.RETURNING;
            case CREATED, IN_TRANSIT -> known.quiet() == Quiet.LONG ? Code.ON_ROAD_LONG : Code.MOVING;
        }, null);
    }
}
