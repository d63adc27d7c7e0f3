package io.waypost.app.partner;

import io.waypost.app.identity.PartnerProof;
import io.waypost.app.partner.Credential.Kind;
import io.waypost.core.partner.SignatureFlaw;
import io.waypost.core.partner.SignatureInput;
import io.waypost.core.partner.SignatureRules;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Knows partners by the signature of the whole request (RFC 9421, {@code hmac-sha256}), which nobody on the way can change or repeat. */
@Component
@Order(2)
class SignatureProof implements PartnerProof {

    private static final String INPUT = "Signature-Input";

    private final Credentials credentials;
    private final Clock wall;

    SignatureProof(Credentials credentials, @Qualifier("wallClock") Clock wall) {
        this.credentials = credentials;
        this.wall = wall;
    }

    @Override
    public Proof look(HttpServletRequest request, long longest) throws IOException {
        if (request.getHeader(INPUT) == null) {
            return new Proof.None();
        }
        var input = SignatureInput.parse(request.getHeader(INPUT));
        return input.isPresent() ? judge(request, input.get(), longest) : bad(SignatureFlaw.UNREADABLE_SIGNATURE);
    }

    private Proof judge(HttpServletRequest request, SignatureInput input, long longest) throws IOException {
        var signature = SignatureRules.signature(request.getHeader("Signature"), input.label());
        var found = Kind.SIGNING.id(input.keyId()).flatMap(id -> credentials.find(Kind.SIGNING, id));
        if (signature.isEmpty() || found.isEmpty()) {
            return bad(signature.isEmpty() ? SignatureFlaw.UNREADABLE_SIGNATURE : SignatureFlaw.WRONG_SIGNATURE);
        }
        if (request.getContentLengthLong() > longest) {
            return new Proof.Bad(HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE",
                    "The body has %d bytes; this route takes %d.".formatted(request.getContentLengthLong(), longest),
                    challenge());
        }
        boolean hasBody = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        var flaw = SignatureRules.flaw(input, hasBody, request.getHeader("Idempotency-Key") != null, wall.instant());
        if (flaw.isPresent()) {
            return bad(flaw.get());
        }
        var base = input.base(name -> component(request, name));
        // The signature before the body: a stranger must not make us read and keep one.
        if (!MessageDigest.isEqual(sign(found.get().kept().secret(), base), signature.get())) {
            return bad(SignatureFlaw.WRONG_SIGNATURE);
        }
        var kept = KeptBody.of(request, longest);
        if (kept.isEmpty()) {
            return new Proof.Bad(HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE",
                    "The body is longer than the %d bytes that this route takes.".formatted(longest), challenge());
        }
        if (!hasBody && kept.get().bytes().length > 0) {
            return bad(SignatureFlaw.NOT_COVERED);
        }
        if (hasBody && !SignatureRules.digestFits(request.getHeader("Content-Digest"), kept.get().bytes())) {
            return bad(SignatureFlaw.WRONG_DIGEST);
        }
        var id = found.get().kept().id();
        if (!credentials.remember(id, input.nonce(), SignatureRules.forgetNonce(input))) {
            return bad(SignatureFlaw.NONCE_REPLAYED);
        }
        credentials.using(id);
        return new Proof.Good(found.get().key(), kept.get());
    }

    /** A component of RFC 9421 §2; a header that is missing counts as empty. */
    private static String component(HttpServletRequest request, String name) {
        return switch (name) {
            case "@method" -> request.getMethod();
            case "@path" -> request.getRequestURI();
            case "@query" -> "?" + Optional.ofNullable(request.getQueryString()).orElse("");
            case "@authority" -> Optional.ofNullable(request.getHeader("Host")).orElse("").toLowerCase(Locale.ROOT);
            default -> Optional.ofNullable(request.getHeader(name)).orElse("").strip();
        };
    }

    private static byte[] sign(String secret, String base) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(base.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("HmacSHA256 is missing from this Java.", defect);
        }
    }

    private Proof bad(SignatureFlaw flaw) {
        var detail = switch (flaw) {
            case UNREADABLE_SIGNATURE -> "Send Signature-Input and Signature as docs/open-api.md describes them.";
            case WRONG_ALGORITHM -> "Sign with alg=\"hmac-sha256\".";
            case NOT_COVERED ->
                "Sign @method, @path, @query, and content-digest and idempotency-key where there are such.";
            case NONCE_LENGTH -> "Use a fresh nonce of 16 to 64 characters for each request.";
            case CLOCK_SKEW -> "created is more than 300 seconds from our clock, which shows %d."
                    .formatted(wall.instant().getEpochSecond());
            case WRONG_DIGEST -> "Content-Digest is not the SHA-256 of the body.";
            case WRONG_SIGNATURE ->
                "There is no such signing secret, it was revoked, or the signature was made with another.";
            case NONCE_REPLAYED -> "This request was sent before. Sign it again with another nonce.";
        };
        return new Proof.Bad(HttpStatus.UNAUTHORIZED, flaw.name(), detail, challenge());
    }

    private static String challenge() {
        return "Signature realm=\"open/v1\"";
    }
}
