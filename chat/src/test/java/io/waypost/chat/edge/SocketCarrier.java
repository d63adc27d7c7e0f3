package io.waypost.chat.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Frames over a WebSocket. */
final class SocketCarrier extends Carrier {

    private static final String UPGRADE = """
            GET /chat/v1 HTTP/1.1\r
            Host: edge\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            Sec-WebSocket-Version: 13\r
            \r
            """;

    private volatile @Nullable RawLine line;

    SocketCarrier(Passenger passenger, int port, String token, String device) {
        super(passenger, port, token, device);
    }

    @Override
    void carry() throws IOException {
        var opened = new RawLine(port);
        line = opened;
        if (isCut()) {
            opened.cut(true);
            return;
        }
        opened.write(UPGRADE.getBytes(UTF_8));
        opened.head(101);
        opened.write(frame(1, "{\"t\":\"hello\",\"v\":1,\"token\":\"" + token + "\",\"dev\":\"" + device + "\"}"));
        while (true) {
            int kind = opened.read() & 15;
            int length = opened.read();
            if (length == 126) {
                length = opened.read() << 8 | opened.read();
            } else if (length == 127) {
                opened.read(5);
                length = opened.read() << 16 | opened.read() << 8 | opened.read();
            }
            var payload = opened.read(length);
            if (kind == 1) {
                passenger.frame(this, Json.read(new String(payload, UTF_8)));
            } else if (kind == 9) {
                opened.write(frame(10, ""));
            } else {
                throw new IOException("It says goodbye.");
            }
        }
    }

    @Override
    void say(String frame) {
        var now = line;
        if (now != null) {
            doing(() -> now.write(frame(1, frame)));
        }
    }

    @Override
    void sayPart(String frame, Random random) {
        var now = line;
        if (now != null) {
            var bytes = frame(1, frame);
            doing(() -> now.writePart(bytes, 1 + random.nextInt(bytes.length - 1), random.nextBoolean()));
        }
        cut(true);
    }

    @Override
    void hangUp(boolean isReset) {
        var now = line;
        if (now != null) {
            now.cut(isReset);
        }
    }

    /** A frame under the mask 0, which leaves it as it is. */
    private static byte[] frame(int kind, String text) {
        var bytes = text.getBytes(UTF_8);
        var head = bytes.length < 126
                ? new byte[]{(byte) (0x80 | kind), (byte) (0x80 | bytes.length), 0, 0, 0, 0}
                : new byte[]{(byte) (0x80 | kind), (byte) 0xFE, (byte) (bytes.length >> 8), (byte) bytes.length, 0,
                        0, 0, 0};
        var frame = new byte[head.length + bytes.length];
        System.arraycopy(head, 0, frame, 0, head.length);
        System.arraycopy(bytes, 0, frame, head.length, bytes.length);
        return frame;
    }
}
