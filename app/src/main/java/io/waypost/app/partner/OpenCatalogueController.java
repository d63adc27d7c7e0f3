package io.waypost.app.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.parcel.ParcelFacts;
import io.waypost.app.parcel.Parcels;
import io.waypost.core.scan.ParcelStatus;
import io.waypost.core.scan.ScanType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a partner looks up before it asks for something: kinds of tickets, and where a parcel is. */
@RestController
@RequestMapping("/open/v1")
class OpenCatalogueController {

    private final PartnerTickets tickets;
    private final Parcels parcels;
    private final Network network;

    OpenCatalogueController(PartnerTickets tickets, Parcels parcels, Network network) {
        this.tickets = tickets;
        this.parcels = parcels;
        this.network = network;
    }

    /** A parcel with its timeline; nobody's name, phone or address. */
    record PartnerParcel(
            String waybill,
            ParcelStatus status,
            @JsonProperty("promised_at") @Nullable Instant promisedAt,
            @JsonProperty("signed_at") @Nullable Instant signedAt,
            List<PartnerScan> timeline) {}

    /** One scan: when, what, and where. */
    record PartnerScan(Instant at, ScanType type, PartnerSite site,
            @JsonProperty("next_site") @Nullable PartnerSite nextSite) {}

    record PartnerSite(String code, String name) {}

    @GetMapping("/ticket-kinds")
    List<PartnerTickets.Kind> kinds() {
        Owner.current();
        return tickets.kinds();
    }

    @GetMapping("/parcels/{waybill}")
    PartnerParcel parcel(@PathVariable String waybill) {
        Owner.current();
        var parcel = parcels.find(waybill).orElseThrow(() -> Refusal.notFound("parcel", waybill));
        return new PartnerParcel(parcel.waybill(), parcel.status(), parcel.promisedAt(), parcel.signedAt(),
                timeline(parcel));
    }

    private List<PartnerScan> timeline(ParcelFacts parcel) {
        return parcels.timeline(parcel.waybill()).stream()
                .filter(scan -> scan.type().valid())
                .map(scan -> new PartnerScan(scan.effectiveAt(), scan.type(), site(scan.site()),
                        scan.nextSite() == null ? null : site(scan.nextSite())))
                .toList();
    }

    private PartnerSite site(String code) {
        return new PartnerSite(code, network.ref(code).name());
    }
}
