package io.waypost.app.parcel;

import io.waypost.app.network.UnitRef;
import io.waypost.app.parcel.ParcelStore.Stored;
import io.waypost.app.parcel.ParcelView.CarrierView;
import io.waypost.app.parcel.ParcelView.NoteView;
import io.waypost.app.parcel.ParcelView.PartyView;
import io.waypost.core.scan.ParcelStatus;
import io.waypost.core.scan.ScanType;
import io.waypost.core.watch.Silence.Level;
import io.waypost.core.waybill.Waybills;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ParcelController {

    private final ParcelDesk desk;
    private final ParcelPage page;
    private final Sites sites;
    private final Unsealed unsealed;
    private final ObjectProvider<ParcelSilence> silence;
    private final ObjectProvider<ParcelTickets> tickets;
    private final ObjectProvider<ParcelsElsewhere> elsewhere;
    private final Clock clock;

    ParcelController(ParcelDesk desk, ParcelPage page, Sites sites, Unsealed unsealed,
            ObjectProvider<ParcelSilence> silence,
            ObjectProvider<ParcelTickets> tickets, ObjectProvider<ParcelsElsewhere> elsewhere, Clock clock) {
        this.desk = desk;
        this.page = page;
        this.sites = sites;
        this.unsealed = unsealed;
        this.silence = silence;
        this.tickets = tickets;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    /** Posted, so that a phone number never stands in an address, a log or a history. */
    @PostMapping("/parcels/search")
    SearchResult search(@RequestBody @Valid Search request) {
        var found = desk.search(request.q().strip());
        var waybills = found.parcels().stream().map(Stored::waybill).toList();
        var watched = silence.getIfAvailable();
        var levels = watched == null ? Map.<String, Level>of() : watched.levels(waybills, clock.instant());
        var counter = tickets.getIfAvailable();
        var open = counter == null ? Map.<String, Integer>of() : counter.open(waybills);
        return new SearchResult(found.kind(),
                found.parcels().stream().map(parcel -> row(parcel, levels, open)).toList());
    }

    @GetMapping("/parcels/{waybill}")
    ParcelView parcel(@PathVariable String waybill) {
        elsewhere.ifAvailable(known -> known.renew(waybill));
        return page.of(waybill);
    }

    @PostMapping("/parcels/{waybill}/unmask")
    Unmasked unmask(@PathVariable String waybill, @RequestBody Unmask request) {
        return new Unmasked(desk.unmask(waybill, request.field(), request.reason()));
    }

    @PostMapping("/parcels/{waybill}/notes")
    NoteView note(@PathVariable String waybill, @RequestBody Note request) {
        return desk.note(waybill, request.text());
    }

    @GetMapping("/waybills/recognise")
    List<CarrierView> recognise(@RequestParam String number) {
        return Waybills.recognise(number).stream().map(CarrierView::of).toList();
    }

    private ParcelRowView row(Stored parcel, Map<String, Level> levels, Map<String, Integer> open) {
        var last = parcel.lastType() == null || parcel.lastAt() == null || parcel.lastSite() == null
                ? null
                : new LastView(parcel.lastType(), parcel.lastAt(), sites.ref(parcel.lastSite()));
        var recipient = unsealed.masked("recipient", parcel.recipient());
        return new ParcelRowView(parcel.waybill(), parcel.status(), last, parcel.promisedAt(), recipient,
                levels.getOrDefault(parcel.waybill(), Level.OFF), open.getOrDefault(parcel.waybill(), 0));
    }

    record Search(@NotNull String q) {}

    record SearchResult(String kind, List<ParcelRowView> items) {}

    record ParcelRowView(
            String waybill,
            ParcelStatus status,
            @Nullable LastView lastScan,
            @Nullable Instant promisedAt,
            @Nullable PartyView recipient,
            Level level,
            int openTickets) {}

    record LastView(ScanType type, Instant scannedAt, UnitRef site) {}

    record Unmask(String field, @Nullable String reason) {}

    record Unmasked(String value) {}

    record Note(@Nullable String text) {}
}
