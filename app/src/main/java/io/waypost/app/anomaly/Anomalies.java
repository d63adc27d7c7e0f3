package io.waypost.app.anomaly;

import io.waypost.app.live.LiveFeed;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.network.UnitsMoved;
import io.waypost.app.parcel.ScanFeed.Fed;
import io.waypost.app.parcel.ScanFeed.Grown;
import io.waypost.core.anomaly.AnomalyPolicy;
import io.waypost.core.anomaly.AnomalyRules;
import io.waypost.core.anomaly.CourseScan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Holds what the rules say of parcels against what is kept, keeps the difference, and tells the other features; all in the running
 * transaction. Looking twice changes nothing.
 */
@Component
class Anomalies implements AnomalyLinks {

    /** What history that is read in shows of so long ago is nobody's work any more. */
    private static final Duration OLD = Duration.ofDays(14);

    private final AnomalyStore store;
    private final LookStore looks;
    private final Network network;
    private final ApplicationEventPublisher events;
    private final LiveFeed live;
    private final AnomalyRules rules;

    Anomalies(AnomalyStore store, LookStore looks, Network network, ApplicationEventPublisher events, LiveFeed live) {
        this.store = store;
        this.looks = looks;
        this.network = network;
        this.events = events;
        this.live = live;
        this.rules = new AnomalyRules(AnomalyPolicy.defaults(),
                site -> network.unit(site).map(Unit::kind).orElse(null));
    }

    /** Looks at all that is known of these parcels. */
    void look(List<Grown> parcels, Instant now) {
        if (parcels.isEmpty()) {
            return;
        }
        var kept = store.ofParcels(parcels.stream().map(Grown::waybill).toList());
        var again = new ArrayList<LookStore.Look>();
        var changed = new ArrayList<KeptAnomaly>();
        var before = new HashMap<UUID, KeptAnomaly>();
        for (var parcel : parcels) {
            var said = rules.look(parcel.waybill(), scans(parcel), now);
            again.add(new LookStore.Look(parcel.waybill(), said.next()));
            var known = new HashMap<UUID, KeptAnomaly>();
            kept.getOrDefault(parcel.waybill(), List.of()).forEach(one -> known.put(one.anomaly().id(), one));
            before.putAll(known);
            for (var anomaly : said.anomalies()) {
                var old = known.remove(anomaly.id());
                if (old == null ? anomaly.since().isAfter(now.minus(OLD)) : !old.anomaly().equals(anomaly)) {
                    changed.add(new KeptAnomaly(parcel.waybill(), anomaly, old == null ? now : old.raisedAt(),
                            old == null ? null : old.ticketId()));
                }
            }
            known.values().stream().filter(one -> !one.anomaly().retracted()).map(one -> new KeptAnomaly(one.waybill(),
                    one.anomaly().retracted(now), one.raisedAt(), one.ticketId())).forEach(changed::add);
        }
        looks.set(again);
        keep(changed, before, now);
    }

    @Override
    public void ticket(UUID anomalyId, UUID ticketId) {
        store.ticket(anomalyId, ticketId);
    }

    @Override
    public boolean standing(UUID ticketId) {
        return store.standing(ticketId);
    }

    @EventListener
    void on(UnitsMoved moved) {
        store.moveUnits(moved.oldPrefix(), moved.newPrefix());
    }

    private void keep(List<KeptAnomaly> changed, Map<UUID, KeptAnomaly> before, Instant now) {
        if (changed.isEmpty()) {
            return;
        }
        store.write(changed, this::path);
        for (var one : changed) {
            var old = before.get(one.anomaly().id());
            boolean stood = old != null && old.anomaly().stands();
            if (one.anomaly().stands() && !stood) {
                events.publishEvent(new AnomalyRaised(one.waybill(), one.anomaly(), now));
            } else if (stood && !one.anomaly().stands()) {
                events.publishEvent(new AnomalyOver(one.waybill(), one.anomaly(), now, one.ticketId()));
            }
            live.tell("anomaly", path(one.anomaly().site()), Map.of("waybill", one.waybill()));
        }
    }

    private String path(String site) {
        return network.unit(site).map(Unit::path).orElse("/");
    }

    private static List<CourseScan> scans(Grown parcel) {
        return Stream.concat(parcel.before().stream(), parcel.added().stream()).filter(fed -> !fed.historic())
                .map(Anomalies::scan).toList();
    }

    private static CourseScan scan(Fed fed) {
        return new CourseScan(fed.type(), fed.effectiveAt(), fed.site(), fed.nextSite());
    }
}
