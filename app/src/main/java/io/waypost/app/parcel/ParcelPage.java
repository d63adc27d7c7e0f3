package io.waypost.app.parcel;

import io.waypost.app.parcel.ParcelSilence.Norm;
import io.waypost.app.parcel.ParcelSilence.Standing;
import io.waypost.app.parcel.ParcelStore.Stored;
import io.waypost.app.parcel.ParcelView.CarrierView;
import io.waypost.app.parcel.ParcelView.DeliveryView;
import io.waypost.app.parcel.ParcelView.LegView;
import io.waypost.app.parcel.ParcelView.ScanView;
import io.waypost.core.consent.ConsentRules;
import io.waypost.core.consent.ConsentRules.Step;
import io.waypost.core.place.LaneClass;
import io.waypost.core.waybill.Waybills;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the page of a parcel together: what is kept here, and what the watch says about it. */
@Component
class ParcelPage {

    private final ParcelDesk desk;
    private final ParcelStore store;
    private final TimelineStore timelines;
    private final ConsentStore consents;
    private final Sites sites;
    private final Unsealed unsealed;
    private final ObjectProvider<ParcelSilence> silence;
    private final Clock clock;

    ParcelPage(ParcelDesk desk, ParcelStore store, TimelineStore timelines, ConsentStore consents, Sites sites,
            Unsealed unsealed, ObjectProvider<ParcelSilence> silence, Clock clock) {
        this.desk = desk;
        this.store = store;
        this.timelines = timelines;
        this.consents = consents;
        this.sites = sites;
        this.unsealed = unsealed;
        this.silence = silence;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    ParcelView of(String waybill) {
        var parcel = desk.reachable(waybill);
        var now = clock.instant();
        var watched = silence.getIfAvailable();
        var standing = watched == null ? Standing.UNKNOWN : watched.standing(parcel.waybill(), now);
        var timeline = timelines.of(parcel.waybill());
        return new ParcelView(
                parcel.waybill(),
                Waybills.recognise(parcel.waybill()).stream().map(CarrierView::of).toList(),
                parcel.status(),
                parcel.product(),
                kilograms(parcel.weightGrams()),
                parcel.promisedAt(),
                parcel.signedAt(),
                sites.refOrNull(parcel.originSite()),
                sites.refOrNull(parcel.destinationSite()),
                laneClass(parcel),
                unsealed.masked("sender", parcel.sender()),
                unsealed.masked("recipient", parcel.recipient()),
                delivery(parcel, timeline),
                timeline.stream().map(this::view).toList(),
                legs(timeline, parcel, watched, now),
                standing.silence(),
                standing.pauses(),
                standing.findings(),
                store.notes(parcel.waybill()),
                now);
    }

    private DeliveryView delivery(Stored parcel, List<TimelineScan> timeline) {
        var agreed = consents.of(parcel.waybill());
        var course = timeline.stream().map(scan -> new Step(scan.type(), scan.effectiveAt())).toList();
        return new DeliveryView(parcel.deliveryWish(), agreed,
                ConsentRules.leftWithoutConsent(course, agreed).orElse(null));
    }

    private List<LegView> legs(List<TimelineScan> timeline, Stored parcel, @Nullable ParcelSilence watched,
            Instant now) {
        var scans = timeline.stream().filter(scan -> scan.type().valid()).toList();
        var norms = watched == null
                ? Stream.generate(() -> Norm.UNKNOWN).limit(scans.size()).toList()
                : watched.norms(scans, parcel.recipientDivision());
        var legs = new ArrayList<LegView>();
        for (int i = 0; i < scans.size(); i++) {
            var from = scans.get(i);
            var to = i + 1 < scans.size() ? scans.get(i + 1) : null;
            if (to == null && from.type().terminal()) {
                break;
            }
            var hours = Duration.between(from.effectiveAt(), to == null ? now : to.effectiveAt()).toSeconds() / 3600.0;
            var norm = norms.get(i);
            legs.add(new LegView(from.id(), to == null ? null : to.id(), Math.round(hours * 100) / 100.0,
                    norm.usualLowHours(),
                    norm.usualHighHours(), norm.limitHours()));
        }
        return legs;
    }

    private ScanView view(TimelineScan scan) {
        return new ScanView(scan.id(), scan.type(), scan.scannedAt(), scan.arrivedAt(), sites.ref(scan.site()),
                sites.refOrNull(scan.nextSite()), scan.device(), scan.operator(), scan.bag(),
                kilograms(scan.weightGrams()),
                scan.remark(), scan.type().valid(), scan.flags(), scan.source());
    }

    private @Nullable LaneClass laneClass(Stored parcel) {
        var from = parcel.senderDivision() == null ? sites.division(parcel.originSite()) : parcel.senderDivision();
        var to = parcel.recipientDivision() == null
                ? sites.division(parcel.destinationSite())
                : parcel.recipientDivision();
        return from == null || to == null ? null : LaneClass.of(from, to).orElse(null);
    }

    private static @Nullable Double kilograms(@Nullable Integer grams) {
        return grams == null ? null : grams / 1000.0;
    }
}
