import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.UUID;

/**
 * Customers of a running platform, each with a socket: they come, 200 at once; each says its first words; then they speak in turn, so many
 * waiting for their acknowledgement at any time; then they stay and answer beats. Prints what each part took.
 *
 * <p>{@code ChatClients PORT TOKENS MESSAGES IN_FLIGHT IDLE_SECONDS}, TOKENS being a file with one on each line.
 */
final class ChatClients {

    private static final int AT_ONCE = 200;
    /** The edge takes a thousand sockets of one address. */
    private static final int OF_ADDRESS = 900;
    private static final String WORDS = "我的快递为什么还没有到，已经等了三天了，请帮我查一下，谢谢。";

    private final Selector selector = Selector.open();
    private final ByteBuffer in = ByteBuffer.allocateDirect(256 * 1_024);
    private final ArrayList<Client> clients = new ArrayList<>();
    private final ArrayDeque<Client> silent = new ArrayDeque<>();
    private final PriorityQueue<Client> later = new PriorityQueue<>((one, other) -> Long.signum(one.again - other.again));
    private long[] waits = {};
    private int acknowledged;
    private int inFlight;
    private long busy;
    private long beats;
    private long lost;
    private int welcome;
    private int coming;

    private static final class Client {
        final String token;
        final InetAddress address;
        SocketChannel channel;
        ByteBuffer rest = ByteBuffer.allocate(0);
        boolean isUpgraded;
        boolean isWelcome;
        long sent;
        long again;
        String cid = "";

        Client(String token, InetAddress address) {
            this.token = token;
            this.address = address;
        }
    }

    private ChatClients() throws Exception {}

    public static void main(String[] arguments) throws Exception {
        var all = new ChatClients();
        int port = Integer.parseInt(arguments[0]);
        int number = 0;
        for (var token : Files.readAllLines(Path.of(arguments[1]))) {
            int home = number++ / OF_ADDRESS;
            all.clients.add(new Client(token, InetAddress.getByAddress(new byte[]{127, 0, 1, (byte) (1 + home)})));
        }
        all.come(port);
        int messages = Integer.parseInt(arguments[2]);
        int most = Integer.parseInt(arguments[3]);
        if (messages > 0) {
            all.speak("first", all.clients.size(), most);
            all.speak("warm", messages / 5, most);
            all.speak("spoken", messages, most);
        }
        all.idle(Long.parseLong(arguments[4]));
        // The server is looked at while everybody is still there.
        while (System.in.read() >= 0) {}
    }

    private void come(int port) throws Exception {
        waits = new long[clients.size()];
        var next = new ArrayDeque<>(clients);
        long began = System.nanoTime();
        while (welcome < clients.size()) {
            while (coming < AT_ONCE && !next.isEmpty()) {
                var client = next.remove();
                client.sent = System.nanoTime();
                client.channel = SocketChannel.open();
                client.channel.configureBlocking(false);
                client.channel.bind(new InetSocketAddress(client.address, 0));
                client.channel.connect(new InetSocketAddress("127.0.0.1", port));
                client.channel.register(selector, SelectionKey.OP_CONNECT, client);
                coming++;
            }
            select(100);
        }
        print("welcome", System.nanoTime() - began);
    }

    private void speak(String name, int messages, int most) throws Exception {
        waits = new long[messages];
        acknowledged = 0;
        int begun = 0;
        long began = System.nanoTime();
        while (acknowledged < messages) {
            for (; begun < messages && inFlight < most && !silent.isEmpty(); begun++) {
                var client = silent.remove();
                client.cid = UUID.randomUUID().toString();
                client.sent = System.nanoTime();
                inFlight++;
                post(client);
            }
            while (!later.isEmpty() && later.peek().again - System.nanoTime() <= 0) {
                post(later.remove());
            }
            select(1);
        }
        print(name, System.nanoTime() - began);
    }

    private void idle(long seconds) throws Exception {
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        beats = 0;
        while (System.nanoTime() - until < 0) {
            select(100);
        }
        System.out.println("idle\t" + beats + "\t" + lost);
    }

    /** Name, how many, all of them after so many milliseconds, median, 99th of a hundred and worst in microseconds, put off. */
    private void print(String name, long nanoseconds) {
        Arrays.sort(waits);
        System.out.println(String.join("\t", name, "" + waits.length, "" + nanoseconds / 1_000_000, "" + waits[waits.length / 2] / 1_000,
                "" + waits[(int) (waits.length * 99L / 100)] / 1_000, "" + waits[waits.length - 1] / 1_000, "" + busy));
        busy = 0;
    }

