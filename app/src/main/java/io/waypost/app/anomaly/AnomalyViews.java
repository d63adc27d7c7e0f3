package io.waypost.app.anomaly;

import io.waypost.app.network.UnitRef;
import io.waypost.core.anomaly.AnomalyEnd;
import io.waypost.core.anomaly.AnomalyKind;
import io.waypost.core.anomaly.SignatureSign;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the interface tells of anomalies. */
final class AnomalyViews {

    private AnomalyViews() {}

    /**
     * An anomaly.
     *
     * @param site who has to act
     * @param other where the parcel should have gone, or came out
     * @param causedBy whose mistake it seems to be, where that is another site
     * @param times visits of the hub or failed deliveries; otherwise 1
     */
    record AnomalyRow(UUID id, String waybill, AnomalyKind kind, Instant since, Instant raisedAt, UnitRef site,
            @Nullable UnitRef other, @Nullable UnitRef causedBy, int times, List<SignatureSign> signs,
            @Nullable Instant endedAt, @Nullable AnomalyEnd end, @Nullable UUID ticketId) {}

    /**
     * A part of the network at a glance.
     *
     * @param lookedAt up to when scans were looked at; null before the first time
     * @param kinds every kind, in the order of their gravity
     * @param days the last fourteen, the oldest first; what was never raised counts nowhere
     * @param causers who made most mistakes in the last seven days
     */
    record AnomalyBoard(UnitRef unit, Instant at, @Nullable Instant lookedAt, List<KindCount> kinds,
            List<DayCount> days,
            List<Causer> causers) {}

    /**
     * A kind.
     *
     * @param standing how many stand now
     * @param raised how many were raised in the last seven days
     * @param retracted how many of these were taken back because scans came late
     */
    record KindCount(AnomalyKind kind, long standing, long raised, long retracted) {}

    /** How many of a kind were raised on a day in Beijing and not taken back. */
    record DayCount(LocalDate day, AnomalyKind kind, long raised) {}

    /** A site and how many anomalies it seems to have caused. */
    record Causer(UnitRef site, AnomalyKind kind, long count) {}
}
