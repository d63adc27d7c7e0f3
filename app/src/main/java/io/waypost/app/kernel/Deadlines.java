package io.waypost.app.kernel;

import java.time.Instant;
import java.util.Optional;

/** The work that falls due: how to say that a deadline was written, and how to have everything done up to an instant. */
public interface Deadlines {

    /** Says that a deadline may have been written; inside a transaction the runners look once it has committed. */
    void wake();

    /** When the next piece of any punctual work falls due. */
    Optional<Instant> nextDue();

    /**
     * Does everything that is due up to the given instant, what falls due by doing so included, before it returns.
     * For the demonstration's clock and for tests.
     */
    void drain(Instant until);
}
