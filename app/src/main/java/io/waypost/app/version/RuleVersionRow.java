package io.waypost.app.version;

import io.waypost.app.kernel.Acting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version in a list.
 *
 * @param mine whether whoever asks wrote in it, and so may not approve it
 */
public record RuleVersionRow(int version, VersionState state, boolean inForce, String note, String author, boolean mine,
        Instant madeAt, @Nullable Instant effectiveFrom, @Nullable String approvedBy, @Nullable String dropped,
        int revision) {

    /** The row of a version, for whoever acts. */
    public static RuleVersionRow of(Version<?> kept, @Nullable Integer inForce) {
        var hand = Acting.hand();
        return new RuleVersionRow(kept.number(), kept.state(), Integer.valueOf(kept.number()).equals(inForce),
                kept.note(),
                kept.author(), hand != null && kept.editors().contains(hand), kept.madeAt(), kept.effectiveFrom(),
                kept.approvedBy(), kept.dropped(), kept.revision());
    }
}
