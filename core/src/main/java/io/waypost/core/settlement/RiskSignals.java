package io.waypost.core.settlement;

import io.waypost.core.claim.ClaimKind;
import io.waypost.core.settlement.RiskSignal.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what an examiner should know about a claim. Pure; the thresholds are the platform's own, not law. */
public final class RiskSignals {

    /** Over so many days a claimant's claims are counted. */
    public static final int DAYS = 180;
    private static final int MANY = 3;
    private static final int VERY_MANY = 6;
    private static final int FACTOR = 3;
    private static final Duration SOON = Duration.ofDays(3);
    /** Scales differ; a hundredth, or 20 grams, is the same weight. */
    private static final int SCALE_GRAMS = 20;

    private RiskSignals() {}

    /**
     * What is known.
     *
     * @param claimsBefore of the same claimant in {@link #DAYS} days, whatever became of them
     * @param samePhoto the number of another claim with nearly the same photo
     * @param sameParcel the number of another claim about the parcel that was not refused or withdrawn
     * @param othersPaid how many other claimants were paid to the same account
     * @param claimedFen what they say that it was worth
     * @param declaredFen what they declared when they sent it; null where they declared nothing
     * @param isInPerson whether it was handed to a person and not to a station or locker
     * @param firstGrams weighed first, and {@code lastGrams} last; null where it was not
     */
    public record Known(ClaimKind kind, int claimsBefore, @Nullable String samePhoto, @Nullable String sameParcel,
            int othersPaid, long claimedFen, @Nullable Long declaredFen, @Nullable Instant signedAt, boolean isInPerson,
            Instant appliedAt, @Nullable Integer firstGrams, @Nullable Integer lastGrams) {}

    /** The signals, the gravest first. */
    public static List<RiskSignal> of(Known known) {
        var signals = new ArrayList<RiskSignal>();
        if (known.samePhoto() != null) {
            signals.add(new RiskSignal(Kind.SAME_PHOTO, true, List.of(known.samePhoto())));
        }
        if (known.sameParcel() != null) {
            signals.add(new RiskSignal(Kind.SAME_PARCEL, true, List.of(known.sameParcel())));
        }
        if (known.othersPaid() > 0) {
            signals.add(new RiskSignal(Kind.SAME_PAYEE, true, List.of(String.valueOf(known.othersPaid()))));
        }
        if (known.claimsBefore() >= MANY) {
            signals.add(new RiskSignal(Kind.REPEAT_CLAIMANT, known.claimsBefore() >= VERY_MANY,
                    List.of(String.valueOf(known.claimsBefore()), String.valueOf(DAYS))));
        }
        if (known.declaredFen() != null && known.declaredFen() > 0
                && known.claimedFen() / FACTOR > known.declaredFen()) {
            signals.add(new RiskSignal(Kind.VALUE_ABOVE_DECLARED, false,
                    List.of(String.valueOf(known.claimedFen()), String.valueOf(known.declaredFen()))));
        }
        delivered(known, signals);
        if (known.kind() == ClaimKind.SHORTAGE && sameWeight(known.firstGrams(), known.lastGrams())) {
            signals.add(new RiskSignal(Kind.WEIGHT_UNCHANGED, false,
                    List.of(String.valueOf(known.firstGrams()), String.valueOf(known.lastGrams()))));
        }
        signals.sort((one, other) -> Boolean.compare(other.grave(), one.grave()));
        return signals;
    }

    private static void delivered(Known known, List<RiskSignal> signals) {
        var signedAt = known.signedAt();
        if (signedAt == null) {
            return;
        }
        if (known.isInPerson() && (known.kind() == ClaimKind.LOSS || known.kind() == ClaimKind.TOTAL_DELAY)) {
            signals.add(new RiskSignal(Kind.SIGNED_IN_PERSON, true, List.of(signedAt.toString())));
        }
        var after = Duration.between(signedAt, known.appliedAt());
        boolean isSeen = known.kind() == ClaimKind.TOTAL_DAMAGE || known.kind() == ClaimKind.PARTIAL_DAMAGE
                || known.kind() == ClaimKind.SHORTAGE || known.kind() == ClaimKind.MISMATCH;
        if (isSeen && after.compareTo(SOON) > 0) {
            signals.add(new RiskSignal(Kind.TOLD_LATE, false, List.of(String.valueOf(after.toDays()))));
        }
    }

    private static boolean sameWeight(@Nullable Integer first, @Nullable Integer last) {
        return first != null && last != null && Math.abs(first - last) <= Math.max(SCALE_GRAMS, first / 100);
    }
}
