package io.waypost.app.claim;

import io.waypost.app.claim.ClaimSteps.Did;
import io.waypost.app.claim.KeptClaim.ClaimChannel;
import io.waypost.app.claim.KeptClaim.Claimant;
import io.waypost.app.claim.KeptClaim.Money;
import io.waypost.app.claim.KeptClaim.Talk;
import io.waypost.app.claim.KeptClaim.Times;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.parcel.Consignments;
import io.waypost.app.parcel.Consignments.Consignment;
import io.waypost.app.parcel.Consignments.Party;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.deadline.DefaultStatutoryPeriods;
import io.waypost.core.deadline.Jurisdiction;
import io.waypost.core.deadline.StatutoryDue;
import io.waypost.core.deadline.StatutoryKey;
import io.waypost.core.settlement.Settlement;
import io.waypost.core.settlement.SettlementCommand.Submit;
import io.waypost.core.settlement.SettlementState;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes claims in: a draft first, which survives whatever happens to the phone, then what is handed in. */
@Service
class ClaimIntake {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final CaseStore store;
    private final ClaimantStore claimants;
    private final ClaimFlow flow;
    private final ClaimPlaces places;
    private final Consignments parcels;
    private final Clock clock;

    ClaimIntake(CaseStore store, ClaimantStore claimants, ClaimFlow flow, ClaimPlaces places,
            Consignments parcels, Clock clock) {
        this.store = store;
        this.claimants = claimants;
        this.flow = flow;
        this.places = places;
        this.parcels = parcels;
        this.clock = clock;
    }

    /** A claim that was begun about the parcel by that party and has not ended, a draft too. */
    Optional<KeptClaim> open(String waybill, boolean isSender) {
        return store.ofWaybill(waybill).stream().filter(claim -> claim.claimant().isSender() == isSender)
                .filter(claim -> claim.settlement().state().open()
                        || claim.settlement().state() == SettlementState.DRAFT)
                .findFirst();
    }

    /** Begins a draft for the party. */
    @Transactional
    public KeptClaim begin(Party party, String waybill, ClaimChannel channel, CaseFacts what, String goods,
            @Nullable UUID enteredBy, @Nullable String enteredAt) {
        var parcel = parcels.find(waybill).orElseThrow(() -> Refusal.notFound("parcel", waybill));
        var now = now();
        var place = places.of(parcel);
        var paths = new HashSet<>(place.unitPaths());
        if (enteredAt != null) {
            // Who writes it down sees it, wherever it is dealt with.
            paths.add(enteredAt);
        }
        var claim = new KeptClaim(Ids.next(now), number(now), parcel.waybill(),
                new Claimant(channel, party.isSender()), goods, what, null, null, Settlement.begun(enteredBy),
                new Talk(null, null), new Money(null, 0, false),
                new KeptClaim.Place(place.unitCode(), place.unitPath(), paths, null),
                new Times(now, null, null, null, null, null, null, false), 1);
        store.add(claim, parcel);
        claimants.person(claim.id(), party.name(), party.phone());
        return claim;
    }

    /** Hands a draft in: from now on the clocks run. */
    @Transactional
    public KeptClaim submit(KeptClaim draft) {
        var now = now();
        var times = draft.times();
        var applied = draft.with(new Times(times.since(), now, null, null, null, statutory(draft, now), null, false));
        var assessed = flow.assess(applied);
        return flow.step(assessed, new Submit(),
                draft.settlement().enteredBy() == null ? Did.APPLIED : Did.ENTERED, null,
                Map.of("kind", draft.what().kind().name(), "owed", assessed.owedFen()));
    }

    /** The seven days of the law run from the application, by the province where the parcel was sent. */
    private @Nullable Instant statutory(KeptClaim claim, Instant now) {
        var jurisdiction = parcels.find(claim.waybill()).map(Consignment::senderDivision).map(Jurisdiction::of)
                .orElse(Jurisdiction.NATION);
        return DefaultStatutoryPeriods.table().due(StatutoryKey.COMPLAINT_REPLY, jurisdiction, now)
                .map(StatutoryDue::due).orElse(null);
    }

    /** The parcel as the claimant's side may know it. */
    Optional<Consignment> parcel(String waybill) {
        return parcels.find(waybill);
    }

    private String number(Instant now) {
        return "C%s%04d".formatted(DAY.format(LocalDate.ofInstant(now, Holidays.ZONE)), store.running());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
