package io.waypost.app.liability;

import io.waypost.app.attachment.Attachment;
import io.waypost.app.liability.ChargePartStore.Outcome;
import io.waypost.app.network.UnitRef;
import io.waypost.core.claim.ClaimKind;
import io.waypost.core.liability.BrokenLink;
import io.waypost.core.liability.Confidence;
import io.waypost.core.liability.Doubt;
import io.waypost.core.liability.Duty;
import io.waypost.core.liability.Exemption;
import io.waypost.core.liability.Judgement;
import io.waypost.core.liability.LiabilityBasis;
import io.waypost.core.liability.LiabilityEvidence;
import io.waypost.core.liability.LiabilityState.Ending;
import io.waypost.core.liability.LiabilityState.Name;
import io.waypost.core.liability.LiableParty;
import io.waypost.core.liability.ReasonStep;
import io.waypost.core.liability.Tier;
import io.waypost.core.scan.ScanType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A charge as it is shown.
 *
 * @param reasons the engine's judgement; null before
 * @param shares who bears what as things stand, by unit and duty
 * @param actions what the caller may try now
 * @param answersFor the charged units for which the caller may speak
 */
record ChargeView(ChargeRow charge, @Nullable Reasons reasons, List<ShareView> shares, List<Stop> chain,
        List<Brought> evidence, List<Happened> history, List<Attachment> files, List<Action> actions,
        List<UnitRef> answersFor) {

    /**
     * A charge in a list.
     *
     * @param due when the time of the state is over
     * @param units who bears how much, the most first
     */
    record ChargeRow(UUID id, UUID claim, String claimNumber, String waybill, ClaimKind kind, long fen, Instant paidAt,
            @Nullable Instant judgedAt, Name state, @Nullable Ending ending, @Nullable Tier tier, @Nullable Instant due,
            @Nullable BrokenLink link, @Nullable String linkChinese, @Nullable Confidence confidence,
            @Nullable Doubt doubt, List<Burden> units, @Nullable Instant endedAt, int version) {}

    /** What one unit bears. */
    record Burden(UnitRef unit, int perMille, long fen) {}

    /** Why. */
    record Reasons(Judgement.Outcome outcome, @Nullable BrokenLink link, @Nullable LiabilityBasis basis,
            @Nullable Confidence confidence, @Nullable Doubt doubt, @Nullable Exemption exemption, String standard,
            List<ReasonStep> steps) {

        static Reasons of(Judgement judgement) {
            return new Reasons(judgement.outcome(), judgement.link(), judgement.basis(), judgement.confidence(),
                    judgement.doubt(), judgement.exemption(), judgement.standard(), judgement.steps());
        }
    }

    record ShareView(UnitRef unit, LiableParty party, Duty duty, int perMille) {}

    /** A scan of the chain. */
    record Stop(ScanType type, String typeChinese, Instant at, UnitRef site, @Nullable UnitRef nextSite,
            @Nullable String bag, @Nullable Integer weightGrams, @Nullable String remark) {}

    /**
     * A piece of evidence.
     *
     * @param outcome null while nobody has decided
     */
    record Brought(UnitRef unit, LiabilityEvidence.Kind kind, String text, int files, Instant at, String by,
            @Nullable Outcome outcome) {}

    record Happened(Instant at, String by, @Nullable UnitRef unit, What what, Name state, @Nullable String text,
            Map<String, Object> data) {}

    /** What can happen to a charge. */
    enum What {
        OPENED,
        JUDGED,
        SETTLED,
        EVIDENCE_GIVEN,
        REBUTTED,
        EVIDENCE_ACCEPTED,
        STANDS,
        APPEALED,
        ARBITRATED,
        ENDED
    }

    /** What somebody can do with it. */
    enum Action {
        SETTLE,
        GIVE_EVIDENCE,
        REBUT,
        APPEAL,
        ARBITRATE
    }
}
