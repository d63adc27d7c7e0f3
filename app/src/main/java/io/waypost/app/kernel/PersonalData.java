package io.waypost.app.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals names, phones and addresses (AES-256-GCM) and makes blind indexes (HMAC-SHA-256) by which a sealed phone can be
 * found without being readable. Thread-safe.
 *
 * <p>Layout of a sealed value: version byte 1, 12 bytes nonce, cipher text with tag. A value sealed for one place cannot be
 * moved to another: the purpose is authenticated with it.
 */
public final class PersonalData {

    private static final byte VERSION = 1;
    private static final int NONCE = 12;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey sealing;
    private final SecretKey indexing;

    PersonalData(byte[] sealingKey, byte[] indexingKey) {
        this.sealing = new SecretKeySpec(sealingKey, "AES");
        this.indexing = new SecretKeySpec(indexingKey, "HmacSHA256");
    }

    /** Seals the text for the given purpose such as {@code parcel.recipient.phone}; null stays null. */
    public byte @Nullable [] seal(String purpose, @Nullable String text) {
        return text == null ? null : sealBytes(purpose, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same for bytes. */
    public byte[] sealBytes(String purpose, byte[] bytes) {
        try {
            var nonce = new byte[NONCE];
            random.nextBytes(nonce);
            var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, purpose);
            var sealed = cipher.doFinal(bytes);
            return ByteBuffer.allocate(1 + NONCE + sealed.length).put(VERSION).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("Sealing for %s failed.".formatted(purpose), defect);
        }
    }

    /**
     * Opens what was sealed for the same purpose; null stays null.
     *
     * @throws IllegalStateException if it was sealed with another key, for another purpose, or was changed
     */
    public @Nullable String open(String purpose, byte @Nullable [] sealed) {
        var plain = openBytes(purpose, sealed);
        return plain == null ? null : new String(plain, StandardCharsets.UTF_8);
    }

    /** The same for bytes. */
    public byte @Nullable [] openBytes(String purpose, byte @Nullable [] sealed) {
        if (sealed == null) {
            return null;
        }
        try {
            var nonce = new byte[NONCE];
            ByteBuffer.wrap(sealed, 1, NONCE).get(nonce);
            return cipher(Cipher.DECRYPT_MODE, nonce, purpose).doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException(
                    "A value of %s cannot be opened.%nMaybe the key file is not the one it was sealed with."
                            .formatted(purpose),
                    wrong);
        }
    }

    /** The blind index of a phone number: equal for equal numbers however they were typed; null for null. */
    public byte @Nullable [] phoneIndex(@Nullable String phone) {
        return phone == null ? null : index("phone", phoneDigits(phone));
    }

    /** The blind index of a text such as a mail address, which the caller has brought into one form; equal only for equal kinds. */
    public byte[] textIndex(String kind, String text) {
        return index("text." + kind, text);
    }

    /** The digits of a Chinese phone number, without the country code, spaces and hyphens. */
    public static String phoneDigits(String phone) {
        var digits = Normalizer.normalize(phone, Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
        if (digits.length() == 13 && digits.startsWith("86")) {
            return digits.substring(2);
        }
        return digits.startsWith("0086") ? digits.substring(4) : digits;
    }

    private byte[] index(String kind, String value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(indexing);
            mac.update(kind.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("HmacSHA256 is missing from this Java.", defect);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(128, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
