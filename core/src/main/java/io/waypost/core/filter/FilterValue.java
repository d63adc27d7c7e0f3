package io.waypost.core.filter;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What a condition compares with (比较值). */
public sealed interface FilterValue {

    /** A choice or a code. */
    record Word(String text) implements FilterValue {}

    /** A whole number. */
    record Count(long number) implements FilterValue {}

    /** Yes or no. */
    record Flag(boolean yes) implements FilterValue {}

    /** A fixed instant. */
    record Moment(Instant at) implements FilterValue {}

    /** So long after now; before it where negative. */
    record FromNow(Duration distance) implements FilterValue {}

    /** A person. */
    record Someone(UUID id) implements FilterValue {}

    /** Whoever asks, or their unit: a view shared by many shows each their own. */
    record Own() implements FilterValue {}
}
