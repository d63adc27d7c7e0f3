package io.waypost.core.settlement;

import io.waypost.core.claim.ClaimKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a claim may be too early or about something else (疑问提示): said kindly before somebody takes the trouble. It hinders nobody. The names are part of
 * the API.
 */
public enum ClaimDoubt {
    /** It was never picked up. */
    NOT_POSTED,
    /** It is said to be lost and was scanned a short time ago. */
    STILL_MOVING,
    /** It is said to be lost or late and was signed for. */
    SIGNED,
    /** It is said to be damaged and has not been delivered. */
    NOT_DELIVERED,
    /** It is said to be late and is not yet. */
    NOT_LATE;

    private static final Duration SHORT = Duration.ofDays(2);
    private static final Set<ClaimKind> GONE = EnumSet.of(ClaimKind.LOSS, ClaimKind.TOTAL_DELAY);
    private static final Set<ClaimKind> SEEN = EnumSet.of(ClaimKind.TOTAL_DAMAGE, ClaimKind.PARTIAL_DAMAGE,
            ClaimKind.SHORTAGE, ClaimKind.MISMATCH);

    /**
     * What the parcel makes doubtful.
     *
     * @param postedAt when it was picked up, and so on; null where it was not
     */
    public static List<ClaimDoubt> of(ClaimKind kind, @Nullable Instant postedAt, @Nullable Instant lastAt,
            @Nullable Instant signedAt, @Nullable Instant promisedAt, Instant now) {
        var doubts = new ArrayList<ClaimDoubt>();
        if (postedAt == null && lastAt == null) {
            doubts.add(NOT_POSTED);
        }
        if (GONE.contains(kind)) {
            if (signedAt != null) {
                doubts.add(SIGNED);
            } else if (lastAt != null && lastAt.isAfter(now.minus(SHORT))) {
                doubts.add(STILL_MOVING);
            }
        }
        if (SEEN.contains(kind) && signedAt == null) {
            doubts.add(NOT_DELIVERED);
        }
        if (kind == ClaimKind.DELAY && promisedAt != null && !(signedAt == null ? now : signedAt).isAfter(promisedAt)) {
            doubts.add(NOT_LATE);
        }
        return doubts;
    }
}
