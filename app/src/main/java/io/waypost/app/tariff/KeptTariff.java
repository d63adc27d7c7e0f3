package io.waypost.app.tariff;

import io.waypost.core.tariff.Tariff;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of the tariff as it is kept (资费版本).
 *
 * @param editors everybody who wrote in it
 * @param effectiveFrom from when it counts, business time; null while it is not approved
 * @param dropped why it was dropped; null where it was not
 * @param revision grows with every change of the row
 */
record KeptTariff(int version, State state, Tariff body, String note, String author, Set<UUID> editors, Instant madeAt,
        @Nullable Instant effectiveFrom, @Nullable String approvedBy, @Nullable String dropped, int revision) {

    KeptTariff {
        editors = Set.copyOf(editors);
    }

    /** Where it stands; the names are part of the API. */
    enum State {
        DRAFT,
        /** Counts, or did, or will. */
        APPROVED,
        DROPPED
    }
}
