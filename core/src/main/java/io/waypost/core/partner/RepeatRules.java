package io.waypost.core.partner;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is done with a request that may have come before (幂等): the rules behind the header {@code Idempotency-Key}. Pure. */
public final class RepeatRules {

    /** How long an answer is kept to be given again. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private RepeatRules() {}

    /** An answer that was given before, to a request of that fingerprint. */
    public record Kept(String fingerprint, Instant until) {}

    /** What to do. */
    public sealed interface Decision {

        /** It never came, or so long ago that the answer is gone: do the work. */
        record Work() implements Decision {}

        /** Give the same answer again, and do nothing. */
        record Replay() implements Decision {}

        /** Another request used this key. */
        record Reused() implements Decision {}
    }

    /** The key as it counts: without the quotes that the draft allows around it; empty where it cannot be one. */
    public static Optional<String> key(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        var text = header.strip();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        var key = quoted ? text.substring(1, text.length() - 1) : text;
        return KEY.matcher(key).matches() ? Optional.of(key) : Optional.empty();
    }

    /** What to do with a request of that fingerprint. */
    public static Decision decide(Optional<Kept> before, String fingerprint, Instant now) {
        return before.filter(kept -> now.isBefore(kept.until()))
                .<Decision>map(kept -> kept.fingerprint().equals(fingerprint)
                        ? new Decision.Replay()
                        : new Decision.Reused())
                .orElseGet(Decision.Work::new);
    }
}
