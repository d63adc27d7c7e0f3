package io.waypost.app.watch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A limit that one person proposes and another one puts into force (时限草案).
 *
 * @param authorId null where the platform itself wrote it
 * @param note what the one who decided said
 * @param version the version of the table that it became
 */
record LimitDraft(
        UUID id,
        LimitDesk.Setting setting,
        State state,
        @Nullable UUID authorId,
        String author,
        Instant madeAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note,
        @Nullable Integer version) {

    /** Where it stands; the names are part of the API. */
    enum State {
        OPEN,
        APPROVED,
        REJECTED
    }
}
