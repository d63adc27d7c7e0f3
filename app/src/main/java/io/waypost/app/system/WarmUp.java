package io.waypost.app.system;

import java.time.Instant;
import java.util.Optional;

/** How far a demonstration has got in living through its past; shown to whoever waits for it. Thread-safe. */
public interface WarmUp {

    /**
     * The past that is being lived through, in business time. How far it has got is what the business clock shows.
     *
     * @param from where it began
     * @param to where it ends and the demonstration goes on by itself
     */
    record Span(Instant from, Instant to) {}

    /** Says that a warm-up runs; empty = none, or none any more. */
    void set(Optional<Span> span);

    /** The warm-up that runs. */
    Optional<Span> current();
}
