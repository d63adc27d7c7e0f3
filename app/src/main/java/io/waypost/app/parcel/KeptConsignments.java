package io.waypost.app.parcel;

import io.waypost.app.kernel.PersonalData;
import io.waypost.app.parcel.ParcelStore.Stored;
import io.waypost.core.scan.ScanType;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class KeptConsignments implements Consignments {

    private final ParcelDesk parcels;
    private final Unsealed unsealed;
    private final JdbcClient jdbc;

    KeptConsignments(ParcelDesk parcels, Unsealed unsealed, JdbcClient jdbc) {
        this.parcels = parcels;
        this.unsealed = unsealed;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Consignment> find(String waybill) {
        // Asked for its facts first: a parcel that is only known elsewhere is brought here by that.
        return parcels.find(waybill).flatMap(facts -> parcels.stored(facts.waybill())).map(this::consignment);
    }

    private Consignment consignment(Stored parcel) {
        return new Consignment(parcel.waybill(), parcel.status(), parcel.product(), parcel.weightGrams(),
                declared(parcel.waybill()), parcel.senderDivision(), parcel.recipientDivision(), parcel.originSite(),
                parcel.destinationSite(), postedAt(parcel.waybill()), parcel.promisedAt(), parcel.signedAt());
    }

    private @Nullable Long declared(String waybill) {
        return jdbc.sql("select declared_value_fen from parcel.parcel where waybill = :waybill")
                .param("waybill", waybill).query((row, _) -> row.getObject(1, Long.class)).optional().orElse(null);
    }

    private @Nullable Instant postedAt(String waybill) {
        return parcels.timeline(waybill).stream().filter(scan -> scan.type() == ScanType.PICKED_UP)
                .map(TimelineScan::effectiveAt).findFirst().orElse(null);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Party> party(String waybill, String lastFour) {
        return party(waybill, true).filter(party -> endsIn(party, lastFour))
                .or(() -> party(waybill, false).filter(party -> endsIn(party, lastFour)));
    }

    private static boolean endsIn(Party party, String lastFour) {
        return lastFour.matches("[0-9]{4}") && PersonalData.phoneDigits(party.phone()).endsWith(lastFour);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Party> party(String waybill, boolean isSender) {
        var end = isSender ? "sender" : "recipient";
        return parcels.stored(waybill).flatMap(parcel -> unsealed.clear(parcel, end + ".phone")
                .map(phone -> new Party(isSender, phone, unsealed.clear(parcel, end + ".name").orElse(null))));
    }
}
