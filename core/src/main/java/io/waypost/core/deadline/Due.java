package io.waypost.core.deadline;

import io.waypost.core.calendar.KnownDays;
import java.time.Instant;

/** When the time of a stage is used up (到期时间). */
public sealed interface Due {

    /** It is, or was, then. */
    record At(Instant instant) implements Due {}

    /**
     * It lies beyond the days whose holidays are announced. Provisional: to be asked again when a calendar was updated, and at
     * {@code notBefore} at the latest.
     *
     * @param known the days that are announced
     * @param notBefore it is certainly not earlier
     */
    record Beyond(KnownDays known, Instant notBefore) implements Due {}

    /** The clock does not run and the time is not used up: nothing is due until it is resumed. */
    record Open() implements Due {}
}
