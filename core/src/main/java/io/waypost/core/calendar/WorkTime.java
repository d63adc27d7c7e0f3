package io.waypost.core.calendar;

import java.time.Duration;

/** An amount of working time (工作时长): exact, or at least so much where part of the days is not known. */
public sealed interface WorkTime {

    /** So much of it as is certain. */
    Duration certain();

    /** Exactly so much. */
    record Exact(Duration certain) implements WorkTime {}

    /**
     * At least so much; what lies outside of the known days is not counted.
     *
     * @param known the days that are counted
     */
    record AtLeast(Duration certain, KnownDays known) implements WorkTime {}
}
