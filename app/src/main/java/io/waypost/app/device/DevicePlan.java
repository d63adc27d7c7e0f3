package io.waypost.app.device;

import io.waypost.app.identity.PersonRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is done about a scanner (整改), by whom and until when, with its lag before and after.
 *
 * @param slowBefore whether it was slow when the plan was made; only then does a good lag end it
 * @param before in the three days before the plan
 * @param after what showed that it was good again; null while it is open, and where there was nothing to measure
 */
record DevicePlan(UUID id, String device, Action action, String note, PersonRef person, LocalDate due,
        Instant openedAt, String openedBy, boolean slowBefore, Lateness before, @Nullable Instant endedAt,
        @Nullable String endedBy, @Nullable Ended endedWhy, @Nullable Lateness after, int version) {

    /** What is to be done. */
    enum Action {
        REPLACE,
        REPAIR,
        TRAIN
    }

    /** Why it is over. */
    enum Ended {
        GOOD_AGAIN,
        OUT_OF_USE,
        WITHDRAWN
    }

    /** How many scans came in, and which share of them later than five minutes; null where none did. */
    record Lateness(long scans, @Nullable Double lateShare) {}

    boolean open() {
        return endedWhy == null;
    }

    /** Whether it reached what it was made for. */
    boolean done() {
        return endedWhy == Ended.GOOD_AGAIN || endedWhy == Ended.OUT_OF_USE;
    }
}
