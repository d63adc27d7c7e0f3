package io.waypost.app.version;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of some rules as it is kept.
 *
 * @param editors everybody who wrote in it: none of them approves it
 * @param effectiveFrom from when it counts, business time; null while it is not approved
 * @param dropped why it was dropped; null where it was not
 * @param revision grows with every change, so that two people do not overwrite each other
 */
public record Version<T>(int number, VersionState state, T body, String note, String author, Set<UUID> editors,
        Instant madeAt, @Nullable Instant effectiveFrom, @Nullable String approvedBy, @Nullable String dropped,
        int revision) {

    public Version {
        editors = Set.copyOf(editors);
    }
}
