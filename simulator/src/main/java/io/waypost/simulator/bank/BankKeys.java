package io.waypost.simulator.bank;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;

/** The keys of both sides in PEM files, and what is done with them. */
final class BankKeys {

    private static final int BITS = 2048;

    private final PrivateKey own;
    private final PublicKey merchant;

    private BankKeys(PrivateKey own, PublicKey merchant) {
        this.own = own;
        this.merchant = merchant;
    }

    /** Reads the keys in a folder; makes both pairs where there are none. */
    static BankKeys in(Path folder) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        for (String side : new String[]{"merchant", "platform"}) {
            if (!Files.exists(folder.resolve(side + "-public.pem"))) {
                make(folder, side);
            }
        }
        KeyFactory factory = KeyFactory.getInstance("RSA");
        return new BankKeys(
                factory.generatePrivate(new PKCS8EncodedKeySpec(pem(folder.resolve("platform-private.pem")))),
                factory.generatePublic(new X509EncodedKeySpec(pem(folder.resolve("merchant-public.pem")))));
    }

    private static void make(Path folder, String side) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        var pair = generator.generateKeyPair();
        write(folder.resolve(side + "-private.pem"), "PRIVATE KEY", pair.getPrivate());
        write(folder.resolve(side + "-public.pem"), "PUBLIC KEY", pair.getPublic());
    }

    private static void write(Path file, String kind, Key key) throws IOException {
        Files.writeString(file, "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind,
                Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(key.getEncoded())));
    }

    private static byte[] pem(Path file) throws IOException {
        return Base64.getMimeDecoder().decode(Files.readString(file).replaceAll("-----[A-Z ]+-----", ""));
    }

    /** Signs an answer or a notice: time, nonce and body, a line each. */
    String sign(long timestamp, String nonce, byte[] body) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(own);
        signature.update(lines(body, Long.toString(timestamp), nonce));
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    /** Whether the merchant signed that request. */
    boolean signed(String method, String path, String timestamp, String nonce, byte[] body, String signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(merchant);
            signature.update(lines(body, method, path, timestamp, nonce));
            return signature.verify(Base64.getDecoder().decode(signed));
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            return false;
        }
    }

    /** Whether a field can be read with our key and says something. */
    boolean readable(String field) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
            cipher.init(Cipher.DECRYPT_MODE, own);
            return cipher.doFinal(Base64.getDecoder().decode(field)).length > 0;
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            return false;
        }
    }

    private static byte[] lines(byte[] body, String... lines) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String line : lines) {
            all.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        all.writeBytes(body);
        all.write('\n');
        return all.toByteArray();
    }
}
