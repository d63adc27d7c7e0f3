package io.waypost.core.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When a message that did not leave is tried again (重试间隔): soon at first, then later, then not any more. */
public final class RetrySchedule {

    private static final List<Duration> CARRIER = List.of(Duration.ofSeconds(5), Duration.ofSeconds(30),
            Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofHours(2));
    private static final List<Duration> MAIL = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
            Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(12),
            Duration.ofHours(24));
    /** The waits that Standard Webhooks recommends. */
    private static final List<Duration> WEBHOOK = Stream
            .of("PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H")
            .map(Duration::parse).toList();

    private RetrySchedule() {}

    /**
     * How long to wait after that many attempts; empty when it is time to give up.
     *
     * @param wanted what the other side asked for; never waits shorter than that
     */
    public static Optional<Duration> after(Channel channel, int attempts, Duration wanted) {
        if (attempts < 1) {
            throw new IllegalArgumentException("The attempts (%d) must be at least 1.".formatted(attempts));
        }
        var waits = waits(channel);
        if (attempts > waits.size()) {
            return Optional.empty();
        }
        var own = waits.get(attempts - 1);
        return Optional.of(own.compareTo(wanted) < 0 ? wanted : own);
    }

    /** The waits between the attempts; there is one attempt more than there are waits. */
    public static List<Duration> waits(Channel channel) {
        return switch (channel) {
            case SMS, PUSH -> CARRIER;
            case EMAIL -> MAIL;
            case WEBHOOK -> WEBHOOK;
        };
    }
}
