package io.waypost.chat.edge;

import io.waypost.chat.HostFaults;
import io.waypost.chat.MemoryHost;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;

/** A network of its own time: nodes over one host, links that break, devices. Everything happens as the seed says. */
final class World {

    private static final int NODES = 2;

    final Random random;
    final MemoryHost host;
    final List<Node> nodes = new ArrayList<>();
    final List<Device> devices = new ArrayList<>();
    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private long number;
    long now;
    boolean isFair;

    private record Due(long at, long number, Runnable task) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return at == other.at ? Long.compare(number, other.number) : Long.compare(at, other.at);
        }
    }

    World(long seed) {
        random = new Random(seed);
        host = new MemoryHost(this::in, new HostFaults(random, 300, 15, 15, 5, 5));
        for (int node = 0; node < NODES; node++) {
            nodes.add(new Node(this));
        }
        in(1_000, this::tick);
    }

    long nanoTime() {
        return TimeUnit.MILLISECONDS.toNanos(now);
    }

    InstantSource clock() {
        return () -> Instant.ofEpochMilli(now);
    }

    void in(long milliseconds, Runnable task) {
        due.add(new Due(now + milliseconds, number++, task));
    }

    private void tick() {
        nodes.forEach(Node::tick);
        in(1_000, this::tick);
    }

    /** Lets the world go on until then. */
    void until(long end) {
        while (true) {
            var next = due.peek();
            if (next == null || next.at() > end) {
                now = end;
                return;
            }
            due.remove();
            now = next.at();
            next.task().run();
            nodes.forEach(Node::pump);
        }
    }

    /** A node dies without a word, and another one takes its place. */
    void kill(int node) {
        nodes.get(node).kill();
        nodes.set(node, new Node(this));
    }

    void fair() {
        isFair = true;
        host.faults(new HostFaults(random, 50, 0, 0, 0, 0));
    }

    /** Every device has every entry of its conversations once, in order, and all that it said is among them once. */
    void check() {
        Assertions.assertEquals(devices.stream().filter(device -> device.link != null && device.isWelcome).count(),
                host.listeners());
        for (var device : devices) {
            device.check();
        }
    }
}
