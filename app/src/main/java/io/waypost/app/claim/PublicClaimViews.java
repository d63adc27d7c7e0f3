package io.waypost.app.claim;

import io.waypost.app.claim.ClaimCodes.Known;
import io.waypost.app.money.Payee;
import io.waypost.app.parcel.Consignments;
import io.waypost.core.claim.Assessment;
import io.waypost.core.claim.ClaimKind;
import io.waypost.core.claim.ClaimStage;
import io.waypost.core.claim.Evidence;
import io.waypost.core.claim.Explanation;
import io.waypost.core.settlement.ClaimDoubt;
import io.waypost.core.settlement.Settlement;
import io.waypost.core.settlement.SettlementState;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Claims as the claimant sees them: their own words, what is missing, what was decided and why, and nothing of what we note of them. */
@Component
class PublicClaimViews {

    private static final Set<SettlementState> DECIDED = EnumSet.of(SettlementState.OFFERED, SettlementState.PAYING,
            SettlementState.PAYEE_WRONG, SettlementState.PAID, SettlementState.REFUSED);

    private final Assessing assessing;
    private final ClaimantStore claimants;
    private final ClaimViews views;
    private final ClaimSteps steps;
    private final Consignments parcels;

    PublicClaimViews(Assessing assessing, ClaimantStore claimants, ClaimViews views, ClaimSteps steps,
            Consignments parcels) {
        this.assessing = assessing;
        this.claimants = claimants;
        this.views = views;
        this.steps = steps;
        this.parcels = parcels;
    }

    /** A file that the claimant sent. */
    record PublicClaimFile(Evidence evidence, String name) {}

    /** Something that is still wanted: one of these. */
    record PublicClaimNeed(ClaimStage stage, List<Evidence> anyOf) {}

    /** Where the claim stood since when. */
    record PublicClaimStep(Instant at, SettlementState state) {}

    /**
     * One claim.
     *
     * @param lostFen what of it is lost or spoilt; null where it is all of it
     * @param feeFen what the carriage cost; null where nobody said
     * @param notReceived whether they stated that it did not arrive
     * @param offeredFen what is offered or paid; null before that is decided
     * @param explanation where the amount comes from; null before that is decided
     * @param payeeAccount the last digits
     * @param answerBy by when we have looked at it; null where it does not wait for us
     */
    record PublicClaim(String number, ClaimKind kind, SettlementState state, String goods, @Nullable String story,
            @Nullable Long claimedFen, @Nullable Long lostFen, @Nullable Long feeFen, boolean notReceived,
            List<PublicClaimFile> files, List<PublicClaimNeed> needs,
            @Nullable Long offeredFen, @Nullable Explanation explanation, @Nullable String answer,
            @Nullable Long counterFen, boolean mayCounter, boolean mayAppeal, Payee.@Nullable Way payeeWay,
            @Nullable String payeeName, @Nullable String payeeAccount, @Nullable Instant appliedAt,
            @Nullable Instant answerBy, List<PublicClaimStep> steps, int version) {}

    /** What may be odd about a claim of that kind, told before it is written. */
    record PublicClaimDoubts(ClaimKind kind, List<ClaimDoubt> doubts) {}

    /**
     * All claims of one party about one parcel, the newest first.
     *
     * @param proof to be brought along with whatever is done next
     */
    record PublicClaimsView(String proof, String waybill, boolean sender, @Nullable Long insuredFen,
            List<PublicClaimDoubts> doubts, List<PublicClaim> claims) {}

    @Transactional(readOnly = true)
    public PublicClaimsView all(Known known, String proof, List<KeptClaim> claims) {
        var parcel = parcels.find(known.waybill()).orElse(null);
        return new PublicClaimsView(proof, known.waybill(), known.isSender(),
                parcel == null ? null : parcel.declaredValueFen(),
                Arrays.stream(ClaimKind.values())
                        .map(kind -> new PublicClaimDoubts(kind, views.doubts(kind, known.waybill(), parcel)))
                        .filter(each -> !each.doubts().isEmpty()).toList(),
                claims.stream().map(this::one).toList());
    }

    /** What the standard makes of a draft now. */
    Assessment assessed(KeptClaim claim) {
        return assessing.of(claim).assessment();
    }

    private PublicClaim one(KeptClaim claim) {
        var settlement = claim.settlement();
        var state = settlement.state();
        boolean isDecided = DECIDED.contains(state);
        var assessment = state == SettlementState.DRAFT ? assessed(claim) : claim.assessment();
        var card = claimants.card(claim.id());
        return new PublicClaim(claim.number(), claim.what().kind(), state, claim.goods(), card.story(),
                claim.what().worth().claimedFen(), lost(claim), fee(claim),
                claim.what().evidence().contains(Evidence.NOT_RECEIVED), files(claim), needs(state, assessment),
                isDecided && settlement.proposedFen() > 0 ? settlement.proposedFen() : null,
                isDecided && assessment != null ? assessment.explanation() : null,
                isDecided || state == SettlementState.WAITING_FOR_EVIDENCE ? claim.talk().answer() : null,
                claim.talk().counterFen(),
                state == SettlementState.OFFERED && !settlement.reviewed()
                        && settlement.counters() < Settlement.MOST_COUNTERS,
                (state == SettlementState.OFFERED || state == SettlementState.REFUSED) && !settlement.reviewed(),
                claim.money().payee(), card.payeeName(), card.payeeAccount(), claim.times().appliedAt(),
                state.waitsForUs() ? claim.times().dueAt() : null, steps(claim), claim.version());
    }

    private static @Nullable Long lost(KeptClaim claim) {
        var extent = claim.what().extent();
        return extent == null ? null : extent.lostFen();
    }

    private static @Nullable Long fee(KeptClaim claim) {
        long fee = claim.what().fees().carriageFen();
        return fee == 0 ? null : fee;
    }

    private List<PublicClaimFile> files(KeptClaim claim) {
        return assessing.files(claim.id()).stream()
                .filter(file -> Arrays.stream(Evidence.values()).anyMatch(each -> each.name().equals(file.purpose())))
                .map(file -> new PublicClaimFile(Evidence.valueOf(Objects.requireNonNull(file.purpose())),
                        file.name()))
                .toList();
    }

    private static List<PublicClaimNeed> needs(SettlementState state, @Nullable Assessment assessment) {
        if (assessment == null || !(state == SettlementState.DRAFT || state.open())) {
            return List.of();
        }
        return assessment.missing().stream().map(each -> new PublicClaimNeed(each.stage(), each.anyOf())).toList();
    }

    /** Only where it stood: who of us did what is ours. */
    private List<PublicClaimStep> steps(KeptClaim claim) {
        var all = steps.of(claim.id());
        return all.stream().map(step -> new PublicClaimStep(step.at(), step.state()))
                .filter(step -> step.state() != SettlementState.TO_APPROVE).toList();
    }
}
