package io.waypost.core.improvement;

/**
 * How many tickets of a cause ended in a span (根因计数), with what that is held against; never a quotient alone.
 *
 * @param tickets the tickets of that cause
 * @param ended all tickets that ended, whatever their cause
 * @param weeks how long the span is
 */
public record Tally(long tickets, long ended, int weeks) {

    public Tally {
        if (tickets < 0 || tickets > ended || weeks <= 0) {
            throw new IllegalArgumentException(
                    "There cannot be %d tickets of %d in %d weeks.".formatted(tickets, ended, weeks));
        }
    }

    /** What the tickets are held against. */
    public double exposure(Measure measure) {
        return switch (measure) {
            case SHARE -> ended;
            case PER_WEEK -> weeks;
        };
    }
}
