package io.waypost.chat.edge;

import io.waypost.chat.ChatAuthor;
import io.waypost.chat.ChatItem;
import io.waypost.chat.ChatSide;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * A storm over nodes that listen at real ports: devices speak, are cut, also in the middle of a frame, come back to any node and in any way, say
 * things twice and forget; nodes are killed. What happens and after which pauses is the seed's; how it meets on the machine is chance's.
 * Afterwards it is calm, and every message is to be on every device, once and in order.
 */
public final class Storm {

    private static final int EVENTS = 50;
    private static final int LONGEST_PAUSE = 20;
    private final long seed;
    private final Random random;
    private final StormNodes nodes;
    private final StormTruth truth;
    private final List<String> before;
    private final List<StormDevice> customers = new ArrayList<>();
    private final List<StormDevice> agents = new ArrayList<>();
    private final List<StormDevice> devices = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> defect = new AtomicReference<>();

    /** What happened in a storm. */
    public record Report(int messages, int connections, int killed) {}

    /**
     * A storm over these people's devices.
     *
     * @param before what was said before it
     */
    public Storm(long seed, StormNodes nodes, StormTruth truth, List<StormPerson> people, List<String> before) {
        this.before = List.copyOf(before);
        this.seed = seed;
        this.nodes = nodes;
        this.truth = truth;
        random = new Random(seed);
        for (int person = 0; person < people.size(); person++) {
            var who = people.get(person);
            for (int number = 0; number < who.devices(); number++) {
                var device = new StormDevice(this, who, "%s-%d-%d".formatted(who.side(), person, number),
                        new Random(random.nextLong()));
                (who.side() == ChatSide.CUSTOMER ? customers : agents).add(device);
                devices.add(device);
            }
        }
    }

    /** Blows, and fails with the seed where something is not as it should be. The calm begins with what is given and lasts no longer than that. */
    public Report run(Runnable calm, Duration longest) {
        try {
            devices.forEach(StormDevice::connect);
            for (int event = 0; event < EVENTS; event++) {
                pause(random.nextInt(LONGEST_PAUSE));
                happen();
            }
            calm.run();
            long last = System.nanoTime() + longest.toNanos();
            while (!isDone() && System.nanoTime() - last < 0) {
                pause(20);
            }
            check();
            return new Report(
                    devices.stream().mapToInt(device -> device.said().size()).sum(),
                    devices.stream().mapToInt(device -> device.lines.get()).sum(), nodes.killed());
        } catch (RuntimeException | Error failure) {
            throw new AssertionError("Seed " + seed + ": " + failure.getMessage(), failure);
        } finally {
            devices.forEach(StormDevice::over);
        }
    }

    private void happen() {
        int what = random.nextInt(100);
        if (what < 38) {
            int many = 1 + random.nextInt(3);
            var device = customers.get(random.nextInt(customers.size()));
            for (int at = 0; at < many; at++) {
                device.say(null);
            }
        } else if (what < 56) {
            var device = agents.get(random.nextInt(agents.size()));
            var talks = List.copyOf(truth.of(device.person).keySet());
            if (!talks.isEmpty()) {
                device.say(talks.get(random.nextInt(talks.size())).toString());
            }
        } else if (what < 97) {
            var device = devices.get(random.nextInt(devices.size()));
            switch (random.nextInt(5)) {
                case 0 -> device.cut();
                case 1 -> device.cutInMidFrame();
                case 2 -> device.repeat();
                case 3 -> device.resume(false);
                default -> device.resume(true);
            }
        } else {
            nodes.kill(random.nextInt(nodes.count()));
        }
    }

    /** First whether all is said: what one device still says while the next ones are asked would be missing on those before. */
    private boolean isDone() {
        if (defect.get() != null) {
            return true;
        }
        return devices.stream().allMatch(StormDevice::hasSaidAll)
                && devices.stream().allMatch(device -> device.shows(truth.of(device.person)));
    }

    private void check() {
        var broken = defect.get();
        if (broken != null) {
            throw new AssertionError(broken.getMessage(), broken);
        }
        var all = new LinkedHashMap<UUID, List<ChatItem>>();
        for (var device : devices) {
            Map<UUID, List<ChatItem>> committed = truth.of(device.person);
            device.check(committed);
            all.putAll(committed);
        }
        var said = Stream.concat(before.stream(), devices.stream().flatMap(device -> device.said().stream())).toList();
        Assertions.assertThat(all.values().stream().flatMap(List::stream)
                .filter(item -> item.author() == ChatAuthor.CUSTOMER || item.author() == ChatAuthor.AGENT)
                .map(ChatItem::text)).as("what was said, once, and nothing else")
                .containsExactlyInAnyOrderElementsOf(said);
    }

    int port(Random chance) {
        return nodes.port(chance);
    }

    void later(long milliseconds, Runnable task) {
        Thread.startVirtualThread(() -> {
            pause(milliseconds);
            try {
                task.run();
            } catch (RuntimeException | Error failure) {
                broken(failure);
            }
        });
    }

    void broken(Throwable failure) {
        defect.compareAndSet(null, failure);
    }

    private static void pause(long milliseconds) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
    }
}
