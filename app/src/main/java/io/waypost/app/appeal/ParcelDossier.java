package io.waypost.app.appeal;

import io.waypost.app.appeal.AppealPartStore.Passed;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.network.Network;
import io.waypost.app.parcel.ParcelFacts;
import io.waypost.app.parcel.Parcels;
import io.waypost.app.parcel.TimelineScan;
import io.waypost.core.calendar.Holidays;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the platform knows of the parcel of an appeal, whoever acts: an answer to the authority is about the whole truth, also
 * where the parcel went through other regions. To be asked outside of transactions of the actor.
 */
@Component
class ParcelDossier {

    private final Parcels parcels;
    private final EarlierCases cases;
    private final Network network;

    ParcelDossier(Parcels parcels, EarlierCases cases, Network network) {
        this.parcels = parcels;
        this.cases = cases;
        this.network = network;
    }

    /**
     * What is known.
     *
     * @param waybill in the spelling of the platform
     * @param postedOn the day of its first scan, null where there is none
     */
    record Known(String waybill, Optional<ParcelFacts> parcel, @Nullable LocalDate postedOn,
            List<EarlierCases.Case> earlier) {}

    Known of(String typed) {
        return Acting.as(new Actor.Internal("appeals"), () -> {
            var parcel = parcels.find(typed);
            var waybill = parcel.map(ParcelFacts::waybill).orElse(typed);
            var first = parcels.timeline(waybill).stream().findFirst()
                    .map(scan -> LocalDate.ofInstant(scan.scannedAt(), Holidays.ZONE));
            return new Known(waybill, parcel, first.orElse(null), cases.of(waybill));
        });
    }

    /** The timeline as it is attached to a reply. */
    List<Passed> timeline(String waybill) {
        return Acting.as(new Actor.Internal("appeals"), () -> parcels.timeline(waybill)).stream().map(this::passed)
                .toList();
    }

    private Passed passed(TimelineScan scan) {
        return new Passed(scan.scannedAt(), scan.type().name(), scan.type().chinese(), scan.site(),
                network.ref(scan.site()).name());
    }
}
