package io.waypost.app.liability;

import io.waypost.app.liability.KeptCharge.Link;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.parcel.Journeys;
import io.waypost.app.parcel.ParcelFacts;
import io.waypost.app.parcel.Parcels;
import io.waypost.app.parcel.TimelineScan;
import io.waypost.core.liability.CaseFacts;
import io.waypost.core.liability.DefaultStandard;
import io.waypost.core.liability.Judgement;
import io.waypost.core.liability.LiabilityEngine;
import io.waypost.core.liability.LiabilityEvidence;
import io.waypost.core.liability.LiabilityTerms;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has the engine judge a claim by what is known of its parcel. Within a transaction of the platform, which sees all scans. */
@Component
class ChargeJudging {

    private final Parcels parcels;
    private final Journeys journeys;
    private final LiabilityEngine engine;

    ChargeJudging(Parcels parcels, Journeys journeys, Network network) {
        this.parcels = parcels;
        this.journeys = journeys;
        this.engine = new LiabilityEngine(DefaultStandard.of(),
                site -> network.unit(site).map(Unit::kind).orElse(null));
    }

    /** A judgement and the scans that it was made by. */
    record Judged(Judgement judgement, List<Link> chain) {}

    /** How long each side has, by the standard in force. */
    LiabilityTerms terms() {
        return engine.standard().terms();
    }

    /** The judgement of the claim, with evidence that was accepted. */
    Judged judge(KeptCharge kept, List<LiabilityEvidence> evidence) {
        var paper = kept.paper();
        var chain = chain(paper.waybill());
        var facts = new CaseFacts(paper.kind(), chain.stream().map(link -> link.scan(paper.waybill())).toList(),
                promisedAt(paper.waybill()), Set.of(), evidence);
        return new Judged(engine.judge(facts), chain);
    }

    private @Nullable Instant promisedAt(String waybill) {
        return parcels.find(waybill).map(ParcelFacts::promisedAt).orElse(null);
    }

    /** The parcel's timeline; where the platform has none, what is known of its way elsewhere. */
    private List<Link> chain(String waybill) {
        var here = parcels.timeline(waybill);
        var scans = here.isEmpty()
                ? journeys.of(List.of(waybill)).stream().flatMap(way -> way.scans().stream()).toList()
                : here;
        return scans.stream().map(ChargeJudging::link).toList();
    }

    private static Link link(TimelineScan scan) {
        return new Link(scan.type(), scan.effectiveAt(), scan.site(), scan.nextSite(), scan.bag(), scan.weightGrams(),
                scan.remark());
    }
}
