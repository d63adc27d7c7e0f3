package io.waypost.app.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what other threads of the platform do. */
public final class Until {

    private static final Duration LOOK = Duration.ofMillis(20);
    /** As long as a busy machine may need. */
    private static final Duration MOST = Duration.ofSeconds(20);

    private Until() {}

    /** Returns as soon as it is true; fails where it does not become true. Asked by the calling thread. */
    public static void until(Callable<Boolean> fact) {
        until(MOST, fact);
    }

    /** The same for work that takes long in itself. */
    public static void until(Duration most, Callable<Boolean> fact) {
        await().pollInSameThread().pollDelay(Duration.ZERO).pollInterval(LOOK).atMost(most).until(fact);
    }
}
