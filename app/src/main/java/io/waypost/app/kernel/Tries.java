package io.waypost.app.kernel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/**
 * So many tries in so long a time for each key, such as an address. Counted by each node for itself, by real time, in bounded memory.
 * Thread-safe.
 */
public final class Tries {

    private static final int MOST_KEPT = 200_000;

    private final int most;
    private final Duration per;
    private final TimeMeter meter;
    private final Cache<String, Bucket> buckets;

    public Tries(int most, Duration per, Clock wall) {
        this.most = most;
        this.per = per;
        this.meter = new WallMeter(wall);
        this.buckets = Caffeine.newBuilder().maximumSize(MOST_KEPT).ticker(meter::currentTimeNanos)
                .expireAfterAccess(per.multipliedBy(2)).build();
    }

    /**
     * Counts one.
     *
     * @throws Refusal if it is one too many
     */
    public void take(String key) {
        var probe = buckets.get(key, _ -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Math.max(1, Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1);
            throw Refusal.of(HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_TRIES", "Too many tries. Wait a little.")
                    .with("retryAfterSeconds", seconds);
        }
    }

    /** The last one does not count after all. */
    public void giveBack(String key) {
        var bucket = buckets.getIfPresent(key);
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    /** One customer's address as a key; with IPv6 the whole network behind a line, of which a stranger has 2^64 addresses. */
    public static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        var parts = address.split(":", -1);
        return parts.length < 5 ? address : String.join(":", parts[0], parts[1], parts[2], parts[3]);
    }

    private Bucket bucket() {
        return Bucket.builder().addLimit(Bandwidth.builder().capacity(most).refillGreedy(most, per).build())
                .withCustomTimePrecision(meter).build();
    }

    private record WallMeter(Clock wall) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            var now = wall.instant();
            return now.getEpochSecond() * 1_000_000_000 + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
