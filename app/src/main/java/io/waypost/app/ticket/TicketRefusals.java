package io.waypost.app.ticket;

import io.waypost.app.kernel.Refusal;
import io.waypost.core.sop.Requirement;
import io.waypost.core.ticket.TicketDecision;
import java.util.Set;

/** The rules' refusals as answers of the API. */
final class TicketRefusals {

    private TicketRefusals() {}

    static Refusal of(TicketDecision.Refusal reason, Set<Requirement> missing, KeptTicket kept) {
        return switch (reason) {
            case TICKET_CLOSED -> conflict(reason, "The ticket %s is closed.", kept);
            case NOT_OPEN -> conflict(reason, "The ticket %s was never opened.", kept);
            case ALREADY_OPEN -> conflict(reason, "The ticket %s is open already.", kept);
            case ALREADY_URGENT -> conflict(reason, "The ticket %s is urgent already.", kept);
            case NOT_URGENT -> conflict(reason, "The ticket %s is not urgent.", kept);
            case NOT_DUE -> conflict(reason, "Nothing of the kind is due on ticket %s.", kept);
            case NOT_IN_THIS_STATE -> conflict(reason, "That is not done with ticket %s as it stands now.", kept)
                    .with("state", kept.ticket().state().name().name());
            case NOT_YOURS -> Refusal.conflict("NOT_YOUR_UNIT",
                    "The ticket %s is with %s now.".formatted(kept.number(), kept.holder().unitCode()));
            case STAGE_NOT_DONE ->
                conflict(reason, "The SOP of ticket %s has a stage first that you may not skip.", kept);
            case REQUIREMENT_MISSING -> conflict(reason, "The SOP of ticket %s asks for something first.", kept)
                    .with("missing", missing.stream().map(Requirement::name).sorted().toList());
            case NOBODY_ABOVE -> conflict(reason, "Nobody is above the unit that has ticket %s.", kept);
            case REOPEN_WINDOW_OVER -> conflict(reason, "It is too late to open ticket %s again.", kept);
            case MERGED_INTO_ITSELF -> Refusal.invalid("into", kept.number(), reason.name(), "Name another ticket.");
            case UNTIL_OUT_OF_RANGE -> Refusal.invalid("until", null, reason.name(),
                    "Name a time after now that is not further away than the time limits allow.");
            case SAME_UNIT -> Refusal.invalid("misdirectedTo", null, reason.name(),
                    "The parcel is with the place itself; name another one.");
            case REASON_RESERVED -> Refusal.invalid("reason", null, reason.name(),
                    "The platform finds that out by itself; choose another reason.");
        };
    }

    private static Refusal conflict(TicketDecision.Refusal reason, String detail, KeptTicket kept) {
        return Refusal.conflict(reason.name(), detail.formatted(kept.number()));
    }
}
