package io.waypost.app.outbox.cmpp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How both ends of a link prove that they know the shared secret: MD5, as the protocol has it. */
public final class CmppSecret {

    private CmppSecret() {}

    /** What the client sends; {@code timestamp} is month, day, hour, minute and second as ten digits. */
    public static String ofClient(String account, String secret, int timestamp) {
        return digest(account.getBytes(StandardCharsets.US_ASCII), new byte[9],
                secret.getBytes(StandardCharsets.US_ASCII),
                "%010d".formatted(timestamp).getBytes(StandardCharsets.US_ASCII));
    }

    /** What the server answers. */
    public static String ofServer(CmppVersion version, int status, String client, String secret) {
        var width = version.statusWidth() == 4
                ? ByteBuffer.allocate(4).putInt(status).array()
                : new byte[]{(byte) status};
        return digest(width, HexFormat.of().parseHex(client), secret.getBytes(StandardCharsets.US_ASCII));
    }

    private static String digest(byte[]... parts) {
        try {
            var md5 = MessageDigest.getInstance("MD5");
            for (var part : parts) {
                md5.update(part);
            }
            return HexFormat.of().formatHex(md5.digest());
        } catch (NoSuchAlgorithmException defect) {
            throw new IllegalStateException("MD5 is missing from this Java.", defect);
        }
    }
}
