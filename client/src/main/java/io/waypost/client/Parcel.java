package io.waypost.client;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A parcel as {@code POST /parcels} registers it (运单信息); sent again it changes what was registered. */
public record Parcel(String waybill, @Nullable String product, @Nullable Instant promisedAt,
        @Nullable String originSite, @Nullable String destinationSite, @Nullable BigDecimal weightKg,
        @Nullable Long declaredValueFen, @Nullable Party sender, @Nullable Party recipient) {

    /** One who sends or receives. */
    public record Party(String name, String phone, @Nullable String divisionCode, @Nullable String address) {}
}
