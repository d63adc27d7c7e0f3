package io.waypost.simulator;

import io.waypost.simulator.drive.Driver;
import io.waypost.simulator.drive.Options;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The simulator as a program: brings a courier network to life on a running platform. */
public final class SimulatorMain {

    private static final Duration TICK = Duration.ofSeconds(1);

    private static final Duration LAST_WORDS = Duration.ofSeconds(15);

    private SimulatorMain() {}

    /** Runs until the process is asked to end; exits with 2 when used wrongly and 1 when it cannot go on. */
    public static void main(String[] args) throws InterruptedException {
        PrintStream log = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Options options;
        try {
            options = Options.parse(List.of(args));
        } catch (IllegalArgumentException e) {
            log.println(e.getMessage());
            log.print(Options.USAGE);
            System.exit(2);
            return;
        }
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.set(true);
            awaitEnd(ended);
        }));
        try {
            new Driver(options, log, stop::get, TICK).run();
        } catch (IllegalStateException e) {
            log.println(e.getMessage());
            ended.countDown();
            System.exit(1);
        } finally {
            ended.countDown();
        }
    }

    private static void awaitEnd(CountDownLatch ended) {
        try {
            if (!ended.await(LAST_WORDS.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("The last upload did not end in time; it is sent again at the next start.");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
