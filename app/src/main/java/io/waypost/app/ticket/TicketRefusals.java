package io.waypost.app.ticket;

import io.waypost.app.kernel.Refusal;
import io.waypost.core.ticket.TicketDecision;

/** The rules' refusals as answers of the API. */
final class TicketRefusals {

    private TicketRefusals() {}

    static Refusal of(TicketDecision.Refusal reason, String number) {
        return switch (reason) {
            case TICKET_CLOSED -> conflict(reason, "The ticket %s is closed.", number);
            case NOT_OPEN -> conflict(reason, "The ticket %s was never opened.", number);
            case ALREADY_OPEN -> conflict(reason, "The ticket %s is open already.", number);
            case ALREADY_URGENT -> conflict(reason, "The ticket %s is urgent already.", number);
            case NOT_DUE -> conflict(reason, "Nothing of the kind is due on ticket %s.", number);
            case UNTIL_OUT_OF_RANGE -> Refusal.invalid("until", null, reason.name(),
                    "Name a time after now that is not further away than the time limits allow.");
            case SAME_UNIT -> Refusal.invalid("misdirectedTo", null, reason.name(),
                    "The parcel is with the place itself; name another one.");
            case REASON_RESERVED -> Refusal.invalid("reason", null, reason.name(),
                    "The platform finds that out by itself; choose another reason.");
        };
    }

    private static Refusal conflict(TicketDecision.Refusal reason, String detail, String number) {
        return Refusal.conflict(reason.name(), detail.formatted(number));
    }
}
