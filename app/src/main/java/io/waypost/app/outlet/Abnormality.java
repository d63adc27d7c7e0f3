package io.waypost.app.outlet;

import io.waypost.app.identity.PersonRef;
import io.waypost.core.outlet.AbnormalCause;
import io.waypost.core.outlet.AnswerState;
import io.waypost.core.outlet.Usual;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A site that does not work as usual (异常经营), as it is kept.
 *
 * @param value what its measure was in the last hour that was judged
 * @param usual what it usually is at that hour
 * @param score how many scales beyond that it was then
 * @param worst the highest score so far
 * @param responsible who answers for it; null where nobody is on duty anywhere above
 * @param responsibleUnit the code of the unit that names them
 * @param dueAt until when somebody has to take it on
 * @param overdueAt when somebody above was told that nobody had
 */
record Abnormality(UUID id, String site, String unitPath, AbnormalCause cause, Instant raisedAt, Instant firstHour,
        Instant lastHour, double value, Usual usual, double score, double worst, @Nullable Instant clearedAt,
        AnswerState state, @Nullable PersonRef responsible, @Nullable String responsibleUnit, Instant dueAt,
        @Nullable Instant overdueAt, @Nullable Instant acknowledgedAt, int version) {

    /** Whether it is over by itself. */
    boolean over() {
        return clearedAt != null;
    }
}
