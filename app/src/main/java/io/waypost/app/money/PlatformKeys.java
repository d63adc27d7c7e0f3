package io.waypost.app.money;

import io.waypost.app.kernel.TimedSignature;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of the platforms that are set up, by which what they say is known to be theirs. */
final class PlatformKeys {

    /** How far from now the time of what is signed may be: older ones are copies. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Map<String, Known> known;

    private PlatformKeys(Map<String, Known> known) {
        this.known = Map.copyOf(known);
    }

    private record Known(String serial, PublicKey key) {}

    /** How something was signed, as its headers say; null where a header is missing. */
    record Signed(@Nullable String serial, @Nullable String timestamp, @Nullable String nonce,
            @Nullable String signature) {}

    static PlatformKeys of(MoneySettings settings) {
        var known = new HashMap<String, Known>();
        settings.platforms().forEach((name, platform) -> known.put(name,
                new Known(platform.platformSerial(), PayKeys.publicKey(platform.platformKey()))));
        return new PlatformKeys(known);
    }

    /** Whether the platform signed it just now. */
    boolean hold(String platform, Signed signed, byte[] body, Instant now) {
        var key = known.get(platform);
        var timestamp = signed.timestamp();
        var nonce = signed.nonce();
        return key != null && key.serial().equals(signed.serial()) && timestamp != null && nonce != null
                && nonce.length() <= 64 && TimedSignature.near(timestamp, now, TOLERANCE)
                && PaySignature.holds(key.key(), timestamp, nonce, body, signed.signature());
    }
}
