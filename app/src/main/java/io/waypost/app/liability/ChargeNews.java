package io.waypost.app.liability;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.network.UnitRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody must be told about a charge (追责提醒). Published inside the transaction of the step; to be listened to in it.
 *
 * @param number of the claim
 * @param unit the unit for which they are told
 * @param fen what the unit bears as things stand; 0 where it bears nothing
 * @param dueAt until when they can act; null where nothing is asked of them
 */
public record ChargeNews(UUID chargeId, String number, String waybill, Kind kind, UnitRef unit, long fen, PersonRef to,
        @Nullable Instant dueAt, Instant at) {

    /** What they are told; the names are part of the API. */
    public enum Kind {
        CHARGED,
        EVIDENCE_GIVEN,
        STANDS,
        APPEALED,
        DECIDED,
        UNDECIDED
    }
}
