package io.waypost.app.ticket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tickets that ended, counted by root cause (根因统计): what the current actor reaches of them. Thread-safe. */
public interface TicketCauses {

    /**
     * Which tickets are counted.
     *
     * @param from the first instant at which they ended
     * @param until the first after it
     * @param within the path of the unit at or below which the place responsible lies
     */
    record Ended(Instant from, Instant until, String within) {}

    /** By cause and week (from Monday, Beijing time); those without a cause have null. */
    List<Week> weekly(Ended which);

    /** By the unit that is responsible, for one cause: where most of its tickets are comes first. */
    List<Place> places(Ended which, String cause, By by, int most);

    /** All at once. */
    Count count(Ended which, String cause);

    record Week(@Nullable String cause, LocalDate monday, long tickets) {}

    /**
     * The tickets of a unit.
     *
     * @param tickets those of the cause
     * @param ended all that ended
     */
    record Place(String unitCode, long tickets, long ended) {}

    /** Tickets of the cause, and all that ended. */
    record Count(long tickets, long ended) {}

    /** What places are put together by. */
    enum By {
        REGION,
        UNIT
    }
}
