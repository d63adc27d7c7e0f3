package io.waypost.app.money;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAKey;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.function.Function;
import javax.crypto.Cipher;

/** RSA keys out of PEM files, and what is enciphered with them. Never shown or logged. */
final class PayKeys {

    private static final int SHORTEST = 2048;
    private static final String CIPHER = "RSA/ECB/OAEPWithSHA-256AndMGF1Padding";

    private PayKeys() {}

    /** Our own key, PKCS #8. */
    static PrivateKey privateKey(Path file) {
        return (PrivateKey) read(file, PKCS8EncodedKeySpec::new, true);
    }

    /** A platform's key. */
    static PublicKey publicKey(Path file) {
        return (PublicKey) read(file, X509EncodedKeySpec::new, false);
    }

    /** A field that only the owner of the key reads, in Base64. */
    static String enciphered(PublicKey key, String text) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.ENCRYPT_MODE, key);
            return Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("A field could not be enciphered.%nMaybe it is longer than the key takes."
                    .formatted(), defect);
        }
    }

    private static RSAKey read(Path file, Function<byte[], KeySpec> spec, boolean isPrivate) {
        try {
            var body = Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            var encoded = spec.apply(Base64.getDecoder().decode(body));
            var factory = KeyFactory.getInstance("RSA");
            var key = (RSAKey) (isPrivate ? factory.generatePrivate(encoded) : factory.generatePublic(encoded));
            if (key.getModulus().bitLength() >= SHORTEST) {
                return key;
            }
            throw new IllegalStateException("The key in %s is shorter than %d bits.".formatted(file, SHORTEST));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            // The cause is not kept: it might quote the key.
            throw new IllegalStateException("The key in %s cannot be read: %s.%nMaybe it is not PEM, or not %s."
                    .formatted(file, unreadable.getClass().getSimpleName(), isPrivate ? "PKCS #8" : "X.509"));
        }
    }
}
