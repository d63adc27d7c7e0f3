import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Arrays;

/** Thousands of sockets that say hello, are welcomed, answer beats and say nothing more. At most 200 come at once. */
final class IdleClients {

    private static final int AT_ONCE = 200;

    private static final class Client {
        final long number;
        long began;
        boolean isUpgraded;
        boolean isWelcome;

        Client(long number) {
            this.number = number;
        }
    }

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        int sockets = Integer.parseInt(arguments[1]);
        long idle = Long.parseLong(arguments[2]) * 1_000_000_000L;
        var waits = new long[sockets];
        var next = new ArrayDeque<Client>();
        for (int number = 0; number < sockets; number++) {
            next.add(new Client(number));
        }
        var in = ByteBuffer.allocateDirect(64 * 1_024);
        int coming = 0;
        int welcome = 0;
        long beats = 0;
        long lost = 0;
        long began = System.nanoTime();
        long done = 0;
        try (var selector = Selector.open()) {
            while (done == 0 || System.nanoTime() - done < idle) {
                while (coming < AT_ONCE && !next.isEmpty()) {
                    var client = next.remove();
                    client.began = System.nanoTime();
                    var channel = SocketChannel.open();
                    channel.configureBlocking(false);
                    boolean isFirst = client.number % 2 == 0;
                    channel.connect(new InetSocketAddress(isFirst ? "127.0.0.1" : "127.0.0.2", port));
                    channel.register(selector, SelectionKey.OP_CONNECT, client);
                    coming++;
                }
                selector.select(100);
                for (var keys = selector.selectedKeys().iterator(); keys.hasNext();) {
                    var key = keys.next();
                    keys.remove();
                    var client = (Client) key.attachment();
                    var channel = (SocketChannel) key.channel();
                    if (key.isConnectable()) {
                        channel.finishConnect();
                        key.interestOps(SelectionKey.OP_READ);
                        channel.write(UTF_8.encode("GET /chat/v1 HTTP/1.1\r\nHost: edge\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"));
                        continue;
                    }
                    in.clear();
                    if (channel.read(in) < 0) {
                        lost++;
                        key.cancel();
                        channel.close();
                        continue;
                    }
                    in.flip();
                    if (!client.isUpgraded) {
                        if (!ISO_8859_1.decode(in.duplicate()).toString().startsWith("HTTP/1.1 101")) {
                            throw new IllegalStateException("Not let in.");
                        }
                        client.isUpgraded = true;
                        channel.write(frame(1, "{\"t\":\"hello\",\"v\":1,\"token\":\"" + client.number + "\",\"dev\":\"bench\"}"));
                    } else if (!client.isWelcome) {
                        client.isWelcome = true;
                        waits[welcome++] = System.nanoTime() - client.began;
                        coming--;
                        if (welcome == sockets) {
                            done = System.nanoTime();
                            Arrays.sort(waits);
                            System.out.println("welcome\t" + (done - began) / 1_000_000 + "\t" + waits[sockets / 2] / 1_000 + "\t"
                                    + waits[sockets * 99 / 100] / 1_000);
                        }
                    } else if ((in.get(0) & 15) == 9) {
                        beats++;
                        channel.write(frame(10, ""));
                    }
                }
            }
            System.out.println("idle\t" + beats + "\t" + lost);
            // The server is looked at while everybody is still there.
            while (System.in.read() >= 0) {}
        }
    }

    /** A frame under the mask 0, which leaves it as it is. */
    private static ByteBuffer frame(int kind, String text) {
        var bytes = text.getBytes(UTF_8);
        if (bytes.length > 125) {
            throw new IllegalArgumentException(text);
        }
        return ByteBuffer.allocate(6 + bytes.length)
                .put((byte) (0x80 | kind))
                .put((byte) (0x80 | bytes.length))
                .putInt(0)
                .put(bytes)
                .flip();
    }
}
