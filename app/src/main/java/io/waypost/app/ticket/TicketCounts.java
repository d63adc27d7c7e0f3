package io.waypost.app.ticket;

import java.time.Instant;
import java.util.List;

/** Tickets counted by the place responsible: a read model for boards, cheap enough to be asked every few seconds. */
public interface TicketCounts {

    /** Open tickets of each place that has any. */
    List<Open> open(Instant now);

    /** Tickets closed since then, by place and hour. */
    List<Closed> closed(Instant since);

    /** Of the tickets opened since then, how many were answered in time, by place. */
    List<Answered> answered(Instant since);

    /**
     * Open tickets of a place.
     *
     * @param placePath path of the place responsible
     */
    record Open(
            String placePath,
            long open,
            long dispatched,
            long waiting,
            long replied,
            long dueSoon,
            long overdue,
            long atRegion,
            long atHeadquarters,
            long urgent) {}

    /**
     * Tickets closed in an hour.
     *
     * @param hour its beginning
     */
    record Closed(String placePath, Instant hour, long closed) {}

    /**
     * Tickets answered, or not answered in time.
     *
     * @param late answered after the first due, or not at all by then
     */
    record Answered(String placePath, long inTime, long late) {}
}
