package io.waypost.core.watch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * A parcel has been silent for longer than it may (静默包裹).
 *
 * @param id the same for the same silence however often it is computed
 * @param raisedAt the logical time of the limit, whenever it was looked at
 * @param responsible who must act
 */
public record SilenceFinding(
        UUID id,
        String waybill,
        Instant raisedAt,
        Instant silentSince,
        Instant limitAt,
        Limit limit,
        Responsibility responsible) {

    /** The id of a silence, and of the further warnings about the same one after a pause. */
    static UUID id(String waybill, Instant silentSince, int earlierWarnings) {
        var name = "%s SILENT %s %d".formatted(waybill, silentSince, earlierWarnings);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
