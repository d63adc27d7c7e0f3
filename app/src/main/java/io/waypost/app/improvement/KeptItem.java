package io.waypost.app.improvement;

import io.waypost.app.identity.PersonRef;
import io.waypost.core.improvement.ItemState;
import io.waypost.core.improvement.Measure;
import io.waypost.core.improvement.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An improvement item as it is kept. */
record KeptItem(UUID id, Draft draft, String unitPath, Before before, ItemState.Name state, @Nullable Instant doneAt,
        int looks, @Nullable Instant compareAt, @Nullable After after, Instant proposedAt, String proposedBy,
        @Nullable Instant endedAt, int version) {

    /** What was meant. */
    record Draft(String cause, String unitCode, String title, String plan, PersonRef owner, LocalDate due,
            Measure measure) {}

    /** What there was when it was drafted (基线). */
    record Before(Instant from, Instant until, Tally tally) {}

    /** What came after it was done, when it was looked at last. */
    record After(Instant until, Tally tally) {}
}
