package io.waypost.core.deadline;

import io.waypost.core.calendar.KnownDays;
import java.time.Instant;

/** What an internal clock waits for next (下一次触发). */
public sealed interface NextFiring {

    /** That, at its instant, which may have passed. */
    record Next(Firing firing) implements NextFiring {}

    /**
     * Something that lies beyond the announced holidays.
     *
     * @param known the days that are announced
     * @param notBefore it is certainly not earlier; ask again by then, and where that has passed, with newer holidays
     */
    record Unknown(KnownDays known, Instant notBefore) implements NextFiring {}

    /** Nothing, unless something happens to the clock. */
    record None() implements NextFiring {}
}
