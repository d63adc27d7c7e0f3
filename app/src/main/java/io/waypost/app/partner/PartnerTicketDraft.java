package io.waypost.app.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A ticket as a partner asks for it, unread. */
record PartnerTicketDraft(
        @JsonProperty("external_id") @Nullable String externalId,
        @Nullable String kind,
        @Nullable String detail,
        @Nullable String waybill,
        @Nullable String description,
        @Nullable PartnerContact contact) {

    /** Whom to call back. */
    record PartnerContact(@Nullable String name, @Nullable String phone) {

        @Override
        public String toString() {
            return "PartnerContact[…]";
        }
    }
}
