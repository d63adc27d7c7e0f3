package io.waypost.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the server says about itself and its business clock. */
public record ServerState(String name, String version, String mode, boolean setupRequired, Instant now, double speed,
        @Nullable WarmUp warmUp) {

    /** How far the first days of a demo have been played. */
    public record WarmUp(Instant from, Instant to, @Nullable Instant reached) {}

    /** The answer to a change of the demo clock. */
    public record ClockState(Instant now, double speed) {}
}
