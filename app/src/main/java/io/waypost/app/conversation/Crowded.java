package io.waypost.app.conversation;

import java.time.Duration;

/** Too much waits to be written; nothing was written. */
public final class Crowded extends RuntimeException {

    private final Duration after;

    Crowded(Duration after) {
        super("Too much waits to be written; try again in %s.".formatted(after), null, false, false);
        this.after = after;
    }

    /** When to try again. */
    public Duration after() {
        return after;
    }
}
