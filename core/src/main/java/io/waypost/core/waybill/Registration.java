package io.waypost.core.waybill;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A waybill as its sender registers it (运单登记).
 *
 * @param declaredValueFen what the sender says it is worth
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
        Party recipient) {

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
