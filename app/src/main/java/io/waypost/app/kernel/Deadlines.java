package io.waypost.app.kernel;

import java.time.Instant;
import java.util.Optional;

/** The work that falls due: how to say that a deadline was written, and how to have everything done up to an instant. */
public interface Deadlines {

    /** Says that there may be something to do for that work at once; inside a transaction it looks when that has committed. */
    void wake(Class<? extends DueWork> work);

    /**
     * Says that something falls due for that work at an instant. Its threads are left asleep where they will look in time anyway:
     * most deadlines lie hours ahead, and a look at the table for each that is written would cost more than the writing.
     */
    void wake(Class<? extends DueWork> work, Instant due);

    /** When the next piece of any punctual work falls due. */
    Optional<Instant> nextDue();

    /**
     * Does everything that is due up to the given instant, what falls due by doing so included, before it returns.
     * For the demonstration's clock and for tests.
     */
    void drain(Instant until);
}
