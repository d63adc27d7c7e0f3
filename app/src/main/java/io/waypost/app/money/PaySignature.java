package io.waypost.app.money;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * How payment platforms and we sign what we tell each other (RSA2: SHA256withRSA). Of a request that is its method, its path with the query, the
 * time in seconds since 1970, a number used once and the body, each with a line feed after it; of an answer or a notice the last three.
 */
final class PaySignature {

    static final String ALGORITHM = "SHA256withRSA";

    private PaySignature() {}

    /** The signature of a request, in Base64. */
    static String ofRequest(PrivateKey key, String method, String path, long timestamp, String nonce, byte[] body) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(signed(body, method, path, Long.toString(timestamp), nonce));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("A request could not be signed.%nMaybe the private key is no RSA key."
                    .formatted(), defect);
        }
    }

    /** Whether an answer or a notice was signed by the owner of the key. */
    static boolean holds(PublicKey key, String timestamp, String nonce, byte[] body, @Nullable String signed) {
        if (signed == null) {
            return false;
        }
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(signed(body, timestamp, nonce));
            return signature.verify(Base64.getDecoder().decode(signed));
        } catch (GeneralSecurityException | IllegalArgumentException noSignature) {
            return false;
        }
    }

    private static byte[] signed(byte[] body, String... lines) {
        var all = new ByteArrayOutputStream();
        for (var line : lines) {
            all.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        all.writeBytes(body);
        all.write('\n');
        return all.toByteArray();
    }
}
