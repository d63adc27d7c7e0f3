package io.waypost.core.outlet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one cause at one site, from hour to hour. Immutable.
 *
 * @param strikes hours in a row beyond the threshold, while nothing was raised
 * @param calm hours in a row that were usual again, while it stands
 * @param raised the hour in which it was raised; null while it does not stand
 */
public record Vigil(int strikes, int calm, @Nullable Instant raised) {

    /** Nothing is remembered. */
    public static final Vigil NONE = new Vigil(0, 0, null);

    /** Whether it stands. */
    public boolean stands() {
        return raised != null;
    }
}
