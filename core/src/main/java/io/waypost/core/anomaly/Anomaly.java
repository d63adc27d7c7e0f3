package io.waypost.core.anomaly;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is or was wrong with the course of a parcel.
 *
 * @param id the same for the same anomaly however often and in whatever order its scans are read
 * @param since the instant of the scan, or of the limit, that showed it
 * @param site who has to act
 * @param other the other place of the story: where it should have gone, or came out
 * @param causedBy whose mistake it seems to be, where that is another site
 * @param times how often: visits of the hub, failed deliveries; otherwise 1
 * @param signs of a doubtful signature; otherwise empty
 * @param endedAt when it ended; null while it stands
 */
public record Anomaly(UUID id, AnomalyKind kind, Instant since, String site, @Nullable String other,
        @Nullable String causedBy, int times, Set<SignatureSign> signs, @Nullable Instant endedAt,
        @Nullable AnomalyEnd end) {

    public Anomaly {
        signs = Set.copyOf(signs);
    }

    static Anomaly standing(String waybill, AnomalyKind kind, Instant since, String site, @Nullable String other,
            @Nullable String causedBy, int times) {
        var name = "%s %s %s".formatted(waybill, kind, since);
        return new Anomaly(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), kind, since, site, other,
                causedBy, times, Set.of(), null, null);
    }

    Anomaly showing(Set<SignatureSign> seen) {
        return new Anomaly(id, kind, since, site, other, causedBy, times, seen, endedAt, end);
    }

    Anomaly ended(Instant at, AnomalyEnd how) {
        return new Anomaly(id, kind, since, site, other, causedBy, times, signs, at, how);
    }

    /** The same where scans that came late show that it never was. */
    public Anomaly retracted(Instant at) {
        return ended(at, AnomalyEnd.RETRACTED);
    }

    /** Whether it never was. */
    public boolean retracted() {
        return end == AnomalyEnd.RETRACTED;
    }

    /** Whether somebody should still act. */
    public boolean stands() {
        return endedAt == null;
    }
}
