package io.waypost.core.watch;

import java.time.Instant;
import java.util.UUID;

/** What the watch tells the world. */
public sealed interface WatchEffect {

    /** A parcel is silent. */
    record Raised(SilenceFinding finding) implements WatchEffect {}

    /** A warning no longer stands. */
    record Cleared(UUID findingId, String waybill, Instant at, ClearCause cause) implements WatchEffect {}
}
