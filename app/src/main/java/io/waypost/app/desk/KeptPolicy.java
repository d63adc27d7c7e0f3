package io.waypost.app.desk;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of the routing policy as it is kept (路由策略版本).
 *
 * @param editors everybody who wrote in it
 * @param dropped why it was dropped; null where it was not
 * @param revision grows with every change of the row
 */
record KeptPolicy(int version, State state, PolicyBody body, String note, String author, Set<UUID> editors,
        Instant madeAt, @Nullable String dropped, int revision) {

    KeptPolicy {
        editors = Set.copyOf(editors);
    }

    /** Where it stands; the names are part of the API. */
    enum State {
        DRAFT,
        /** Is in force, or was. */
        APPROVED,
        DROPPED
    }

    /** A time from which it was in force. */
    record PolicyTerm(int version, Instant from, String by, @Nullable String note) {}
}
