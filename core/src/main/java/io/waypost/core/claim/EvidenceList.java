package io.waypost.core.claim;

import io.waypost.core.claim.Assessment.Missing;
import io.waypost.core.claim.ClaimStandard.EvidenceRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The evidence that is still missing, by stage. Nothing is asked for that could not show anything. */
final class EvidenceList {

    private final ClaimFacts facts;
    private final ClaimKind counted;

    EvidenceList(ClaimFacts facts, ClaimKind counted) {
        this.facts = facts;
        this.counted = counted;
    }

    /** In the order of the stages, each only once. */
    List<Missing> missing(List<EvidenceRow> rows) {
        var missing = new ArrayList<Missing>();
        for (var row : rows) {
            var stage = row.stage();
            if (stage != null && asked(row) && row.anyOf().stream().noneMatch(this::shown) && missing.stream()
                    .noneMatch(other -> other.stage() == stage && other.anyOf().equals(row.anyOf()))) {
                missing.add(new Missing(stage, row.anyOf(), row.basis().id()));
            }
        }
        missing.sort(Comparator.comparing(Missing::stage));
        return missing;
    }

    private boolean asked(EvidenceRow row) {
        var claimed = facts.worth().claimedFen();
        boolean kind = row.kinds().isEmpty() || row.kinds().contains(facts.kind()) || row.kinds().contains(counted);
        boolean protection = switch (row.protection()) {
            case ANY -> true;
            case INSURED -> facts.insured();
            case UNINSURED -> !facts.insured();
        };
        return kind && protection && (row.aboveFen() == 0 || claimed == null || claimed > row.aboveFen());
    }

    private boolean shown(Evidence evidence) {
        return facts.evidence().contains(evidence) || switch (evidence) {
            case VALUE_PROOF -> facts.worth().provenFen() != null || facts.worth().nothingFurther();
            case SERVICE_PROOF -> facts.fees().extras().stream().allMatch(ClaimFacts.Extra::done);
            case WAYBILL, PHOTO_OUTSIDE, PHOTO_INSIDE, UNBOXING_VIDEO, WEIGHT_RECORD, NOT_RECEIVED, PACKING_LIST,
                    LOSS_ESTIMATE, PAYEE_ACCOUNT, IDENTITY ->
                false;
        };
    }
}
