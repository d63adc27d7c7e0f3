package io.waypost.app.claim;

import io.waypost.app.attachment.Attachments;
import io.waypost.app.attachment.Subject;
import io.waypost.app.claim.ClaimCodes.Known;
import io.waypost.app.claim.ClaimDesk.Reply;
import io.waypost.app.claim.ClaimDesk.Shown;
import io.waypost.app.claim.KeptClaim.ClaimChannel;
import io.waypost.app.claim.PublicClaimViews.PublicClaimsView;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Masked;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.Tries;
import io.waypost.app.money.Payee;
import io.waypost.app.outbox.Outbox;
import io.waypost.app.outbox.OutgoingMessage;
import io.waypost.app.parcel.Consignments;
import io.waypost.app.parcel.Parcels;
import io.waypost.app.tracking.CustomerParcels;
import io.waypost.core.claim.Assessment;
import io.waypost.core.claim.ClaimStage;
import io.waypost.core.claim.Evidence;
import io.waypost.core.outbox.MessageClass;
import io.waypost.core.scan.Codes;
import io.waypost.core.settlement.SettlementState;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Claims of customers, on their phone: known by a code, one claim at a time of each party of a parcel, a draft that survives. */
@Service
class PublicClaims {

    /** What may be a film or a paper; all else is a photo. */
    private static final Set<Evidence> ANY_FILE = EnumSet.of(Evidence.UNBOXING_VIDEO, Evidence.VALUE_PROOF,
            Evidence.LOSS_ESTIMATE);
    private static final int MOST_FILES = 30;

    private final ClaimCodes codes;
    private final ClaimIntake intake;
    private final ClaimDesk desk;
    private final CaseStore store;
    private final ClaimantStore claimants;
    private final PublicClaimViews views;
    private final CustomerParcels customerParcels;
    private final Consignments consignments;
    private final Parcels parcels;
    private final Attachments attachments;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Tries sent;
    private final Tries written;

    PublicClaims(ClaimCodes codes, ClaimIntake intake, ClaimDesk desk, CaseStore store, ClaimantStore claimants,
            PublicClaimViews views, CustomerParcels customerParcels, Consignments consignments, Parcels parcels,
            Attachments attachments, Outbox outbox, TransactionTemplate transaction, Clock clock,
            @Qualifier("wallClock") Clock wall) {
        this.codes = codes;
        this.intake = intake;
        this.desk = desk;
        this.store = store;
        this.claimants = claimants;
        this.views = views;
        this.customerParcels = customerParcels;
        this.consignments = consignments;
        this.parcels = parcels;
        this.attachments = attachments;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
        this.sent = new Tries(5, Duration.ofHours(1), wall);
        this.written = new Tries(120, Duration.ofHours(1), wall);
    }

    /** To which phone a code was sent, masked, and for how long it holds. */
    record CodeSent(String phone, long seconds) {}

    /** Sends a code to the party of the parcel whose phone ends in these digits. */
    CodeSent code(String address, String waybill, String digits) {
        var code = Codes.waybill(waybill);
        if (code == null || !customerParcels.proves(address, code, digits)) {
            throw unknown();
        }
        sent.take(code);
        return forCustomer(() -> {
            var party = consignments.party(code, digits).orElseThrow(PublicClaims::unknown);
            var known = new Known(code, party.isSender());
            var secret = codes.make(known);
            outbox.add(OutgoingMessage.sms("claim.code." + UUID.randomUUID(), MessageClass.SERVICE, party.phone(),
                    "【驿路】理赔验证码 " + secret + ",10 分钟内有效。请勿告诉他人,包括自称客服的人。")
                    .template("claim.code").expiringAt(clock.instant().plus(ClaimCodes.CODE_LASTS)));
            return new CodeSent(Objects.requireNonNull(Masked.phone(party.phone())), ClaimCodes.CODE_LASTS.toSeconds());
        });
    }

    /** Knows the party by the code; what they bring along from now on, with all their claims about the parcel. */
    PublicClaimsView begin(String address, String waybill, String digits, @Nullable String code) {
        var number = Codes.waybill(waybill);
        if (number == null || !customerParcels.proves(address, number, digits)) {
            throw unknown();
        }
        var known = forCustomer(() -> new Known(number,
                consignments.party(number, digits).orElseThrow(PublicClaims::unknown).isSender()));
        // In a transaction of its own: a try that was wrong stays counted.
        if (!Acting.as(Actor.Internal.FOR_CUSTOMER, () -> codes.use(known, code))) {
            throw Refusal.invalid("code", null, "WRONG_CODE", "The six digits that were sent last; they hold once.");
        }
        return forCustomer(() -> all(known, codes.proof(known)));
    }

    PublicClaimsView read(@Nullable String proof) {
        var known = known(proof);
        return forCustomer(() -> all(known, Objects.requireNonNull(proof)));
    }

