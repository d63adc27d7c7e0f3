package io.waypost.app.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that is said often, as it is kept.
 *
 * @param unitCode of the unit whose people and those below see it; null for one person's own
 * @param person whose own it is; null for a unit's
 * @param position in its list; of two alike the code decides
 */
record KeptReply(UUID id, @Nullable String unitCode, @Nullable String unitPath, @Nullable UUID person, String code,
        String text, int position, long version) {}
