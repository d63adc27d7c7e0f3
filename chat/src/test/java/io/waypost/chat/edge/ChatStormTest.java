package io.waypost.chat.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.chat.ChatHost;
import io.waypost.chat.ChatItem;
import io.waypost.chat.ChatSide;
import io.waypost.chat.HostFaults;
import io.waypost.chat.MemoryHost;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Over real sockets, event streams and polls: whatever breaks, every acknowledged message is on every device once and in order. What the
 * {@link ChatModelTest} proves of the handlers in a time of its own, this proves of two edges that listen, with bytes that stop anywhere.
 */
@Execution(ExecutionMode.SAME_THREAD)
class ChatStormTest {

    private static final int SEEDS = Integer.getInteger("waypost.chat.storms", 1_000);
    private static final int AT_ONCE = 48;
    private static final Duration CALM = Duration.ofSeconds(30);
    /** So many storms are given to find what is broken. */
    private static final int ENOUGH = 40;

    private final ScheduledExecutorService time = Executors.newScheduledThreadPool(2);

    @AfterEach
    void stop() {
        time.shutdownNow();
    }

    @Test
    void everyMessageOnceInOrderOnEveryDevice(TestReporter reporter) throws Exception {
        var failed = new AtomicReference<@Nullable Throwable>();
        var reports = new ConcurrentLinkedQueue<Storm.Report>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var turns = new Semaphore(AT_ONCE);
            for (long seed = 1; seed <= SEEDS && failed.get() == null; seed++) {
                long number = seed;
                turns.acquire();
                threads.execute(() -> {
                    try {
                        reports.add(storm(number, (_, edges) -> edges, CALM));
                    } catch (RuntimeException | Error failure) {
                        failed.compareAndSet(null, failure);
                    } finally {
                        turns.release();
                    }
                });
            }
        }
        var failure = failed.get();
        if (failure != null) {
            throw new AssertionError(failure.getMessage(), failure);
        }
        int killed = reports.stream().mapToInt(Storm.Report::killed).sum();
        reporter.publishEntry("%d storms: %d messages, %d connections, %d nodes killed".formatted(SEEDS,
                reports.stream().mapToInt(Storm.Report::messages).sum(),
                reports.stream().mapToInt(Storm.Report::connections).sum(), killed));
        assertThat(killed).as("nodes were killed").isGreaterThan(SEEDS / 2);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsBrokenIsFound(BrokenHost.Fault fault, TestReporter reporter) {
        long found = LongStream.rangeClosed(1, ENOUGH).filter(seed -> {
            try {
                storm(seed, (host, mortal) -> new BrokenHost(fault, host, mortal), Duration.ofSeconds(3));
                return false;
            } catch (AssertionError asItShould) {
                reporter.publishEntry("%s is found: %s".formatted(fault, asItShould.getMessage()));
                return true;
            }
        }).findFirst().orElse(0);
        assertThat(found).as("a storm that finds " + fault).isPositive();
    }

    private Storm.Report storm(long seed, BiFunction<MemoryHost, ChatHost, ChatHost> front, Duration calm) {
        var random = new Random(seed);
        var host = new MemoryHost((milliseconds, task) -> {
            if (milliseconds == 0) {
                time.execute(task);
            } else {
                var _ = time.schedule(task, milliseconds, TimeUnit.MILLISECONDS);
            }
        }, new HostFaults(random, 6, 15, 15, 4, 4));
        try (var nodes = new StormNodes(2, _ -> host, mortal -> front.apply(host, mortal), random, 4)) {
            var people = List.of(
                    person(ChatSide.CUSTOMER, 1, 2), person(ChatSide.CUSTOMER, 2, 2), person(ChatSide.AGENT, 1, 2));
            return new Storm(seed, nodes, person -> truth(host, person), people, List.of())
                    .run(() -> host.faults(new HostFaults(random, 2, 0, 0, 0, 0)), calm);
        }
    }

    private static StormPerson person(ChatSide side, int number, int devices) {
        return new StormPerson(side, MemoryHost.token(side, number, Browser.LONG_FROM_NOW), devices);
    }

    /** A customer's conversation is the one in which they wrote; agents have all of them. */
    private static Map<UUID, List<ChatItem>> truth(MemoryHost host, StormPerson person) {
        var name = person.token().split("/", -1)[0] + " " + person.token().split("/", -1)[1];
        var committed = new LinkedHashMap<UUID, List<ChatItem>>();
        for (var conversation : host.conversations()) {
            var items = host.committed(conversation);
            if (person.side() == ChatSide.AGENT
                    || items.stream().anyMatch(item -> item.authorName().equals(name))) {
                committed.put(conversation, items);
            }
        }
        return committed;
    }
}