    private PublicClaimsView all(Known known, String proof) {
        return views.all(known, proof, store.ofWaybill(known.waybill()).stream()
                .filter(claim -> claim.claimant().isSender() == known.isSender()).toList());
    }

    /** Writes into the draft, or begins one. */
    PublicClaimsView save(@Nullable String proof, CaseFacts what, @Nullable String goods, @Nullable String story) {
        return doing(proof, known -> {
            // Two phones of one family wait for each other here.
            parcels.lock(known.waybill());
            var words = ClaimWords.goods(goods);
            var draft = intake.open(known.waybill(), known.isSender()).orElseGet(() -> intake.begin(
                    consignments.party(known.waybill(), known.isSender()).orElseThrow(PublicClaims::unknown),
                    known.waybill(), ClaimChannel.CUSTOMER, what, words, null, null));
            if (draft.settlement().state() != SettlementState.DRAFT) {
                throw Refusal.conflict("CLAIM_EXISTS", "Your claim %s is being dealt with.".formatted(draft.number()))
                        .with("number", draft.number());
            }
            store.update(draft.with(what, words), null);
            claimants.story(draft.id(), ClaimWords.optional("story", story, ClaimWords.LONGEST));
        });
    }

    /** Takes a file in as evidence of the claim that is open. */
    PublicClaimsView photo(@Nullable String proof, Evidence evidence, String name, InputStream content) {
        var known = known(proof);
        written.take(known.waybill());
        var claim = forCustomer(() -> mine(known));
        var subject = new Subject(Assessing.FILES, claim.id());
        var file = Acting.as(Actor.Internal.FOR_CUSTOMER, () -> {
            if (attachments.of(subject).size() >= MOST_FILES) {
                throw Refusal.invalid("file", MOST_FILES, "TOO_MANY",
                        "A claim has at most %d files.".formatted(MOST_FILES));
            }
            return ANY_FILE.contains(evidence)
                    ? attachments.add(subject, name, content)
                    : attachments.addPicture(subject, name, content);
        });
        return doing(proof, again -> desk.use(mine(again), List.of(new Shown(evidence, List.of(file.id())))));
    }

    PublicClaimsView payee(@Nullable String proof, Payee payee) {
        return doing(proof, known -> desk.payee(mine(known).id(), payee));
    }

    /** Hands the draft in; refused with what is still missing. */
    PublicClaimsView submit(@Nullable String proof) {
        return doing(proof, known -> {
            parcels.lock(known.waybill());
            var draft = mine(known);
            if (draft.settlement().state() != SettlementState.DRAFT) {
                // The first of two taps has done it.
                return;
            }
            var missing = views.assessed(draft).missing().stream()
                    .filter(each -> each.stage() == ClaimStage.APPLY).map(Assessment.Missing::anyOf).toList();
            if (!missing.isEmpty()) {
                throw Refusal.invalid("The claim is not complete yet.", missing.stream().map(anyOf -> new Refusal.Field(
                        "evidence", anyOf, "MISSING", anyOf.getFirst().english())).toList());
            }
            intake.submit(draft);
        });
    }

    /** Says that what was asked for is there now. */
    PublicClaimsView evidence(@Nullable String proof, @Nullable String words) {
        return doing(proof, known -> {
            var claim = mine(known);
            var text = ClaimWords.optional("words", words, ClaimWords.LONGEST);
            desk.giveEvidence(claim.id(), List.of(), text == null ? "已补充材料" : text);
        });
    }

    PublicClaimsView reply(@Nullable String proof, String number, int version, Reply reply, @Nullable Long fen,
            @Nullable String words) {
        return doing(proof, known -> {
            var claim = store.ofWaybill(known.waybill()).stream()
                    .filter(each -> each.number().equals(number) && each.claimant().isSender() == known.isSender())
                    .findFirst().orElseThrow(() -> Refusal.notFound("claim", number));
            desk.reply(claim.id(), version, reply, fen, words);
        });
    }

    private KeptClaim mine(Known known) {
        return intake.open(known.waybill(), known.isSender()).orElseThrow(
                () -> Refusal.conflict("NO_CLAIM", "Say first what happened; then files and accounts have a place."));
    }

    private interface Work {
        void by(Known known);
    }

    private PublicClaimsView doing(@Nullable String proof, Work work) {
        var known = known(proof);
        written.take(known.waybill());
        return forCustomer(() -> {
            work.by(known);
            return all(known, Objects.requireNonNull(proof));
        });
    }

    private Known known(@Nullable String proof) {
        return codes.shown(proof).orElseThrow(() -> Refusal.of(HttpStatus.UNAUTHORIZED, "PROOF_ENDED",
                "Ask for a new code; the last one was too long ago."));
    }

    private <T> T forCustomer(Supplier<T> work) {
        return Acting.as(Actor.Internal.FOR_CUSTOMER,
                () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    private static Refusal unknown() {
        return Refusal.of(HttpStatus.NOT_FOUND, "TRACK_NOT_FOUND",
                "No parcel has this number together with these digits.");
    }
}
