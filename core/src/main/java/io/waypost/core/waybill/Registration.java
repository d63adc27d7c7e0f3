package io.waypost.core.waybill;

import io.waypost.core.consent.Consent;
import io.waypost.core.consent.DeliveryMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A waybill as its sender registers it (运单登记).
 *
 * @param declaredValueFen what the sender says it is worth
 * @param deliveryWish how the recipient wants it delivered; a wish is no consent
 * @param consent what the recipient agreed to, with when and how
 */
public record Registration(
        String waybill,
        @Nullable String product,
        @Nullable Instant promisedAt,
        @Nullable String originSite,
        @Nullable String destinationSite,
        @Nullable Integer weightGrams,
        @Nullable Long declaredValueFen,
        Party sender,
        Party recipient,
        @Nullable DeliveryMode deliveryWish,
        @Nullable Consent consent) {

    /** One that says nothing of its delivery. */
    public Registration(String waybill, @Nullable String product, @Nullable Instant promisedAt,
            @Nullable String originSite, @Nullable String destinationSite, @Nullable Integer weightGrams,
            @Nullable Long declaredValueFen, Party sender, Party recipient) {
        this(waybill, product, promisedAt, originSite, destinationSite, weightGrams, declaredValueFen, sender,
                recipient,
                null, null);
    }

    /** One end of a shipment; personal data. */
    public record Party(
            @Nullable String name, @Nullable String phone, @Nullable String divisionCode, @Nullable String address) {

        /** Nobody is named. */
        public static final Party UNKNOWN = new Party(null, null, null, null);

        @Override
        public String toString() {
            return "Party[of %s]".formatted(divisionCode);
        }
    }
}
