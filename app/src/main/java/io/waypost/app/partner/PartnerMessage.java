package io.waypost.app.partner;

import java.time.Instant;
import java.util.UUID;

/** One message (留言) about a ticket, as the open API shows it. */
record PartnerMessage(UUID id, Side side, Instant at, String text) {

    /** Who says it. */
    enum Side {
        PARTNER,
        PLATFORM
    }
}
