package io.waypost.core.ticket;

import io.waypost.core.calendar.CalendarBook;
import io.waypost.core.calendar.CalendarId;
import io.waypost.core.sop.KindEntry;
import io.waypost.core.sop.Party;
import io.waypost.core.sop.Sop;
import io.waypost.core.sop.SopStage;
import io.waypost.core.sop.Stage;
import java.time.Duration;
import java.time.Instant;

/**
 * What a ticket is decided by (适用规则): the SOP it was opened under, and where hours are found.
 *
 * @param silent the SOP of silent parcels, whose limits a ticket has too once a finding stands behind it
 * @param kind what its kind is
 */
public record TicketTerms(Sop sop, Sop silent, KindEntry kind, CalendarBook book, CalendarChoice calendars) {

    /** A deadline found later than this counts from when it was found: nobody pays for our standstill. */
    public static final Duration LATENESS = Duration.ofMinutes(30);

    /** Which calendar a unit's stage counts by. */
    @FunctionalInterface
    public interface CalendarChoice {

        /**
         * The calendar.
         *
         * @param code a calendar's code, or {@link SopStage#OF_UNIT}
         * @param unit the unit responsible
         */
        CalendarId choose(String code, String unit, Instant at);
    }

    /** The instant at which a deadline counts as fired when it is found at {@code now}. */
    public static Instant firedAt(Instant deadline, Instant now) {
        return deadline.plus(LATENESS).isBefore(now) ? now : deadline;
    }

    /** How long the party has for that ticket in that stage. */
    Duration limit(Ticket ticket, SopStage stage) {
        var own = stage.limit(ticket.urgent());
        if (!ticket.silent() || stage.stage() != Stage.RESPONSE) {
            return own;
        }
        return silent.stage(Stage.RESPONSE, stage.party())
                .map(one -> one.limit(ticket.urgent()))
                .filter(limit -> limit.compareTo(own) < 0)
                .orElse(own);
    }

    CalendarId calendar(SopStage stage, String unit, Instant at) {
        return calendars.choose(stage.calendar(), unit, at);
    }

    /** Whether a scan, and not a person, shows whether an answer settles the ticket. */
    boolean verifiedByScan() {
        return sop.stage(Stage.VERIFICATION, Party.OUTLET).filter(stage -> stage.party() != Party.DESK).isPresent();
    }
}
