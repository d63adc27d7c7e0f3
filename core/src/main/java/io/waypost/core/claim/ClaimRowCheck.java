package io.waypost.core.claim;

import io.waypost.core.claim.ClaimStandard.Circumstance;
import io.waypost.core.claim.ClaimStandard.Effect;
import io.waypost.core.claim.ClaimStandard.ProvenRow;
import io.waypost.core.claim.ClaimStandard.TimeFor;
import io.waypost.core.claim.ClaimStandard.UnprovenRow;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What rows of a claim standard say of themselves: each parameter within its bounds, and none that contradicts another. */
final class ClaimRowCheck {

    private static final long MOST_TIMES = 1_000_000;
    private static final Set<ClaimKind> IN_PART = EnumSet.of(ClaimKind.PARTIAL_DAMAGE, ClaimKind.SHORTAGE);
    private static final Set<ClaimKind> WHOLE = EnumSet.of(ClaimKind.LOSS, ClaimKind.TOTAL_DAMAGE);

    private final ClaimStandard standard;
    private final List<ClaimFlaw> wrong = new ArrayList<>();

    ClaimRowCheck(ClaimStandard standard) {
        this.standard = standard;
    }

    /** Everything that is wrong. */
    List<ClaimFlaw> flaws() {
        proven();
        unproven();
        counting();
        totalDelays();
        refunds();
        exclusions();
        times();
        evidence();
        return wrong;
    }

    private void proven() {
        for (int i = 0; i < standard.proven().size(); i++) {
            var row = standard.proven().get(i);
            var field = "proven[%d]".formatted(i);
            within(field + ".capFen", row.capFen(), 1, Fen.MOST);
            within(field + ".capFeePerMille", row.capFeePerMille(), 1, MOST_TIMES);
            if (row.prompted() && row.capFen() == null && row.capFeePerMille() == null) {
                add(field + ".prompted", true, "NO_CAP", "A cap, or false.");
            }
            for (var other : standard.unproven()) {
                belowPromise(field, row, other);
            }
        }
    }

    /** Who proves a value must not get less than who does not. */
    private void belowPromise(String field, ProvenRow row, UnprovenRow other) {
        var cap = row.capFen();
        var promise = other.promiseFen();
        boolean together = row.basis().meets(other.basis()) && (row.basis().everywhere() || other.basis().everywhere()
                || row.basis().jurisdiction().equals(other.basis().jurisdiction()));
        if (together && row.prompted() && promise != null && (cap == null || cap < promise)) {
            add(field + ".capFen", cap, "CAP_BELOW_PROMISE",
                    "At least %d, which %s promises where the value is not even proven.".formatted(promise,
                            other.basis().id()));
        }
    }

    private void unproven() {
        for (int i = 0; i < standard.unproven().size(); i++) {
            var row = standard.unproven().get(i);
            var field = "unproven[%d]".formatted(i);
            within(field + ".promiseFen", row.promiseFen(), 1, Fen.MOST);
            within(field + ".feePerMille", row.feePerMille(), 1, MOST_TIMES);
            within(field + ".feeMostFen", row.feeMostFen(), 1, Fen.MOST);
            if (row.promiseFen() == null && row.feePerMille() == null) {
                add(field + ".promiseFen", null, "MISSING", "A promise or a multiple of the fee.");
            }
            if (row.feeMostFen() != null && row.feePerMille() == null) {
                add(field + ".feeMostFen", row.feeMostFen(), "NO_MULTIPLE", "Nothing, without a multiple of the fee.");
            }
            if (row.everywhereToo() && row.basis().everywhere()) {
                add(field + ".everywhereToo", true, "PROVINCE_ONLY", "False: the row is for everywhere itself.");
            }
        }
    }

