package io.waypost.core.ticket;

import io.waypost.core.ticket.TicketState.Closed;
import io.waypost.core.ticket.TicketState.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When the customer may say how content they are (满意度评价): after the end, and once more within a week. Pure. */
public final class RatingRules {

    /** How long after it was given a rating may be changed. */
    public static final Duration CHANGEABLE = Duration.ofDays(7);
    /** The fewest stars. */
    public static final int FEWEST = 1;
    /** The most stars. */
    public static final int MOST = 5;

    private RatingRules() {}

    /**
     * A rating of the same end that is there already.
     *
     * @param at when it was first given
     */
    public record Given(Instant at, boolean changed) {}

    /** Why not; the names are part of the API. */
    public enum Refusal {
        /** There is no result yet to be rated. */
        NOT_ENDED,
        /** It was changed once already. */
        RATED_ALREADY,
        /** The week in which it could be changed is over. */
        RATING_WINDOW_OVER
    }

    /** Why a ticket in that state cannot be rated now; empty where it can. */
    public static Optional<Refusal> refusal(TicketState state, @Nullable Given given, Instant now) {
        if (!(state instanceof Closed || state instanceof Rejected)) {
            return Optional.of(Refusal.NOT_ENDED);
        }
        if (given == null) {
            return Optional.empty();
        }
        if (given.changed()) {
            return Optional.of(Refusal.RATED_ALREADY);
        }
        return now.isAfter(given.at().plus(CHANGEABLE)) ? Optional.of(Refusal.RATING_WINDOW_OVER) : Optional.empty();
    }
}
