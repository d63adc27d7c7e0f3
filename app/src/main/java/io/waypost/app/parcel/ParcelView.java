package io.waypost.app.parcel;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.network.UnitRef;
import io.waypost.core.consent.Consent;
import io.waypost.core.consent.DeliveryMode;
import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.ParcelStatus;
import io.waypost.core.scan.ScanFlag;
import io.waypost.core.scan.ScanType;
import io.waypost.core.waybill.Candidate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A parcel with everything an agent needs to answer for it; personal data is masked. */
record ParcelView(
        String waybill,
        List<CarrierView> candidates,
        ParcelStatus status,
        @Nullable String product,
        @Nullable Double weightKg,
        @Nullable Instant promisedAt,
        @Nullable Instant signedAt,
        @Nullable UnitRef origin,
        @Nullable UnitRef destination,
        @Nullable LaneClass laneClass,
        @Nullable PartyView sender,
        @Nullable PartyView recipient,
        DeliveryView delivery,
        List<ScanView> timeline,
        List<LegView> legs,
        @Nullable SilenceView silence,
        List<PauseView> pauses,
        List<FindingView> findings,
        List<NoteView> notes,
        Instant now) {

    /** A network that may have issued the number. */
    record CarrierView(String carrier, String name, Candidate.Strength strength) {

        static CarrierView of(Candidate candidate) {
            return new CarrierView(candidate.carrier().code(), candidate.carrier().chinese(), candidate.strength());
        }
    }

    /** One end of the shipment, masked. */
    record PartyView(@Nullable String name, @Nullable String phone, @Nullable String address) {}

    /**
     * How it is to be delivered.
     *
     * @param wish what the recipient wants
     * @param consents what they agreed to, oldest first
     * @param leftWithoutConsentAt when it was first left at a station or in a locker without a consent registered for it
     */
    record DeliveryView(
            @Nullable DeliveryMode wish,
            List<Consent> consents,
            @Nullable Instant leftWithoutConsentAt) {}

    /** One scan. */
    record ScanView(
            UUID id,
            ScanType type,
            Instant scannedAt,
            Instant arrivedAt,
            UnitRef site,
            @Nullable UnitRef nextSite,
            @Nullable String device,
            @Nullable String operator,
            @Nullable String bag,
            @Nullable Double weightKg,
            @Nullable String remark,
            boolean valid,
            Set<ScanFlag> flags,
            String source) {}

    /** The time between two valid scans, or since the last one. */
    record LegView(
            UUID fromScanId,
            @Nullable UUID toScanId,
            double hours,
            @Nullable Double usualLowHours,
            @Nullable Double usualHighHours,
            @Nullable Double limitHours) {}

    /** What a colleague wrote down. */
    record NoteView(UUID id, Instant at, PersonRef by, String text) {}
}
