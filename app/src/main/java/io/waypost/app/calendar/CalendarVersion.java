package io.waypost.app.calendar;

import io.waypost.core.calendar.CalendarId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a work calendar with its life (工作日历版本): proposed, approved by a second person, in force from an instant on.
 *
 * @param effectiveFrom wished for when proposed, settled when approved
 * @param source why the hours are so, such as a notice's number
 */
record CalendarVersion(CalendarId id, State state, Instant effectiveFrom, CalendarBody body, String source,
        String author, @Nullable UUID authorId, Instant createdAt, @Nullable String approver,
        @Nullable Instant approvedAt) {

    /** Where it stands; the names are part of the API. */
    enum State {
        PROPOSED,
        APPROVED,
        WITHDRAWN
    }
}
