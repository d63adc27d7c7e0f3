package io.waypost.app.liability;

import io.waypost.app.identity.DutyKind;
import io.waypost.app.identity.DutyRoster;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.liability.ChargeNews.Kind;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.core.liability.LiabilityState.Arbitration;
import io.waypost.core.liability.LiabilityState.Name;
import io.waypost.core.liability.Shares;
import io.waypost.core.liability.TakenPart;
import io.waypost.core.liability.TakenPart.Role;
import io.waypost.core.liability.Tier;
import io.waypost.core.network.UnitKind;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells whoever is on duty at the units that a step of a charge concerns: nobody is charged without hearing of it. */
@Component
class ChargeTelling {

    private final ApplicationEventPublisher events;
    private final DutyRoster duties;
    private final Network network;

    ChargeTelling(ApplicationEventPublisher events, DutyRoster duties, Network network) {
        this.events = events;
        this.duties = duties;
        this.network = network;
    }

    /** Tells what became of it, where it came to another state. */
    void tell(KeptCharge before, KeptCharge after, Instant now) {
        if (before.state() == after.state()) {
            return;
        }
        switch (after.state()) {
            case JUDGED -> tell(after, Kind.CHARGED, ChargePlaces.charged(after), now);
            case ANSWERED -> tell(after, Kind.EVIDENCE_GIVEN, otherSide(after), now);
            case STANDING -> tell(after, Kind.STANDS, ChargePlaces.charged(after), now);
            case ARBITRATION -> tell(after, Kind.APPEALED, arbiters(after), now);
            case UNDECIDED -> tell(after, Kind.UNDECIDED, headquarters(), now);
            case FINAL -> {
                // Silence accepts what one was told before; a decision is told to all whom it touches.
                if (before.state() != Name.STANDING) {
                    var concerned = new LinkedHashSet<>(ChargePlaces.charged(before));
                    concerned.addAll(ChargePlaces.charged(after));
                    tell(after, Kind.DECIDED, concerned, now);
                }
            }
            case UNJUDGED -> throw new IllegalStateException("No charge becomes unjudged.");
        }
    }

    private void tell(KeptCharge kept, Kind kind, Collection<String> units, Instant now) {
        var due = kept.liability().state().due().orElse(null);
        var told = new HashSet<UUID>();
        for (var code : units) {
            // Where nobody is on duty, somebody above is, for several units perhaps: they are told once.
            duties.onDuty(code, DutyKind.ALL)
                    .filter(duty -> !isActing(duty.person().id()) && told.add(duty.person().id()))
                    .ifPresent(duty -> events.publishEvent(new ChargeNews(kept.id(), kept.paper().number(),
                            kept.paper().waybill(), kind, network.ref(code), fen(kept, code), duty.person(), due,
                            now)));
        }
    }

    private static boolean isActing(UUID person) {
        return Acting.current() instanceof Actor.Person me && me.id().equals(person);
    }

    private static long fen(KeptCharge kept, String unit) {
        return Shares.split(kept.liability().shares(), kept.paper().fen()).getOrDefault(unit, 0L);
    }

    /** Those on the parcel's way who may speak against the evidence. */
    private static List<String> otherSide(KeptCharge kept) {
        Set<String> answered = new LinkedHashSet<>();
        kept.liability().parts().stream().filter(part -> part.role() == Role.ANSWERED).map(TakenPart::unit)
                .forEach(answered::add);
        return kept.sites().stream().distinct().filter(site -> !answered.contains(site)).toList();
    }

    private List<String> arbiters(KeptCharge kept) {
        var charged = ChargePlaces.charged(kept);
        boolean isHigh = charged.isEmpty() || kept.liability().state().equals(new Arbitration(Tier.HEADQUARTERS));
        return isHigh
                ? headquarters()
                : network.atOrAbove(charged.getFirst(), UnitKind.REGION).map(Unit::code).map(List::of)
                        .orElseGet(this::headquarters);
    }

    private List<String> headquarters() {
        return network.headquarters().map(Unit::code).stream().toList();
    }
}
