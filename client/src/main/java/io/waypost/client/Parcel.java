package io.waypost.client;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A parcel as {@code POST /parcels} registers it (运单信息); sent again it changes what was registered.
 *
 * @param deliveryWish how the recipient wants it: DOOR, STATION, LOCKER, PROXY or SELF_PICKUP
 * @param consent what the recipient agreed to; one more is kept beside those from before
 */
public record Parcel(String waybill, @Nullable String product, @Nullable Instant promisedAt,
        @Nullable String originSite, @Nullable String destinationSite, @Nullable BigDecimal weightKg,
        @Nullable Long declaredValueFen, @Nullable Party sender, @Nullable Party recipient,
        @Nullable String deliveryWish, @Nullable Consent consent) {

    /** One that says nothing of its delivery. */
    public Parcel(String waybill, @Nullable String product, @Nullable Instant promisedAt,
            @Nullable String originSite, @Nullable String destinationSite, @Nullable BigDecimal weightKg,
            @Nullable Long declaredValueFen, @Nullable Party sender, @Nullable Party recipient) {
        this(waybill, product, promisedAt, originSite, destinationSite, weightKg, declaredValueFen, sender, recipient,
                null, null);
    }

    /** That the recipient agreed to a mode, when, and by which way: ORDER, SMS, PHONE, APP or IN_PERSON. */
    public record Consent(String mode, Instant at, String channel) {}

    /** One who sends or receives. */
    public record Party(String name, String phone, @Nullable String divisionCode, @Nullable String address) {}
}
