package io.waypost.core.settlement;

import io.waypost.core.claim.ClaimKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether a claim may be paid at once (小额快赔): little money, loss or damage, all the evidence there, and no way around the limit. Pure. */
public final class QuickClaim {

    private static final Set<ClaimKind> KINDS = EnumSet.of(ClaimKind.LOSS, ClaimKind.TOTAL_DAMAGE,
            ClaimKind.PARTIAL_DAMAGE, ClaimKind.SHORTAGE);

    private QuickClaim() {}

    /** Why a claim may not be paid at once. The names are part of the API. */
    public enum Hindrance {
        /** Only loss, damage and shortage go this way. */
        KIND,
        /** The standard owes nothing, or cannot tell how much. */
        NO_AMOUNT,
        EVIDENCE_MISSING,
        ABOVE_LIMIT,
        /** Together with what was granted lately it is more than the limit. */
        TOGETHER_ABOVE_LIMIT,
        /** Nobody is named to whom the money goes. */
        NO_PAYEE,
        /** Something has to be looked at by a person with time. */
        RISK
    }

    /**
     * What is known of it.
     *
     * @param owedFen what the standard says
     * @param exposureFen what the same claimant, payee or parcel was granted lately besides
     * @param grave whether one of its risk signals is grave
     */
    public record Asked(ClaimKind kind, long owedFen, long exposureFen, boolean isComplete, boolean hasPayee,
            boolean grave) {}

    /** Everything that stands in the way; nothing where it may be paid at once. */
    public static List<Hindrance> hindrances(ClaimPolicy policy, Asked asked) {
        var hindrances = new ArrayList<Hindrance>();
        if (!KINDS.contains(asked.kind())) {
            hindrances.add(Hindrance.KIND);
        }
        if (asked.owedFen() <= 0) {
            hindrances.add(Hindrance.NO_AMOUNT);
        }
        if (!asked.isComplete()) {
            hindrances.add(Hindrance.EVIDENCE_MISSING);
        }
        if (asked.owedFen() > policy.quickFen()) {
            hindrances.add(Hindrance.ABOVE_LIMIT);
        } else if (asked.exposureFen() > policy.quickFen() - asked.owedFen()) {
            hindrances.add(Hindrance.TOGETHER_ABOVE_LIMIT);
        }
        if (!asked.hasPayee()) {
            hindrances.add(Hindrance.NO_PAYEE);
        }
        if (asked.grave()) {
            hindrances.add(Hindrance.RISK);
        }
        return hindrances;
    }
}
