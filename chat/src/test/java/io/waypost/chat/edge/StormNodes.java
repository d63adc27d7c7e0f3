package io.waypost.chat.edge;

import io.waypost.chat.ChatHost;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Real edges beside each other over one store. Each may die at any time; after a moment another one is there in its place. */
public final class StormNodes implements AutoCloseable {

    private static final ChatLimits LIMITS = new ChatLimits(Duration.ofSeconds(10), Duration.ofMillis(500),
            Duration.ofSeconds(10), Duration.ofMillis(900), 1_000, 1_000, 1_000, 1_000, 256, 256 * 1_024,
            Duration.ofMillis(500));

    /** Below those that a system gives out by itself, and none twice: a device that knows a dead node's must not meet another storm there. */
    private static final int FIRST_PORT = 20_000;
    private static final int MANY_PORTS = 12_000;
    private static final int MOST_TRIES = 100;
    private static final AtomicInteger PORTS = new AtomicInteger();

    private final IntFunction<ChatHost> hosts;
    private final UnaryOperator<ChatHost> front;
    private final Random random;
    private final int longestDelay;
    private final List<Node> nodes = new ArrayList<>();
    private int killed;

    private static final class Node {
        @Nullable
        ChatServer server;
        @Nullable
        MortalHost host;
        int port;
    }

    /**
     * So many nodes.
     *
     * @param hosts what the node of that number asks
     * @param front what stands between each edge and its host; nothing where it is what was given
     * @param longestDelay how many milliseconds something may be on its way in a node, and die with it
     */
    public StormNodes(int count, IntFunction<ChatHost> hosts, UnaryOperator<ChatHost> front, Random random,
            int longestDelay) {
        this.hosts = hosts;
        this.front = front;
        this.random = random;
        this.longestDelay = longestDelay;
        for (int number = 0; number < count; number++) {
            nodes.add(new Node());
            begin(number);
        }
    }

    private void begin(int number) {
        var host = new MortalHost(hosts.apply(number), random, longestDelay);
        var server = start(front.apply(host));
        synchronized (this) {
            var node = nodes.get(number);
            node.host = host;
            node.server = server;
            node.port = server.port();
        }
    }

    private static ChatServer start(ChatHost host) {
        for (int tries = 1;; tries++) {
            int port = FIRST_PORT + Math.floorMod(PORTS.getAndIncrement(), MANY_PORTS);
            try {
                return ChatServer.start(host,
                        new ChatSettings("127.0.0.1", port, 1, _ -> true, _ -> false, InstantSource.system(), LIMITS));
            } catch (Exception taken) {
                if (tries == MOST_TRIES) {
                    throw taken;
                }
            }
        }
    }

    synchronized int port(Random random) {
        return nodes.get(random.nextInt(nodes.size())).port;
    }

    synchronized int killed() {
        return killed;
    }

    /** A node dies without a word, with all that it was about to do, and comes back at another port. */
    void kill(int number) {
        synchronized (this) {
            killed++;
        }
        end(number);
        begin(number);
    }

    int count() {
        return nodes.size();
    }

    private void end(int number) {
        ChatServer server;
        synchronized (this) {
            var node = nodes.get(number);
            if (node.host != null) {
                node.host.die();
            }
            server = node.server;
        }
        if (server != null) {
            server.kill();
        }
    }

    @Override
    public void close() {
        for (int number = 0; number < nodes.size(); number++) {
            end(number);
        }
    }
}
