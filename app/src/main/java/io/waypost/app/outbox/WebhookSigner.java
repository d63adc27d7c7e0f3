package io.waypost.app.outbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs calls to partners as Standard Webhooks has it: {@code v1}, HMAC-SHA-256 over id, time and body. */
final class WebhookSigner {

    private static final String PREFIX = "whsec_";

    private WebhookSigner() {}

    /** The header {@code webhook-signature}: one signature for each secret, so that a partner may change to a new one. */
    static String signatures(List<String> secrets, String id, Instant at, String body) {
        var signed = "%s.%d.%s".formatted(id, at.getEpochSecond(), body);
        return secrets.stream().map(secret -> "v1," + signature(secret, signed)).collect(Collectors.joining(" "));
    }

    private static String signature(String secret, String text) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("A webhook's secret begins with %s.".formatted(PREFIX));
        }
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("HmacSHA256 is missing from this Java.", defect);
        }
    }
}
