package io.waypost.app.improvement;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.network.UnitRef;
import io.waypost.core.improvement.Comparison;
import io.waypost.core.improvement.ItemState;
import io.waypost.core.improvement.Measure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An improvement item as people see it.
 *
 * @param before the four weeks before it was drafted
 * @param after what came after it was done, as far as the platform has looked
 * @param compareAt when the platform looks next
 * @param trend what may be said of before and after; null while nobody has looked
 * @param steps what may be done now
 */
record ImprovementView(UUID id, String cause, String causeZh, String causeEn, UnitRef unit, String title, String plan,
        PersonRef owner, LocalDate due, boolean late, Measure measure, ItemState.Name state, ImprovementSpan before,
        @Nullable ImprovementSpan after, @Nullable Instant compareAt, @Nullable Double ratio, @Nullable Double low,
        @Nullable Double high, Comparison.@Nullable Trend trend, Instant proposedAt, String proposedBy, int version,
        List<Step> steps, List<ImprovementEvent> history) {

    /** What people may do to an item; the names are part of the API. */
    enum Step {
        ACCEPT,
        START,
        FINISH,
        DROP
    }

    /** The tickets of a span: of the cause, and all that ended. */
    record ImprovementSpan(Instant from, Instant until, int weeks, long tickets, long ended) {}

    record ImprovementEvent(Instant at, String byName, ItemState.Name state, @Nullable String note) {}
}
