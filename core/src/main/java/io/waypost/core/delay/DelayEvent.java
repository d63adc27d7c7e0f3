package io.waypost.core.delay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may happen to a promise. */
public sealed interface DelayEvent {

    /** The parcel was scanned; a scan may say what is promised. */
    record Scanned(DelayPoint point, @Nullable Instant promisedAt) implements DelayEvent {}

    /** It was registered, or registered anew, with a promise. */
    record Promised(Instant promisedAt) implements DelayEvent {}

    /** Time passed. */
    record TimePassed() implements DelayEvent {}
}
