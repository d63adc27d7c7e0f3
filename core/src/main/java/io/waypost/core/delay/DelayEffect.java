package io.waypost.core.delay;

import io.waypost.core.delay.DelayFinding.Cause;
import java.time.Instant;

/** What the delay watch tells the world. */
public sealed interface DelayEffect {

    /** A warning. */
    record Raised(DelayFinding finding) implements DelayEffect {}

    /** A warning no longer stands. */
    record Cleared(DelayFinding finding, Instant at, Cause cause) implements DelayEffect {}
}
