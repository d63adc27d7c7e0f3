package io.waypost.app.claim;

import io.waypost.app.attachment.Attachment;
import io.waypost.app.audit.AuditTrail;
import io.waypost.app.claim.ClaimSteps.ClaimStep;
import io.waypost.app.claim.ClaimantStore.ClaimantCard;
import io.waypost.app.claim.KeptClaim.ClaimChannel;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.money.Payee;
import io.waypost.app.money.PayoutProgress;
import io.waypost.app.money.Payouts;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitRef;
import io.waypost.app.parcel.Consignments;
import io.waypost.app.parcel.Consignments.Consignment;
import io.waypost.app.parcel.Parcels;
import io.waypost.core.claim.Assessment;
import io.waypost.core.claim.ClaimKind;
import io.waypost.core.settlement.ClaimDoubt;
import io.waypost.core.settlement.Examiner;
import io.waypost.core.settlement.QuickClaim;
import io.waypost.core.settlement.RiskSignal;
import io.waypost.core.settlement.SettlementState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Claims as staff see them. */
@Component
class ClaimViews {

    private final CaseStore store;
    private final ClaimantStore claimants;
    private final ClaimSteps steps;
    private final ClaimDesk desk;
    private final ClaimRisks risks;
    private final ClaimBooks books;
    private final Assessing assessing;
    private final Consignments consignments;
    private final Parcels parcels;
    private final Payouts payouts;
    private final Network network;
    private final AuditTrail audit;
    private final Clock clock;

    ClaimViews(CaseStore store, ClaimantStore claimants, ClaimSteps steps, ClaimDesk desk, ClaimRisks risks,
            ClaimBooks books, Assessing assessing, Consignments consignments, Parcels parcels, Payouts payouts,
            Network network, AuditTrail audit, Clock clock) {
        this.store = store;
        this.claimants = claimants;
        this.steps = steps;
        this.desk = desk;
        this.risks = risks;
        this.books = books;
        this.assessing = assessing;
        this.consignments = consignments;
        this.parcels = parcels;
        this.payouts = payouts;
        this.network = network;
        this.audit = audit;
        this.clock = clock;
    }

    /** A claim in a list. */
    record ClaimRow(UUID id, String number, String waybill, ClaimKind kind, SettlementState state,
            ClaimChannel channel, boolean sender, String goods, @Nullable Long claimedFen, long owedFen,
            long proposedFen, boolean quick, UnitRef unit, @Nullable PersonRef handler, @Nullable Instant appliedAt,
            @Nullable Instant dueAt, boolean overdue, @Nullable Instant statutoryAt, @Nullable Instant endedAt,
            int version) {}

    /**
     * What whoever looks at it may do with it.
     *
     * @param limitFen up to how much they say yes alone
     * @param needsSecond whether they had a hand in it, so that somebody else has to say yes
     * @param exposureFen what the same person, account or parcel was granted lately besides
     * @param quickHindrances what keeps it from being paid at once; empty where nothing does
     */
    record ClaimPowers(long limitFen, boolean needsSecond, long exposureFen,
            List<QuickClaim.Hindrance> quickHindrances) {}

    /** A claim whole. */
    record ClaimView(ClaimRow row, CaseFacts what, @Nullable Assessment assessment, @Nullable Integer bookVersion,
            ClaimantCard claimant, Payee.@Nullable Way payeeWay, @Nullable String answer, @Nullable Long counterFen,
            int counters, boolean reviewed, @Nullable Consignment parcel, List<ClaimDoubt> doubts,
            List<RiskSignal> signals, ClaimPowers powers, List<Attachment> files, @Nullable PayoutProgress payout,
            List<ClaimStep> steps) {}

    ClaimRow row(KeptClaim claim) {
        var times = claim.times();
        return new ClaimRow(claim.id(), claim.number(), claim.waybill(), claim.what().kind(),
                claim.settlement().state(), claim.claimant().channel(), claim.claimant().isSender(), claim.goods(),
                claim.what().worth().claimedFen(), claim.owedFen(), claim.settlement().proposedFen(),
                claim.money().isQuick(), network.ref(claim.place().unitCode()), claim.place().handler(),
                times.appliedAt(), times.dueAt(), times.overdue(), times.statutoryAt(), times.endedAt(),
                claim.version());
    }

    @Transactional(readOnly = true)
    public ClaimView view(UUID id) {
        var claim = store.find(id).filter(each -> each.settlement().state() != SettlementState.DRAFT)
                .orElseThrow(() -> Refusal.notFound("claim", id));
        var policy = books.now().body().policy();
        var parcel = consignments.find(claim.waybill()).orElse(null);
        var signals = risks.of(claim);
        var me = Acting.hand();
        var settlement = claim.settlement();
        boolean needsSecond = me != null && (me.equals(settlement.enteredBy())
                || me.equals(settlement.proposedBy()) || me.equals(settlement.decidedBy()));
        var powers = new ClaimPowers(me == null ? 0 : limit(), needsSecond, desk.exposure(id, policy),
                desk.hindrances(claim, policy, signals));
        return new ClaimView(row(claim), claim.what(), claim.assessment(), claim.bookVersion(), claimants.card(id),
                claim.money().payee(), claim.talk().answer(), claim.talk().counterFen(), settlement.counters(),
                settlement.reviewed(), parcel, doubts(claim.what().kind(), claim.waybill(), parcel), signals, powers,
                assessing.files(id), payout(claim), steps.of(id));
    }

    private long limit() {
        Examiner examiner = ClaimLimits.examiner(books.now().body().policy());
        return examiner.limitFen();
    }

    /** Why the claim may be too early or about something else. */
    List<ClaimDoubt> doubts(ClaimKind kind, String waybill, @Nullable Consignment parcel) {
        if (parcel == null) {
            return List.of();
        }
        var lastAt = parcels.lastScans(Set.of(waybill)).get(waybill);
        return ClaimDoubt.of(kind, parcel.postedAt(), lastAt, parcel.signedAt(), parcel.promisedAt(),
                clock.instant());
    }

    private @Nullable PayoutProgress payout(KeptClaim claim) {
        return claim.money().payouts() == 0
                ? null
                : payouts.progress(ClaimPayments.reference(claim.number(), claim.money().payouts())).orElse(null);
    }

    @Transactional
    public String unmask(UUID id, String field, @Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > 200) {
            throw Refusal.invalid("reason", reason, "MISSING", "Say in at most 200 characters why you need it.");
        }
        var claim = store.find(id).orElseThrow(() -> Refusal.notFound("claim", id));
        var value = claimants.clear(id, field).orElseThrow(
                () -> Refusal.invalid("field", field, "UNKNOWN", "name, phone, payee.name or payee.account."));
        audit.record("UNMASKED", "CLAIM", claim.number(), claim.place().unitPath(),
                Map.of("field", field, "reason", reason.strip()));
        return value;
    }
}
