package io.waypost.app.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.waypost.core.identity.Base32;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** One-time codes of an authenticator app (动态口令, RFC 6238): six digits, thirty seconds, one step of clock error each way. */
@Component
class Totp {

    private static final long STEP_SECONDS = TimeBasedOneTimePasswordGenerator.DEFAULT_TIME_STEP.toSeconds();

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final SecureRandom random = new SecureRandom();
    private final Clock wall;

    Totp(@Qualifier("wallClock") Clock wall) {
        this.wall = wall;
    }

    /** A fresh secret, in Base64. */
    String secret() {
        var secret = new byte[20];
        random.nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }

    /** The secret as a person types it into their app. */
    String letters(String secret) {
        return Base32.encode(Base64.getDecoder().decode(secret));
    }

    /** The address that an app reads from a QR code. */
    String uri(String secret, String username) {
        return "otpauth://totp/Waypost:%s?secret=%s&issuer=Waypost"
                .formatted(URLEncoder.encode(username, StandardCharsets.UTF_8), letters(secret));
    }

    /** The time step that the code belongs to, looked for around now; empty for a wrong code. */
    OptionalLong step(String secret, String code) {
        long now = wall.instant().getEpochSecond() / STEP_SECONDS;
        var key = new SecretKeySpec(Base64.getDecoder().decode(secret), "RAW");
        var typed = code.strip().getBytes(StandardCharsets.UTF_8);
        var found = OptionalLong.empty();
        for (long step = now - 1; step <= now + 1; step++) {
            if (MessageDigest.isEqual(typed, code(key, step).getBytes(StandardCharsets.UTF_8))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private String code(SecretKeySpec key, long step) {
        try {
            return generator.generateOneTimePasswordString(key, Instant.ofEpochSecond(step * STEP_SECONDS),
                    Locale.ROOT);
        } catch (InvalidKeyException defect) {
            throw new IllegalStateException("A secret of a second factor is not a key.", defect);
        }
    }
}
