package io.waypost.core.partner;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What makes a signed request believable, apart from the signature itself. Pure. */
public final class SignatureRules {

    /** How far the partner's clock may be from ours, either way. */
    public static final Duration SKEW = Duration.ofMinutes(5);

    public static final String ALGORITHM = "hmac-sha256";

    private static final int SHORTEST_NONCE = 16;
    private static final int LONGEST_NONCE = 64;
    private static final Pattern DIGEST = Pattern.compile("sha-256=:([A-Za-z0-9+/]{43}=):");

    private SignatureRules() {}

    /**
     * What is wrong with it before the signature is even looked at; empty where nothing is.
     *
     * @param withBody whether the request has a body, whose digest must be signed then
     * @param withKey whether it has an Idempotency-Key, which must be signed then: else a stranger could turn one request into two
     */
    public static Optional<SignatureFlaw> flaw(SignatureInput input, boolean withBody, boolean withKey, Instant now) {
        if (!input.algorithm().equals(ALGORITHM)) {
            return Optional.of(SignatureFlaw.WRONG_ALGORITHM);
        }
        if (!input.components().containsAll(needed(withBody, withKey))) {
            return Optional.of(SignatureFlaw.NOT_COVERED);
        }
        if (input.nonce().length() < SHORTEST_NONCE || input.nonce().length() > LONGEST_NONCE) {
            return Optional.of(SignatureFlaw.NONCE_LENGTH);
        }
        if (Duration.between(input.created(), now).abs().compareTo(SKEW) > 0) {
            return Optional.of(SignatureFlaw.CLOCK_SKEW);
        }
        return Optional.empty();
    }

    /** What a request must sign. */
    public static List<String> needed(boolean withBody, boolean withKey) {
        var needed = new ArrayList<>(List.of("@method", "@path", "@query"));
        if (withBody) {
            needed.add("content-digest");
        }
        if (withKey) {
            needed.add("idempotency-key");
        }
        return needed;
    }

    /** Until when the nonce must be remembered: as long as a copy of the request could be believed. */
    public static Instant forgetNonce(SignatureInput input) {
        return input.created().plus(SKEW).plus(SKEW);
    }

    /** The signature in the header {@code Signature} under that label; empty where there is none. */
    public static Optional<byte[]> signature(@Nullable String header, String label) {
        var prefix = label + "=:";
        if (header == null || !header.startsWith(prefix) || !header.endsWith(":")
                || header.length() <= prefix.length()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(header.substring(prefix.length(), header.length() - 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Whether the header {@code Content-Digest} (RFC 9530) is the SHA-256 of the body. */
    public static boolean digestFits(@Nullable String header, byte[] body) {
        var form = header == null ? null : DIGEST.matcher(header.strip());
        return form != null && form.matches()
                && MessageDigest.isEqual(Base64.getDecoder().decode(form.group(1)), sha256(body));
    }

    /** The SHA-256 of the bytes. */
    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException defect) {
            throw new IllegalStateException("SHA-256 is missing from this Java.", defect);
        }
    }
}