    private void counting() {
        for (int i = 0; i < standard.counting().size(); i++) {
            var row = standard.counting().get(i);
            var field = "counting[%d]".formatted(i);
            var circumstance = row.circumstance();
            if (circumstance == null) {
                add(field + ".circumstance", null, "MISSING", "One of " + List.of(Circumstance.values()) + ".");
                continue;
            }
            var allowed = switch (circumstance) {
                case MISMATCH_SAME_NAME, MISMATCH_OTHER_NAME ->
                    EnumSet.of(ClaimKind.PARTIAL_DAMAGE, ClaimKind.TOTAL_DAMAGE);
                case LOST_BY_DELAY -> EnumSet.copyOf(WHOLE);
                case PART_LOST_BY_DELAY -> EnumSet.copyOf(IN_PART);
                case KEPT_AFTER_TOTAL_DELAY -> EnumSet.of(ClaimKind.DELAY, ClaimKind.TOTAL_DELAY);
            };
            var counts = row.counts();
            if (counts == null || !allowed.contains(counts)) {
                add(field + ".counts", counts, "KIND", "One of " + allowed + ".");
            }
        }
    }

    private void totalDelays() {
        for (int i = 0; i < standard.totalDelays().size(); i++) {
            var row = standard.totalDelays().get(i);
            missing("totalDelays[%d].distance".formatted(i), row.distance(), Distance.values());
            within("totalDelays[%d].days".formatted(i), (long) row.days(), 1, 60);
        }
    }

    private void refunds() {
        for (int i = 0; i < standard.refunds().size(); i++) {
            var row = standard.refunds().get(i);
            missing("refunds[%d].fee".formatted(i), row.fee(), ClaimStandard.Fee.values());
            within("refunds[%d].perMille".formatted(i), (long) row.perMille(), 0, 1_000);
            if (row.kinds().isEmpty()) {
                add("refunds[%d].kinds".formatted(i), row.kinds(), "MISSING", "At least one kind of case.");
            }
        }
    }

    private void exclusions() {
        for (int i = 0; i < standard.exclusions().size(); i++) {
            var row = standard.exclusions().get(i);
            var field = "exclusions[%d]".formatted(i);
            missing(field + ".exclusion", row.exclusion(), Exclusion.values());
            if ((row.exclusion() == Exclusion.INDIRECT_LOSS) != (row.effect() == Effect.NOT_COUNTED)) {
                add(field + ".effect", row.effect(), "EFFECT",
                        row.exclusion() == Exclusion.INDIRECT_LOSS
                                ? "NOT_COUNTED: indirect loss leaves the rest as it is."
                                : "BY_SHARE or WHOLLY.");
            }
        }
    }

    private void times() {
        for (int i = 0; i < standard.timesToClaim().size(); i++) {
            var row = standard.timesToClaim().get(i);
            var field = "timesToClaim[%d]".formatted(i);
            missing(field + ".use", row.use(), TimeFor.values());
            within(field + ".months", (long) row.months(), row.use() == TimeFor.CLAIM ? 12 : 1, 120);
            if (row.mayDecide().isBlank() || row.mayDecide().length() > 300) {
                add(field + ".mayDecide", row.mayDecide(), "LENGTH",
                        "Who may decide otherwise, in 1 to 300 characters.");
            }
        }
    }

    private void evidence() {
        for (int i = 0; i < standard.evidence().size(); i++) {
            var row = standard.evidence().get(i);
            var field = "evidence[%d]".formatted(i);
            missing(field + ".stage", row.stage(), ClaimStage.values());
            within(field + ".aboveFen", row.aboveFen(), 0, Fen.MOST);
            if (row.anyOf().isEmpty()) {
                add(field + ".anyOf", row.anyOf(), "MISSING", "At least one kind of evidence.");
            }
        }
    }

    private void missing(String field, @Nullable Object value, Enum<?>[] right) {
        if (value == null) {
            add(field, null, "MISSING", "One of " + List.of(right) + ".");
        }
    }

    private void within(String field, @Nullable Long value, long least, long most) {
        if (value != null && (value < least || value > most)) {
            add(field, value, value < 0 ? "NEGATIVE" : "OUT_OF_RANGE", "Between %d and %d.".formatted(least, most));
        }
    }

    private void add(String field, @Nullable Object value, String code, String message) {
        wrong.add(new ClaimFlaw(field, value, code, message));
    }
}
