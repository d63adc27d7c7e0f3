package io.waypost.app.money;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Under what name gateways know a payout (商户单号): its id without hyphens, since they take letters and digits alone. */
final class PayoutKey {

    private PayoutKey() {}

    static String of(UUID id) {
        return id.toString().replace("-", "");
    }

    /** The payout that a key may belong to; empty where the text is no key of ours. */
    static Optional<UUID> read(@Nullable String key) {
        return key == null || !key.matches("[0-9a-f]{32}")
                ? Optional.empty()
                : Optional.of(new UUID(Long.parseUnsignedLong(key.substring(0, 16), 16),
                        Long.parseUnsignedLong(key.substring(16), 16)));
    }
}
