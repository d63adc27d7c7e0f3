package io.waypost.app.tracking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.waypost.app.kernel.Refusal;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Keeps strangers from guessing the four digits: few questions a minute from one address, few wrong ones an hour about one waybill,
 * whoever asks. Counted by each node for itself, by real time, in bounded memory.
 */
@Component
class TrackLimits {

    /** How many questions one address may ask a minute. */
    static final int QUESTIONS = 30;
    /** How many wrong answers one waybill bears an hour. */
    static final int WRONG = 5;
    /** How often an hour something may be written about one waybill. */
    static final int WRITTEN = 30;

    /** How many photos an hour may be sent about one waybill. */
    static final int PHOTOS = 12;

    private static final int MOST_KEPT = 200_000;

    private final Cache<String, Bucket> addresses;
    private final Cache<String, Bucket> waybills;
    private final Cache<String, Bucket> written;
    private final Cache<String, Bucket> photos;
    private final TimeMeter meter;

    TrackLimits(@Qualifier("wallClock") Clock wall) {
        this.meter = new WallMeter(wall);
        this.addresses = cache(Duration.ofMinutes(2));
        this.waybills = cache(Duration.ofHours(2));
        this.written = cache(Duration.ofHours(2));
        this.photos = cache(Duration.ofHours(2));
    }

    /**
     * Lets the question through and counts it as wrong until {@link #right} says otherwise: many asked at the same moment count too.
     *
     * @throws Refusal if it is one too many
     */
    void ask(String address, String waybill) {
        take(addresses.get(network(address), _ -> bucket(QUESTIONS, Duration.ofMinutes(1))));
        take(waybills.get(waybill, _ -> bucket(WRONG, Duration.ofHours(1))));
    }

    /** The question was right after all. */
    void right(String waybill) {
        var bucket = waybills.getIfPresent(waybill);
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    /**
     * Counts what somebody who was right is about to write.
     *
     * @throws Refusal if it is one too many
     */
    void write(String waybill) {
        take(written.get(waybill, _ -> bucket(WRITTEN, Duration.ofHours(1))));
    }

    /**
     * Counts a photo that somebody who was right is about to send.
     *
     * @throws Refusal if it is one too many
     */
    void photo(String waybill) {
        take(photos.get(waybill, _ -> bucket(PHOTOS, Duration.ofHours(1))));
    }

    private static void take(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Math.max(1, Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1);
            throw Refusal.of(HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_TRIES", "Too many tries. Wait a little.")
                    .with("retryAfterSeconds", seconds);
        }
    }

    private Bucket bucket(int most, Duration per) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder().capacity(most).refillGreedy(most, per).build())
                .withCustomTimePrecision(meter)
                .build();
    }

    private Cache<String, Bucket> cache(Duration unused) {
        return Caffeine.newBuilder().maximumSize(MOST_KEPT).ticker(meter::currentTimeNanos).expireAfterAccess(unused)
                .build();
    }

    /** One customer's address; with IPv6 the whole network behind a line, of which a stranger has 2^64 addresses. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        var parts = address.split(":", -1);
        return parts.length < 5 ? address : String.join(":", parts[0], parts[1], parts[2], parts[3]);
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
