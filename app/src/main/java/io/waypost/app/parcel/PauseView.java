package io.waypost.app.parcel;

import io.waypost.core.watch.Pause;
import java.time.Instant;

/** A reason to rest, as the API shows it. */
public record PauseView(String id, Pause.Reason reason, Instant from, Instant until, Pause.By by) {

    public static PauseView of(Pause pause) {
        return new PauseView(pause.id(), pause.reason(), pause.from(), pause.until(), pause.by());
    }
}
