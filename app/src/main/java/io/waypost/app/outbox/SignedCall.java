package io.waypost.app.outbox;

import io.waypost.app.kernel.TimedSignature;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * A JSON request signed as the big domestic clouds want it (ACS3-HMAC-SHA256): method, path, the headers that matter and the hash of the
 * body are signed together, with a time and a number used once against replays.
 */
final class SignedCall {

    private static final String ALGORITHM = "ACS3-HMAC-SHA256";

    private SignedCall() {}

    /**
     * The request.
     *
     * @param action what is asked for, such as {@code SendSms}
     * @param nonce the same for the same message, so that a provider can drop doubles
     */
    static HttpRequest post(URI endpoint, String keyId, String secret, String action, String nonce, String body,
            Instant now, Duration timeout) {
        var headers = new TreeMap<String, String>();
        headers.put("content-type", "application/json; charset=utf-8");
        headers.put("host", host(endpoint));
        headers.put("x-acs-action", action);
        headers.put("x-acs-content-sha256", sha256(body));
        headers.put("x-acs-date", now.truncatedTo(ChronoUnit.SECONDS).toString());
        headers.put("x-acs-signature-nonce", nonce);
        headers.put("x-acs-version", "2017-05-25");
        var request = HttpRequest.newBuilder(endpoint).timeout(timeout)
                .header("authorization", authorization(endpoint, keyId, secret, headers))
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        headers.forEach((name, value) -> {
            if (!name.equals("host")) {
                request.header(name, value);
            }
        });
        return request.build();
    }

    /** What the header {@code Authorization} must be for these headers, which must name the body's hash. */
    static String authorization(URI endpoint, String keyId, String secret, Map<String, String> headers) {
        var sorted = new TreeMap<>(headers);
        var canonical = new StringBuilder("POST\n")
                .append(endpoint.getRawPath().isEmpty() ? "/" : endpoint.getRawPath())
                .append('\n').append(endpoint.getRawQuery() == null ? "" : endpoint.getRawQuery()).append('\n');
        sorted.forEach((name, value) -> canonical.append(name).append(':').append(value.strip()).append('\n'));
        var names = String.join(";", sorted.keySet());
        canonical.append('\n').append(names).append('\n').append(headers.get("x-acs-content-sha256"));
        return "%s Credential=%s,SignedHeaders=%s,Signature=%s".formatted(ALGORITHM, keyId, names,
                TimedSignature.of(secret, ALGORITHM + "\n" + sha256(canonical.toString())));
    }

    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException defect) {
            throw new IllegalStateException("SHA-256 is missing from this Java.", defect);
        }
    }

    private static String host(URI endpoint) {
        return endpoint.getPort() < 0 ? endpoint.getHost() : endpoint.getHost() + ":" + endpoint.getPort();
    }
}
