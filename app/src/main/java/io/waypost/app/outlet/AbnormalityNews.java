package io.waypost.app.outlet;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.network.UnitRef;
import io.waypost.core.outlet.AbnormalCause;
import java.time.Instant;
import java.util.UUID;

/** Somebody must be told about an abnormality. Published inside the transaction that found it; to be listened to in it. */
public record AbnormalityNews(UUID id, UnitRef site, AbnormalCause cause, Kind kind, PersonRef to, Instant dueAt,
        Instant at) {

    /** What they are told; the names are part of the API. */
    public enum Kind {
        /** A site of theirs does not work as usual. */
        RAISED,
        /** Nobody took it on in time. */
        OVERDUE
    }
}
