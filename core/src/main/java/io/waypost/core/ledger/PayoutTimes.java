package io.waypost.core.ledger;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** When a payout is sent or asked about again (重试与查询间隔): soon at first, then less often, never more seldom than the last of these. */
public final class PayoutTimes {

    /** How long whoever sends it may take before somebody else asks what became of it. Longer than any call lasts. */
    public static final Duration LEASE = Duration.ofMinutes(10);
    /** How long a copy of a call may still be on its way: gateways refuse calls that were signed longer ago. */
    public static final Duration ON_ITS_WAY = Duration.ofMinutes(10);
    /** How long after the first sending the key is sure to be remembered; later it must not be sent any more. */
    public static final Duration KEY_LIVES = Duration.ofDays(7);
    /** After so many refusals it is not sent any more, and has failed once nothing of it can still get there. */
    public static final int MOST_REFUSALS = 8;

    private static final List<Duration> AGAIN = durations("PT1M", "PT5M", "PT15M", "PT1H", "PT2H", "PT4H", "PT6H");
    private static final List<Duration> ASK = durations("PT15S", "PT30S", "PT1M", "PT2M", "PT5M", "PT10M", "PT30M",
            "PT1H", "PT2H", "PT6H");

    private PayoutTimes() {}

    /** How long to wait before it is sent once more after so many sendings, from 1. */
    public static Duration again(int sends) {
        return at(AGAIN, sends);
    }

    /** How long to wait before the gateway is asked once more after so many questions, from 0. */
    public static Duration ask(int asks) {
        return at(ASK, asks + 1);
    }

    private static Duration at(List<Duration> waits, int number) {
        return waits.get(Math.clamp(number - 1L, 0, waits.size() - 1));
    }

    private static List<Duration> durations(String... texts) {
        return Stream.of(texts).map(Duration::parse).toList();
    }
}
