package io.waypost.core.routing;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a contact will probably wait (预计等待): in half of all cases no longer than {@code usual}, in nine of ten no longer than
 * {@code mostly}. Two figures, since one alone is wrong half of the time.
 */
public record WaitEstimate(Duration usual, Duration mostly) {

    private static final double HOUR = 3600;
    /** The quantile of the normal distribution at 0.9. */
    private static final double NINE_IN_TEN = 1.2815515655446004;

    /**
     * The wait of a contact before which others have their turn. Agents who could take it become free one after the other at random, so the
     * wait for so many of them is Erlang's distribution; its quantiles are those of Wilson and Hilferty (The distribution of chi-square,
     * 1931), off by less than two in a hundred.
     *
     * @param ahead how many that the same agents could take come before it
     * @param freedAnHour how often an hour one of those agents has become free lately
     * @return nothing where nobody becomes free: who does not know should not name a time
     */
    public static Optional<WaitEstimate> of(int ahead, double freedAnHour) {
        if (ahead < 0) {
            throw new IllegalArgumentException("There cannot be %d contacts ahead.".formatted(ahead));
        }
        return freedAnHour > 0
                ? Optional.of(new WaitEstimate(quantile(ahead + 1, 0, freedAnHour),
                        quantile(ahead + 1, NINE_IN_TEN, freedAnHour)))
                : Optional.empty();
    }

    private static Duration quantile(int events, double normal, double anHour) {
        double root = 1 - 1 / (9.0 * events) + normal / (3 * Math.sqrt(events));
        return Duration.ofSeconds(Math.round(events * root * root * root * HOUR / anHour));
    }
}
