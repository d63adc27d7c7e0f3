package io.waypost.app.claim;

import io.waypost.app.claim.ClaimController.ClaimEnter;
import io.waypost.app.claim.KeptClaim.ClaimChannel;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.parcel.Consignments;
import io.waypost.app.parcel.Parcels;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Claims that somebody of us writes down for a customer on the phone. */
@Service
class ClaimEntry {

    private final ClaimIntake intake;
    private final ClaimantStore claimants;
    private final Consignments consignments;
    private final Parcels parcels;

    ClaimEntry(ClaimIntake intake, ClaimantStore claimants, Consignments consignments, Parcels parcels) {
        this.intake = intake;
        this.claimants = claimants;
        this.consignments = consignments;
        this.parcels = parcels;
    }

    /** Enters it and hands it in; its id. A second one about the same parcel of the same party is refused with the first one's number. */
    @Transactional
    public UUID enter(ClaimEnter body) {
        if (!(Acting.current() instanceof Actor.Person person)) {
            throw Refusal.forbidden("PEOPLE_ONLY", "Only people write claims down.");
        }
        var waybill = consignments.find(body.waybill())
                .orElseThrow(() -> Refusal.notFound("parcel", body.waybill())).waybill();
        // Two who write down the same claim at once wait for each other here.
        parcels.lock(waybill);
        var party = consignments.party(waybill, body.sender()).orElseThrow(() -> Refusal.invalid("sender",
                body.sender(), "UNKNOWN", "The parcel has no phone of that party; take the other one."));
        intake.open(waybill, body.sender()).ifPresent(open -> {
            throw Refusal.conflict("CLAIM_EXISTS", "There is the claim %s already.".formatted(open.number()))
                    .with("number", open.number()).with("claim", open.id());
        });
        var draft = intake.begin(party, waybill, ClaimChannel.STAFF, body.what(), ClaimWords.goods(body.goods()),
                person.id(), person.unitPath());
        claimants.story(draft.id(), ClaimWords.optional("story", body.story(), ClaimWords.LONGEST));
        return intake.submit(draft).id();
    }
}
