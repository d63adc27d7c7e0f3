package io.waypost.core.calendar;

import java.time.Instant;

/** When something is reached by working time (工作时间推算结果): an instant, or that it lies beyond the days that are known. */
public sealed interface Moment {

    /** It is then. */
    record At(Instant instant) implements Moment {}

    /**
     * It cannot be told before more holidays are announced.
     *
     * @param known the days that are
     * @param notBefore it is certainly not earlier; ask again with newer holidays by then
     */
    record Beyond(KnownDays known, Instant notBefore) implements Moment {}
}
