package io.waypost.core.waybill;

import org.jspecify.annotations.Nullable;

/** A registration as somebody sent it: nothing checked, everything text. */
public record RegistrationFields(
        @Nullable String waybill,
        @Nullable String product,
        @Nullable String promisedAt,
        @Nullable String originSite,
        @Nullable String destinationSite,
        @Nullable String weightKg,
        @Nullable String declaredValueFen,
        Registration.Party sender,
        Registration.Party recipient,
        @Nullable String deliveryWish,
        @Nullable Agreed consent) {

    /** A consent as somebody sent it. */
    public record Agreed(@Nullable String mode, @Nullable String at, @Nullable String channel) {}
}