    private static void post(Client client) throws Exception {
        write(client, frame(1, "{\"t\":\"post\",\"cid\":\"" + client.cid + "\",\"kind\":\"TEXT\",\"text\":\"" + WORDS + "\"}"));
    }

    private static void write(Client client, ByteBuffer bytes) throws Exception {
        client.channel.write(bytes);
        if (bytes.hasRemaining()) {
            throw new IllegalStateException("A socket takes no more: nobody reads at its other end.");
        }
    }

    private void select(long milliseconds) throws Exception {
        selector.select(milliseconds);
        for (var keys = selector.selectedKeys().iterator(); keys.hasNext();) {
            var key = keys.next();
            keys.remove();
            var client = (Client) key.attachment();
            if (key.isConnectable()) {
                client.channel.finishConnect();
                key.interestOps(SelectionKey.OP_READ);
                write(client, UTF_8.encode("GET /chat/v1 HTTP/1.1\r\nHost: edge\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"));
            } else {
                read(key, client);
            }
        }
    }

    private void read(SelectionKey key, Client client) throws Exception {
        in.clear();
        in.put(client.rest);
        if (client.channel.read(in) < 0) {
            lost++;
            key.cancel();
            client.channel.close();
            return;
        }
        in.flip();
        if (!client.isUpgraded) {
            var answer = ISO_8859_1.decode(in.duplicate()).toString();
            int end = answer.indexOf("\r\n\r\n");
            if (end >= 0) {
                if (!answer.startsWith("HTTP/1.1 101")) {
                    throw new IllegalStateException("Not let in: " + answer);
                }
                in.position(in.position() + end + 4);
                client.isUpgraded = true;
                write(client, frame(1, "{\"t\":\"hello\",\"v\":1,\"token\":\"" + client.token + "\",\"dev\":\"bench\"}"));
            }
        }
        while (client.isUpgraded && isWhole(in)) {
            take(client);
        }
        client.rest = in.hasRemaining() ? ByteBuffer.allocate(in.remaining()).put(in).flip() : ByteBuffer.allocate(0);
    }

    private static boolean isWhole(ByteBuffer in) {
        if (in.remaining() < 2) {
            return false;
        }
        int length = in.get(in.position() + 1);
        if (length == 127) {
            throw new IllegalStateException("No frame of these customers is that long.");
        }
        if (length == 126) {
            return in.remaining() >= 4 && in.remaining() >= 4 + (in.getShort(in.position() + 2) & 0xFFFF);
        }
        return in.remaining() >= 2 + length;
    }

    private void take(Client client) throws Exception {
        int kind = in.get() & 15;
        int length = in.get();
        if (length == 126) {
            length = in.getShort() & 0xFFFF;
        }
        int end = in.position() + length;
        if (kind == 1) {
            // What it is stands at its beginning.
            said(client, UTF_8.decode(in.slice(in.position(), length)).toString());
        } else if (kind == 9) {
            beats++;
            write(client, frame(10, ""));
        }
        in.position(end);
    }

    private void said(Client client, String frame) {
        if (frame.startsWith("{\"t\":\"ack\"") && frame.contains(client.cid)) {
            waits[acknowledged++] = System.nanoTime() - client.sent;
            inFlight--;
            silent.add(client);
        } else if (frame.startsWith("{\"t\":\"welcome\"") && !client.isWelcome) {
            client.isWelcome = true;
            waits[welcome++] = System.nanoTime() - client.sent;
            coming--;
            silent.add(client);
        } else if (frame.startsWith("{\"t\":\"busy\"")) {
            busy++;
            client.again = System.nanoTime() + 200_000_000L;
            later.add(client);
        } else if (frame.startsWith("{\"t\":\"refused\"") || frame.startsWith("{\"t\":\"bye\"")) {
            throw new IllegalStateException(frame);
        }
    }

    /** A frame under the mask 0, which leaves it as it is. */
    private static ByteBuffer frame(int kind, String text) {
        var bytes = text.getBytes(UTF_8);
        var frame = ByteBuffer.allocate(8 + bytes.length).put((byte) (0x80 | kind));
        if (bytes.length < 126) {
            frame.put((byte) (0x80 | bytes.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) bytes.length);
        }
        return frame.putInt(0).put(bytes).flip();
    }
}
