package io.waypost.app.partner;

import io.waypost.core.partner.PartnerEvent;
import java.time.Instant;
import java.util.UUID;

/** Tells partners what happened to their tickets, in the transaction in which it did. */
interface PartnerNews {

    void tell(UUID keyId, PartnerEvent event, PartnerTicket ticket, Instant at);
}
