package io.waypost.app.claim;

import io.waypost.app.attachment.Attachments;
import io.waypost.app.attachment.Subject;
import io.waypost.app.claim.ClaimSteps.Did;
import io.waypost.app.claim.KeptClaim.Money;
import io.waypost.app.claim.KeptClaim.Place;
import io.waypost.app.claim.KeptClaim.Talk;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.money.Payee;
import io.waypost.core.claim.ClaimStage;
import io.waypost.core.claim.ClaimVerdict;
import io.waypost.core.claim.Evidence;
import io.waypost.core.settlement.ClaimPolicy;
import io.waypost.core.settlement.Examiner;
import io.waypost.core.settlement.QuickClaim;
import io.waypost.core.settlement.RiskSignal;
import io.waypost.core.settlement.SettlementCommand.Accept;
import io.waypost.core.settlement.SettlementCommand.Appeal;
import io.waypost.core.settlement.SettlementCommand.Approve;
import io.waypost.core.settlement.SettlementCommand.ApproveQuick;
import io.waypost.core.settlement.SettlementCommand.AskEvidence;
import io.waypost.core.settlement.SettlementCommand.Counter;
import io.waypost.core.settlement.SettlementCommand.GiveEvidence;
import io.waypost.core.settlement.SettlementCommand.NewPayee;
import io.waypost.core.settlement.SettlementCommand.Propose;
import io.waypost.core.settlement.SettlementCommand.Refuse;
import io.waypost.core.settlement.SettlementCommand.SendBack;
import io.waypost.core.settlement.SettlementCommand.Uphold;
import io.waypost.core.settlement.SettlementCommand.Withdraw;
import io.waypost.core.settlement.SettlementState;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a claim, of examiners and of claimants; who may is asked here, whether it goes is decided by the rules. */
@Service
class ClaimDesk {

    private static final Set<SettlementState> FACTS_MAY_CHANGE = EnumSet.of(SettlementState.TO_EXAMINE,
            SettlementState.WAITING_FOR_EVIDENCE, SettlementState.UNDER_REVIEW);
    private static final Set<SettlementState> PAYEE_MAY_CHANGE = EnumSet.of(SettlementState.DRAFT,
            SettlementState.TO_EXAMINE, SettlementState.WAITING_FOR_EVIDENCE, SettlementState.TO_APPROVE,
            SettlementState.OFFERED, SettlementState.PAYEE_WRONG, SettlementState.UNDER_REVIEW);

    private final CaseStore store;
    private final ClaimantStore claimants;
    private final ClaimFlow flow;
    private final ClaimSteps steps;
    private final ClaimBooks books;
    private final ClaimRisks risks;
    private final PhotoPrints prints;
    private final Attachments attachments;
    private final Clock clock;

