package io.waypost.core.partner;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as a partner asks for it (合作方提单), with everything checked.
 *
 * @param externalId the partner's own number for it, one of a kind for that partner
 * @param kind the code of the kind, such as {@code URGE}
 * @param detail the code of the detail below the kind; null where the kind says enough
 * @param waybill in its one spelling
 */
public record TicketDraft(String externalId, String kind, @Nullable String detail, String waybill,
        @Nullable String description, Optional<Contact> contact) {

    /** Whom to call back, in clear: never to be kept or shown as it is. */
    public record Contact(@Nullable String name, @Nullable String phone) {

        @Override
        public String toString() {
            return "Contact[…]";
        }
    }
}
