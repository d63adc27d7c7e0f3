package io.waypost.app.wechat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Safe mode of callbacks (安全模式): signed by a shared token, encrypted with AES-256-CBC under the account's key. As the platform's
 * documentation of message encryption has it: 16 random bytes, the length, the message, the app's id, padded to blocks of 32. Thread-safe.
 */
final class WechatCipher {

    private static final int RANDOM = 16;
    private static final int BLOCK = 32;

    private final SecureRandom random = new SecureRandom();
    private final String token;
    private final String appId;
    private final byte[] key;

    /** @param aesKey the 43 characters that the platform gives out */
    WechatCipher(String token, String appId, String aesKey) {
        this.token = token;
        this.appId = appId;
        this.key = Base64.getDecoder().decode(aesKey + "=");
    }

    /** The signature over those parts: SHA-1 of them and the token, in order. */
    String signature(String... parts) {
        var all = Arrays.copyOf(parts, parts.length + 1);
        all[parts.length] = token;
        Arrays.sort(all);
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-1").digest(String.join("", all).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("SHA-1 is missing from this Java.", defect);
        }
    }

    /** Whether that is the signature; takes as long for a wrong one. */
    boolean signed(String signature, String... parts) {
        return MessageDigest.isEqual(signature(parts).getBytes(StandardCharsets.US_ASCII),
                signature.getBytes(StandardCharsets.UTF_8));
    }

    String encrypt(String message) {
        var text = message.getBytes(StandardCharsets.UTF_8);
        var id = appId.getBytes(StandardCharsets.UTF_8);
        int length = RANDOM + Integer.BYTES + text.length + id.length;
        int padding = BLOCK - length % BLOCK;
        var head = new byte[RANDOM];
        random.nextBytes(head);
        var plain = ByteBuffer.allocate(length + padding).put(head).putInt(text.length).put(text).put(id);
        while (plain.hasRemaining()) {
            plain.put((byte) padding);
        }
        return Base64.getEncoder().encodeToString(run(Cipher.ENCRYPT_MODE, plain.array()));
    }

    /** The message; empty where it is not one of this account's. */
    Optional<String> decrypt(String encrypted) {
        byte[] plain;
        try {
            plain = run(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(encrypted));
        } catch (IllegalArgumentException | IllegalStateException foreign) {
            return Optional.empty();
        }
        int padding = plain.length == 0 ? 0 : plain[plain.length - 1];
        int end = plain.length - padding;
        if (padding < 1 || padding > BLOCK || end < RANDOM + Integer.BYTES) {
            return Optional.empty();
        }
        int length = ByteBuffer.wrap(plain, RANDOM, Integer.BYTES).getInt();
        int from = RANDOM + Integer.BYTES;
        if (length < 0 || length > end - from) {
            return Optional.empty();
        }
        var id = new String(plain, from + length, end - from - length, StandardCharsets.UTF_8);
        return id.equals(appId)
                ? Optional.of(new String(plain, from, length, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private byte[] run(int mode, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, RANDOM));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException("The message is not of whole blocks, or the key is not one.", wrong);
        }
    }
}
