package io.waypost.core.notice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a message that certainly did not leave is tried again: sooner at first, then later, then not any more. */
public final class Retry {

    private static final List<Duration> WAITS = List.of(Duration.ofSeconds(5), Duration.ofSeconds(30),
            Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofHours(2));

    private Retry() {}

    /**
     * How long to wait after that many attempts; empty when it is time to give up.
     *
     * @param wanted what the other side asked for; never waits shorter than that
     */
    public static Optional<Duration> after(int attempts, Duration wanted) {
        if (attempts < 1) {
            throw new IllegalArgumentException("The attempts (%d) must be at least 1.".formatted(attempts));
        }
        if (attempts > WAITS.size()) {
            return Optional.empty();
        }
        var own = WAITS.get(attempts - 1);
        return Optional.of(own.compareTo(wanted) < 0 ? wanted : own);
    }
}
