package io.waypost.core.watch;

import java.time.Duration;

/**
 * When silent parcels of one place are one event and not many (群发事件): a hub that stands still is one matter, not 40,000.
 *
 * <p>An event begins when enough of a place's parcels fell silent within a short time, and ends when most of its parcels have
 * moved. It begins at all of its parcels and ends at a fifth of them, so it does not come and go with single scans.
 *
 * @param least fewer are never an event, however small the place
 * @param most so many are one, however large the place
 * @param share of the parcels under way at the place, between those two
 * @param window within which they fell silent
 * @param rest what share of its parcels may still be silent when it is over; those are looked for one by one
 */
public record MassRules(int least, int most, double share, Duration window, double rest) {

    public MassRules {
        if (least < 2 || most < least || !(share > 0 && share <= 1) || !(rest >= 0 && rest < 1)
                || !window.isPositive()) {
            throw new IllegalArgumentException(
                    "An event of %d to %d parcels, a share of %s, a rest of %s within %s is none.".formatted(least,
                            most, share, rest, window));
        }
    }

    /** Set by Waypost, to be measured: between 20 and 200 parcels, a twentieth of the place's, within six hours. */
    public static MassRules defaults() {
        return new MassRules(20, 200, 0.05, Duration.ofHours(6), 0.2);
    }

    /** How many parcels make an event at a place with so many under way. */
    public long threshold(long underWay) {
        return Math.clamp((long) Math.ceil(underWay * share), least, most);
    }

    /** Whether so many parcels that fell silent within the window are an event. */
    public boolean begins(long silent, long underWay) {
        return silent >= threshold(underWay);
    }

    /**
     * Whether an event is over.
     *
     * @param standing how many of its parcels are silent still
     * @param joined how many it ever had
     */
    public boolean ends(long standing, long joined) {
        return standing <= joined * rest;
    }
}
