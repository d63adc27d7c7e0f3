package io.waypost.client;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * How often and how patiently a call is tried again after 429, 5xx or a lost connection.
 *
 * @param attempts all tries, the first included
 * @param firstWait doubled with every try
 * @param longestWait bounds each wait, also one that the server asks for
 */
public record RetryPolicy(int attempts, Duration firstWait, Duration longestWait) {

    /** Ten tries over about three minutes. */
    public static final RetryPolicy PATIENT = new RetryPolicy(10, Duration.ofMillis(500), Duration.ofSeconds(60));

    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException(
                    "The attempts (%d) of a retry policy must be at least 1.".formatted(attempts));
        }
    }

    /** The wait after a failed try (counted from 1) given the server's Retry-After, in seconds or as a date. */
    Duration waitAfter(int attempt, Optional<String> retryAfter, Instant now) {
        Duration own = firstWait.multipliedBy(1L << Math.min(attempt - 1, 16));
        Duration wait = retryAfter.flatMap(value -> parse(value, now)).orElse(own);
        return wait.compareTo(longestWait) > 0 ? longestWait : wait;
    }

    private static Optional<Duration> parse(String value, Instant now) {
        try {
            if (!value.isBlank() && value.strip().chars().allMatch(Character::isDigit)) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(value.strip())));
            }
            Duration wait = Duration.between(now, ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME));
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeParseException | NumberFormatException _) {
            return Optional.empty();
        }
    }
}
