package io.waypost.app.ticket;

import static io.waypost.app.ticket.TicketBodies.kind;
import static io.waypost.app.ticket.TicketBodies.text;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.parcel.ParcelFacts;
import io.waypost.app.parcel.Parcels;
import io.waypost.app.sop.Sops;
import io.waypost.app.ticket.Triaging.Incoming;
import io.waypost.core.scan.ParcelStatus;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.Ladder;
import io.waypost.core.ticket.TicketNumber;
import io.waypost.core.triage.Custody;
import io.waypost.core.triage.TriageChannel;
import io.waypost.core.triage.TriageFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tries the rules of triage on a ticket that is there, or on a made-up matter; nothing happens to either. */
@RestController
class TriageTryController {

    private final Triaging triaging;
    private final TicketStore store;
    private final HistoryStore history;
    private final TicketDesk desk;
    private final Ladders ladders;
    private final Parcels parcels;
    private final Network network;
    private final Sops sops;

    TriageTryController(Triaging triaging, TicketStore store, HistoryStore history, TicketDesk desk, Ladders ladders,
            Parcels parcels, Network network, Sops sops) {
        this.triaging = triaging;
        this.store = store;
        this.history = history;
        this.desk = desk;
        this.ladders = ladders;
        this.parcels = parcels;
        this.network = network;
        this.sops = sops;
    }

    /**
     * What to try.
     *
     * @param ticket the number of a ticket; everything else is then taken from it as it stands now
     * @param waybill a parcel, from which {@code parcel}, {@code custody} and {@code unit} are taken
     * @param unit the unit that has the parcel, or that the matter is about; null for the asker's own
     */
    record TriageTry(
            @Nullable String ticket,
            @Nullable String kind,
            @Nullable TriageChannel channel,
            @Nullable Boolean urgent,
            @Nullable Integer repeat,
            @Nullable String waybill,
            @Nullable ParcelStatus parcel,
            @Nullable Custody custody,
            @Nullable String unit,
            @Nullable String customer,
            @Nullable String text) {}

    @PostMapping("/api/v1/triage/try")
    @Transactional(readOnly = true)
    TriageView tryOut(@RequestBody TriageTry request) {
        if (request.ticket() != null && !request.ticket().isBlank()) {
            return view(ofTicket(request.ticket()), null);
        }
        var matter = made(request);
        return view(matter, matter.parcel() != null ? null : asked(request, triaging.facts(matter)));
    }

    private TriageView view(Incoming matter, @Nullable TriageFacts facts) {
        var placed = facts == null
                ? triaging.place(matter, desk.now())
                : triaging.place(matter, facts, desk.now());
        return TriageView.of(placed.note(), network::ref);
    }

    private Incoming ofTicket(String number) {
        var kept = TicketNumber.read(number).flatMap(read -> store.findByNumber(read.text()))
                .orElseThrow(() -> Refusal.notFound("ticket", number));
        var parcel = kept.waybill() == null ? null : parcels.find(kept.waybill()).orElse(null);
        var partner = history.of(kept.id()).stream().map(HistoryStore.Entry::by)
                .filter(by -> by.kind() == By.Kind.PARTNER).findFirst().map(By::name).orElse(null);
        return new Incoming(kept.ticket().kind(), TriageChannel.valueOf(kept.intake().origin().name()),
                kept.ticket().urgent(), kept.intake().repeatNumber(), parcel,
                parcel == null ? kept.ticket().ladder() : holding(parcel), kept.ticket().desk(), partner,
                kept.intake().description());
    }

    private Incoming made(TriageTry request) {
        var kind = kind(request.kind());
        if (sops.kinds().find(kind).isEmpty()) {
            throw Refusal.invalid("kind", kind.code(), "UNKNOWN", "Name a kind of the catalogue.");
        }
        var own = Acting.current() instanceof Actor.Person person
                ? person.unitCode()
                : network.headquarters().map(Unit::code).orElse("HQ");
        var waybill = request.waybill();
        var parcel = waybill == null || waybill.isBlank()
                ? null
                : parcels.find(waybill).orElseThrow(() -> Refusal.notFound("parcel", waybill));
        var unit = request.unit() == null || request.unit().isBlank() ? own : request.unit();
        if (network.unit(unit).isEmpty()) {
            throw Refusal.invalid("unit", unit, "UNKNOWN", "Name a unit by its code.");
        }
        var said = text("text", request.text());
        return new Incoming(kind, channel(request, kind), Boolean.TRUE.equals(request.urgent()),
                request.repeat() == null ? 1 : request.repeat(), parcel,
                parcel == null ? ladders.of(unit) : holding(parcel), own, request.customer(), said == null ? "" : said);
    }

    /** Where no parcel is named, what would be known of it is what the asker says. */
    private static TriageFacts asked(TriageTry request, TriageFacts found) {
        return new TriageFacts(found.kind(), found.sort(), found.channel(), found.urgent(), found.repeat(),
                request.parcel(), request.custody() == null ? found.custody() : request.custody(), found.units(),
                found.customer(), found.text());
    }

    private static TriageChannel channel(TriageTry request, TicketKind kind) {
        if (request.channel() != null) {
            return request.channel();
        }
        return kind.found() ? TriageChannel.WATCH : TriageChannel.AGENT;
    }

    private Ladder holding(ParcelFacts parcel) {
        var site = parcel.lastSite() == null ? parcel.originSite() : parcel.lastSite();
        return ladders.of(site == null ? "" : site);
    }
}
