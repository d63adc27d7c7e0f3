package io.waypost.chat.edge;

import io.waypost.chat.ChatSide;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Whatever breaks, every acknowledged message is on every device once and in order, and every message is acknowledged in the end: links break,
 * nodes die, the host fails and puts off, hints are lost, doubled and come late.
 */
@Execution(ExecutionMode.SAME_THREAD)
class ChatModelTest {

    private static final int SEEDS = Integer.getInteger("waypost.chat.seeds", 1_000);
    private static final long STORM = 30_000;
    private static final long CALM = 90_000;

    @Test
    void everyMessageOnceInOrderOnEveryDevice() {
        LongStream.rangeClosed(1, SEEDS).parallel().forEach(ChatModelTest::run);
    }

    private static void run(long seed) {
        try {
            var world = new World(seed);
            var customers = List.of(
                    new Device(world, ChatSide.CUSTOMER, 1, "phone"),
                    new Device(world, ChatSide.CUSTOMER, 1, "tablet"),
                    new Device(world, ChatSide.CUSTOMER, 2, "desk"));
            var agents = List.of(new Device(world, ChatSide.AGENT, 1, "console"),
                    new Device(world, ChatSide.AGENT, 1, "second"));
            world.devices.addAll(customers);
            world.devices.addAll(agents);
            while (world.now < STORM) {
                world.until(world.now + world.random.nextInt(1_500));
                happen(world, customers, agents);
            }
            world.fair();
            world.until(STORM + CALM);
            world.check();
        } catch (RuntimeException | Error failure) {
            throw new AssertionError("Seed " + seed + ": " + failure.getMessage(), failure);
        }
    }

    private static void happen(World world, List<Device> customers, List<Device> agents) {
        int what = world.random.nextInt(100);
        if (what < 45) {
            int many = 1 + world.random.nextInt(4);
            var device = customers.get(world.random.nextInt(customers.size()));
            for (int at = 0; at < many; at++) {
                device.say(null);
            }
        } else if (what < 70) {
            var talks = world.host.conversations();
            if (!talks.isEmpty()) {
                UUID talk = talks.get(world.random.nextInt(talks.size()));
                agents.get(world.random.nextInt(agents.size())).say(talk.toString());
            }
        } else if (what < 95) {
            world.devices.get(world.random.nextInt(world.devices.size())).breakLink();
        } else {
            world.kill(world.random.nextInt(world.nodes.size()));
        }
    }
}
