package io.waypost.app.kernel;

import java.time.Instant;
import java.util.Optional;

/**
 * Work that falls due at an instant kept in an indexed column: silence limits, ticket deadlines, messages to send again.
 *
 * <p>A feature declares a bean of this type; the kernel gives it its threads, which sleep until the next deadline.
 * Implementations claim rows with {@code for update skip locked}, so that several nodes share the work and each deadline
 * fires once.
 */
public interface DueWork {

    /** A short name for threads, logs and measures. */
    String name();

    /** When the next piece of work falls due; empty when nothing waits. Cheap: one index look-up. */
    Optional<Instant> nextDue();

    /**
     * Does one bounded batch of what is due at {@code now}, in a transaction of its own.
     *
     * @return how many pieces were done; 0 when nothing (that is not being done elsewhere) is due
     */
    int runDue(Instant now);

    /**
     * How many threads of a node work on it at once. More than one where the database is asked so much for each piece that one thread
     * would wait for it most of the time.
     */
    default int workers() {
        return 1;
    }

    /**
     * Whether it matters that this runs at its own time and not some minutes later. Where the demonstration's clock is moved
     * forward it stops on its way only for work that does.
     */
    default boolean punctual() {
        return true;
    }
}
