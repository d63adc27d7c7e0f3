package io.waypost.app.claim;

import io.waypost.core.claim.ClaimFacts.Extent;
import io.waypost.core.claim.ClaimFacts.Fees;
import io.waypost.core.claim.ClaimFacts.Found;
import io.waypost.core.claim.ClaimFacts.Worth;
import io.waypost.core.claim.ClaimKind;
import io.waypost.core.claim.ContractTerms;
import io.waypost.core.claim.Evidence;
import io.waypost.core.claim.Mismatch;
import jakarta.validation.constraints.NotNull;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people say of a case; when things happened, where the parcel went and what was paid for it besides is taken from the parcel.
 *
 * @param jurisdiction the province whose law counts; null for that where it was sent
 * @param evidence what is at hand besides the files, such as a statement that was given
 */
record CaseFacts(@NotNull ClaimKind kind, @Nullable String jurisdiction, @NotNull Worth worth, @NotNull Fees fees,
        @Nullable Extent extent, @Nullable Mismatch mismatch, boolean grossNegligence, @NotNull List<Found> found,
        @Nullable ContractTerms contract, @NotNull Set<Evidence> evidence) {

    CaseFacts {
        found = found == null ? List.of() : List.copyOf(found);
        evidence = evidence == null || evidence.isEmpty()
                ? EnumSet.noneOf(Evidence.class)
                : EnumSet.copyOf(evidence);
    }

    /** The same with the value proven as the claimant says. */
    CaseFacts proven(@Nullable Long fen) {
        return new CaseFacts(kind, jurisdiction, new Worth(worth.insuredFen(), worth.claimedFen(), fen,
                worth.nothingFurther(), worth.otherProofs(), worth.indirectFen()), fees, extent, mismatch,
                grossNegligence, found, contract, evidence);
    }
}
