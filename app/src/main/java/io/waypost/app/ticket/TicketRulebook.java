package io.waypost.app.ticket;

import io.waypost.app.calendar.Calendars;
import io.waypost.app.sop.Sops;
import io.waypost.core.sop.Matter;
import io.waypost.core.sop.Sop;
import io.waypost.core.sop.SopStage;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.TicketTerms;
import io.waypost.core.ticket.TicketTerms.CalendarChoice;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What tickets are decided by: the SOP each was opened under, the kinds, the calendars. Thread-safe; from memory. */
@Component
class TicketRulebook {

    private final Sops sops;
    private final Calendars calendars;

    TicketRulebook(Sops sops, Calendars calendars) {
        this.sops = sops;
        this.calendars = calendars;
    }

    /** The terms of a ticket that is there. */
    TicketTerms of(KeptTicket kept) {
        return terms(sops.of(kept.sop()), kept.ticket().kind(), kept.openedAt());
    }

    /** The terms of a ticket of that kind that is opened, or becomes one, now. */
    TicketTerms inForce(TicketKind kind, Instant now) {
        return terms(sops.inForce(kind, now), kind, now);
    }

    /** The name under which open tickets of one parcel are one case. */
    String matter(TicketKind kind) {
        var entry = sops.kinds().entry(kind);
        return entry.matter() == Matter.OWN ? kind.main().code() : entry.matter().name();
    }

    /**
     * Whether a new matter joins an open ticket: the same matter does; what the platform finds about a parcel's way also joins what already looks for a lost
     * or damaged one.
     */
    boolean joins(TicketKind coming, KeptTicket open) {
        return matter(coming).equals(open.matter())
                || (coming.found() && matter(coming).equals(Matter.MOVEMENT.name())
                        && open.matter().equals(Matter.LOSS_OR_DAMAGE.name()));
    }

    private TicketTerms terms(Sop sop, TicketKind kind, Instant at) {
        return new TicketTerms(sop, sops.inForce(TicketKind.SILENT_PARCEL, at), sops.kinds().entry(kind),
                calendars.book(), choice());
    }

    private CalendarChoice choice() {
        return (code, unit, at) -> code.equals(SopStage.OF_UNIT)
                ? calendars.ofUnit(unit, at)
                : calendars.inForce(code, at);
    }
}
