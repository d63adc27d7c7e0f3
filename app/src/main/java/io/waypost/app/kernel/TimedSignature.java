package io.waypost.app.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What programs of others sign under a shared secret (带时间的签名): HMAC-SHA-256 over {@code timestamp.body}, in hexadecimal digits, the
 * time in seconds since 1970. Old ones are refused, so that a call that somebody overheard cannot be made again later.
 */
public final class TimedSignature {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private TimedSignature() {}

    /** Whether the signature is that of the time and the body, and the time is now or some minutes off; as slow for a wrong one. */
    public static boolean holds(String secret, @Nullable String timestamp, @Nullable String signature, String body,
            Instant now) {
        return signature != null && near(timestamp, now, TOLERANCE) && MessageDigest.isEqual(
                of(secret, timestamp + "." + body).getBytes(StandardCharsets.US_ASCII),
                signature.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a time in seconds is no further from now than that. */
    public static boolean near(@Nullable String timestamp, Instant now, Duration tolerance) {
        return timestamp != null && timestamp.matches("[0-9]{1,12}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs()
                        .compareTo(tolerance) <= 0;
    }

    /** HMAC-SHA-256 of the text in hexadecimal digits. */
    public static String of(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("HmacSHA256 is missing from this Java.", defect);
        }
    }
}