    ClaimDesk(CaseStore store, ClaimantStore claimants, ClaimFlow flow, ClaimSteps steps, ClaimBooks books,
            ClaimRisks risks, PhotoPrints prints, Attachments attachments, Clock clock) {
        this.store = store;
        this.claimants = claimants;
        this.flow = flow;
        this.steps = steps;
        this.books = books;
        this.risks = risks;
        this.prints = prints;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** Files that show the same thing. */
    record Shown(Evidence evidence, List<UUID> files) {

        Shown {
            files = List.copyOf(files);
        }
    }

    @Transactional
    public void take(UUID id, int version) {
        var claim = seen(id, version);
        var next = claim.with(handled(claim));
        store.update(next, null);
        steps.log(next, Did.TAKEN, null, Map.of());
    }

    /** Writes down what is known of the case now, and assesses it anew. */
    @Transactional
    public void facts(UUID id, int version, CaseFacts what, String goods) {
        var claim = seen(id, version);
        requireState(claim, FACTS_MAY_CHANGE);
        var next = flow.assess(claim.with(what, goods).with(handled(claim)));
        steps.log(next, Did.FACTS_CHANGED, null, Map.of("kind", what.kind().name(), "owed", next.owedFen()));
    }

    @Transactional
    public void askEvidence(UUID id, int version, String words) {
        var claim = seen(id, version);
        flow.step(claim.with(handled(claim)).with(new Talk(words, claim.talk().counterFen())), new AskEvidence(),
                Did.EVIDENCE_ASKED, words, Map.of());
    }

    /** Files and words that came, from whoever. */
    @Transactional
    public void giveEvidence(UUID id, List<Shown> shown, @Nullable String words) {
        var claim = locked(id);
        int many = use(claim, shown);
        if (many == 0 && words == null) {
            throw Refusal.invalid("files", 0, "MISSING", "Send a file or write something.");
        }
        var next = flow.step(claim, new GiveEvidence(), Did.EVIDENCE_GIVEN, words, Map.of("files", many));
        flow.assess(again(next));
    }

    /** Uses uploaded files as what they show; how many there were. */
    int use(KeptClaim claim, List<Shown> shown) {
        int many = 0;
        for (var each : shown) {
            for (var file : attachments.use(new Subject(Assessing.FILES, claim.id()), each.files(),
                    each.evidence().name())) {
                prints.of(file).ifPresent(print -> risks.print(claim.id(), file.id(), print));
                many++;
            }
        }
        return many;
    }

    /** Says where the money goes; after money came back that pays it anew. */
    @Transactional
    public void payee(UUID id, Payee payee) {
        var claim = locked(id);
        requireState(claim, PAYEE_MAY_CHANGE);
        claimants.payee(id, payee);
        var hand = Acting.hand();
        // Whoever of us names an account does not send money to it alone.
        var named = claim.with(new Money(payee.way(), claim.money().payouts(), claim.money().isQuick()))
                .with(hand == null ? claim.settlement() : claim.settlement().writtenBy(hand));
        if (claim.settlement().state() == SettlementState.PAYEE_WRONG) {
            flow.step(named, new NewPayee(), Did.PAYEE_NAMED, null, Map.of("way", payee.way().name()));
        } else if (claim.settlement().state() == SettlementState.DRAFT) {
            store.update(named, null);
        } else {
            steps.log(flow.assess(named), Did.PAYEE_NAMED, null, Map.of("way", payee.way().name()));
        }
    }

    /**
     * 小额快赔: the value is taken as proven, the standard says how much, and the money leaves.
     *
     * @param provenFen the value that the evidence shows; null leaves it as it was
     */
    @Transactional
    public void quick(UUID id, int version, @Nullable Long provenFen) {
        var seen = seen(id, version);
        claimants.lockExposure(id);
        var proven = provenFen == null
                ? seen.what()
                : seen.what().proven(ClaimWords.fen("provenFen", provenFen));
        var claim = flow.assess(seen.with(proven, seen.goods()).with(handled(seen)));
        var policy = books.now().body().policy();
        var hindrances = hindrances(claim, policy, risks.of(claim));
        if (!hindrances.isEmpty()) {
            throw Refusal.conflict("NOT_QUICK", "It cannot be paid at once: %s.".formatted(hindrances))
                    .with("hindrances", hindrances);
        }
        flow.step(ClaimFlow.quick(again(claim)),
                new ApproveQuick(ClaimLimits.examiner(policy), claim.owedFen(), true), Did.QUICK_APPROVED, null,
                Map.of("fen", claim.owedFen()));
    }

    /** Everything that keeps a claim from being paid at once. */
    List<QuickClaim.Hindrance> hindrances(KeptClaim claim, ClaimPolicy policy, List<RiskSignal> signals) {
        var assessment = claim.assessment();
        boolean isComplete = assessment != null && assessment.missing().stream()
                .noneMatch(missing -> missing.stage() != ClaimStage.PAY);
        boolean isOwed = assessment != null && (assessment.verdict() == ClaimVerdict.OWED
                || assessment.verdict() == ClaimVerdict.MORE_EVIDENCE);
        return QuickClaim.hindrances(policy, new QuickClaim.Asked(claim.what().kind(),
                isOwed ? claim.owedFen() : 0, exposure(claim.id(), policy), isComplete, claim.money().payee() != null,
                signals.stream().anyMatch(RiskSignal::grave)));
    }

    /** What the same person, account or parcel was granted lately besides, in fen. */
    long exposure(UUID id, ClaimPolicy policy) {
        return claimants.exposure(id, clock.instant().minus(Duration.ofDays(policy.exposureDays())));
    }

    /** Names an amount: it goes to the claimant, or to somebody who may grant it. */
    @Transactional
    public void propose(UUID id, int version, long fen, String words) {
        var claim = seen(id, version);
        claimants.lockExposure(id);
        var policy = books.now().body().policy();
        var examiner = ClaimLimits.examiner(policy);
        long most = policy.headquartersFen();
        if (fen > most) {
            throw Refusal.invalid("fen", fen, "OUT_OF_RANGE", "At most %d fen.".formatted(most));
        }
        flow.step(claim.with(handled(claim)).with(new Talk(words, null)),
                new Propose(examiner, fen, exposure(id, policy)), Did.PROPOSED, words,
                Map.of("fen", fen, "owed", claim.owedFen()));
    }

    @Transactional
    public void approve(UUID id, int version, @Nullable String words) {
        var claim = seen(id, version);
        claimants.lockExposure(id);
        var policy = books.now().body().policy();
        flow.step(claim, new Approve(ClaimLimits.examiner(policy), exposure(id, policy)), Did.APPROVED, words,
                Map.of("fen", claim.settlement().proposedFen()));
    }

    @Transactional
    public void sendBack(UUID id, int version, String words) {
        flow.step(seen(id, version), new SendBack(examiner()), Did.SENT_BACK, words, Map.of());
    }

    @Transactional
    public void refuse(UUID id, int version, String words) {
        var claim = seen(id, version);
        flow.step(claim.with(handled(claim)).with(new Talk(words, null)), new Refuse(examiner()), Did.REFUSED, words,
                Map.of("owed", claim.owedFen()));
    }

    @Transactional
    public void uphold(UUID id, int version, String words) {
        var claim = seen(id, version);
        flow.step(claim.with(new Talk(words, claim.talk().counterFen())), new Uphold(examiner()), Did.UPHELD, words,
                Map.of());
    }

    /** What the claimant answers. */
    enum Reply {
        ACCEPT,
        /** They want another amount. */
        COUNTER,
        /** They want somebody else to look at it. */
        APPEAL,
        WITHDRAW
    }

    /** The claimant answers, themselves or through whoever is on the phone with them. */
    @Transactional
    public void reply(UUID id, int version, Reply reply, @Nullable Long fen, @Nullable String words) {
        var claim = seen(id, version);
        switch (reply) {
            case ACCEPT -> {
                claimants.lockExposure(id);
                flow.step(claim, new Accept(), Did.ACCEPTED, words, Map.of("fen", claim.settlement().proposedFen()));
            }
            case COUNTER -> {
                long wanted = ClaimWords.fen("fen", fen);
                if (wanted <= claim.settlement().proposedFen()) {
                    throw Refusal.invalid("fen", fen, "OUT_OF_RANGE", "More than what is offered; else accept it.");
                }
                flow.step(claim.with(new Talk(claim.talk().answer(), wanted)), new Counter(), Did.COUNTERED,
                        ClaimWords.needed("words", words), Map.of("fen", wanted));
            }
            case APPEAL -> flow.step(claim, new Appeal(), Did.APPEALED, ClaimWords.needed("words", words), Map.of());
            case WITHDRAW -> flow.step(claim, new Withdraw(), Did.WITHDRAWN, words, Map.of());
        }
    }

    private Examiner examiner() {
        return ClaimLimits.examiner(books.now().body().policy());
    }

    private static Place handled(KeptClaim claim) {
        var place = claim.place();
        return Acting.current() instanceof Actor.Person person
                ? new Place(place.unitCode(), place.unitPath(), place.unitPaths(),
                        new PersonRef(person.id(), person.name()))
                : place;
    }

    private KeptClaim locked(UUID id) {
        return store.lock(id).orElseThrow(() -> Refusal.notFound("claim", id));
    }

    /** The claim as it is now; what was written in this transaction has raised its version. */
    private KeptClaim again(KeptClaim claim) {
        return locked(claim.id());
    }

    private KeptClaim seen(UUID id, int version) {
        var claim = locked(id);
        if (claim.version() != version) {
            throw Refusal.conflict("STALE_VERSION", "Somebody else took a step meanwhile; read the claim again.");
        }
        return claim;
    }

    private static void requireState(KeptClaim claim, Set<SettlementState> states) {
        if (!states.contains(claim.settlement().state())) {
            throw Refusal.conflict("NOT_IN_THIS_STATE", "The claim is %s.".formatted(claim.settlement().state()));
        }
    }
}
