package io.waypost.app.tracking;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.parcel.ParcelFacts;
import io.waypost.app.parcel.ParcelSilence;
import io.waypost.app.parcel.Parcels;
import io.waypost.app.parcel.TimelineScan;
import io.waypost.app.ticket.OpenTicket;
import io.waypost.app.ticket.Tickets;
import io.waypost.core.place.Division;
import io.waypost.core.place.Divisions;
import io.waypost.core.scan.Codes;
import io.waypost.core.scan.ParcelStatus;
import io.waypost.core.scan.ScanType;
import io.waypost.core.tracking.Doing;
import io.waypost.core.tracking.Doing.Known;
import io.waypost.core.tracking.Doing.Quiet;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Answers customers. It looks as the platform, and says only what {@link Doing} has a plain word for. */
@Service
class Tracking implements CustomerParcels {

    private static final Actor PLATFORM = new Actor.Internal("public-tracking");

    private final Parcels parcels;
    private final ParcelSilence silence;
    private final Tickets tickets;
    private final Network network;
    private final TrackLimits limits;
    private final Clock clock;

    Tracking(Parcels parcels, ParcelSilence silence, Tickets tickets, Network network, TrackLimits limits,
            Clock clock) {
        this.parcels = parcels;
        this.silence = silence;
        this.tickets = tickets;
        this.network = network;
        this.limits = limits;
        this.clock = clock;
    }

    /** Where a parcel is, as the API shows it to anybody. */
    record Track(
            String waybill,
            ParcelStatus status,
            @Nullable Place place,
            @Nullable Instant lastAt,
            @Nullable Instant promisedAt,
            boolean late,
            Doing doing,
            List<Step> steps,
            Instant now) {}

    record Place(String name, @Nullable String province, @Nullable String city) {}

    record Step(Instant at, ScanType type, @Nullable String place) {}

    /** The parcel; one answer for an unknown number, an unregistered one and wrong digits. */
    Track track(String address, String waybill, String lastFour) {
        return knowing(address, waybill, lastFour, code -> track(parcels.find(code).orElseThrow()));
    }

    /** Does that as the platform with the parcel's number, for whoever knows number and digits. */
    <T> T knowing(String address, String waybill, String lastFour, Function<String, T> work) {
        var code = Codes.waybill(waybill);
        limits.ask(address, code == null ? waybill : code);
        return Acting.as(PLATFORM, () -> {
            if (code == null || !parcels.phoneEndsWith(code, lastFour)) {
                throw Refusal.of(HttpStatus.NOT_FOUND, "TRACK_NOT_FOUND",
                        "No parcel has this number together with these digits.");
            }
            limits.right(code);
            return work.apply(code);
        });
    }

    @Override
    public boolean proves(String asker, String waybill, String lastFour) {
        limits.ask(asker, waybill);
        boolean right = Acting.as(PLATFORM, () -> parcels.phoneEndsWith(waybill, lastFour));
        if (right) {
            limits.right(waybill);
        }
        return right;
    }

    @Override
    public Optional<Shown> show(String waybill) {
        return Acting.as(PLATFORM, () -> parcels.find(waybill).map(this::track).map(track -> new Shown(track.waybill(),
                track.status(), track.place() == null ? null : track.place().name(), track.lastAt(), track.promisedAt(),
                track.late(), track.doing())));
    }

    private Track track(ParcelFacts parcel) {
        var now = clock.instant();
        var ticket = tickets.open(parcel.waybill());
        var known = new Known(parcel.status(), quiet(parcel.waybill(), now),
                ticket.map(OpenTicket::state).orElse(null), ticket.map(OpenTicket::due).orElse(null),
                ticket.map(OpenTicket::lastAnswer).orElse(null));
        var until = parcel.signedAt() == null ? now : parcel.signedAt();
        boolean late = parcel.promisedAt() != null && until.isAfter(parcel.promisedAt());
        var steps = parcels.timeline(parcel.waybill()).stream().filter(scan -> scan.type().valid()).map(this::step)
                .toList();
        return new Track(parcel.waybill(), parcel.status(), parcel.lastSite() == null ? null : place(parcel.lastSite()),
                parcel.lastAt(), parcel.promisedAt(), late, Doing.of(known, now), steps, now);
    }

    private Quiet quiet(String waybill, Instant now) {
        var view = silence.standing(waybill, now).silence();
        return switch (view == null ? null : view.level()) {
            case null -> Quiet.NO;
            case CALM, PAUSED, OFF -> Quiet.NO;
            case WATCH -> Quiet.LONG;
            case SILENT -> Quiet.SILENT;
        };
    }

    private Step step(TimelineScan scan) {
        return new Step(scan.effectiveAt(), scan.type(), network.ref(scan.site()).name());
    }

    private Place place(String site) {
        var divisions = Divisions.china();
        var code = network.unit(site).map(Unit::division);
        return new Place(network.ref(site).name(),
                code.flatMap(divisions::provinceOf).map(Division::name).orElse(null),
                code.flatMap(divisions::cityOf).map(Division::name).orElse(null));
    }
}
