package io.waypost.app.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.waypost.app.kernel.Refusal;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How often strangers may begin, upload and score; counted by each node for itself, in bounded memory. */
@Component
class VisitorLimits {

    /** New visitors a minute from one address: an office shares one. */
    static final int BEGUN = 60;
    /** Files an hour of one visitor. */
    static final int FILES = 30;

    private static final int MOST_KEPT = 200_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder().maximumSize(MOST_KEPT)
            .expireAfterAccess(Duration.ofHours(2)).build();

    void begin(String address) {
        take("begin " + address, BEGUN, Duration.ofMinutes(1));
    }

    void file(String visitor) {
        take("file " + visitor, FILES, Duration.ofHours(1));
    }

    void device(String visitor) {
        take("device " + visitor, FILES, Duration.ofHours(1));
    }

    private void take(String key, int most, Duration per) {
        var bucket = buckets.get(key, _ -> Bucket.builder()
                .addLimit(Bandwidth.builder().capacity(most).refillGreedy(most, per).build()).build());
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw Refusal.of(HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_TRIES", "Too many at once. Wait a little.")
                    .with("retryAfterSeconds", Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1);
        }
    }
}
