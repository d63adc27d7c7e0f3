package io.waypost.core.waybill;

import io.waypost.core.consent.Consent;
import io.waypost.core.consent.ConsentChannel;
import io.waypost.core.consent.DeliveryMode;
import io.waypost.core.scan.Checked.Reason;
import io.waypost.core.scan.Checked.Rejected;
import io.waypost.core.scan.FieldRules;
import io.waypost.core.waybill.RegistrationFields.Agreed;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How wish and consent are read. A consent is whole or it is none: what was agreed to, when, and how. */
final class ConsentFields {

    private static final Duration AHEAD = Duration.ofMinutes(5);

    private ConsentFields() {}

    static @Nullable Rejected wish(@Nullable String wish) {
        return FieldRules.present(wish) ? coded("deliveryWish", DeliveryMode.class, wish, Reason.MODE_UNKNOWN) : null;
    }

    static @Nullable Rejected refusal(@Nullable Agreed consent, Instant arrival) {
        return consent == null
                ? null
                : Stream.of(coded("consent.mode", DeliveryMode.class, consent.mode(), Reason.MODE_UNKNOWN),
                        time(consent.at(), arrival),
                        coded("consent.channel", ConsentChannel.class, consent.channel(), Reason.CHANNEL_UNKNOWN))
                        .filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** The consent; null unless {@link #refusal} found nothing wrong with it. */
    static @Nullable Consent consent(@Nullable Agreed fields) {
        if (fields == null) {
            return null;
        }
        var mode = code(DeliveryMode.class, fields.mode());
        var at = FieldRules.time(fields.at());
        var channel = code(ConsentChannel.class, fields.channel());
        return mode == null || at == null || channel == null ? null : new Consent(mode, at, channel);
    }

    static <E extends Enum<E>> @Nullable E code(Class<E> type, @Nullable String value) {
        return Arrays.stream(type.getEnumConstants()).filter(one -> one.name().equals(value)).findFirst().orElse(null);
    }

    private static <E extends Enum<E>> @Nullable Rejected coded(String field, Class<E> type, @Nullable String value,
            Reason reason) {
        return code(type, value) == null ? FieldRules.refuse(field, value, reason) : null;
    }

    /** A consent that is still to come covers nothing, and would cover something later. */
    private static @Nullable Rejected time(@Nullable String value, Instant arrival) {
        var at = FieldRules.time(value);
        if (at == null) {
            return FieldRules.refuse("consent.at", value, Reason.TIME_FORMAT);
        }
        return at.isAfter(arrival.plus(AHEAD)) ? FieldRules.refuse("consent.at", value, Reason.TIME_IN_FUTURE) : null;
    }
}
