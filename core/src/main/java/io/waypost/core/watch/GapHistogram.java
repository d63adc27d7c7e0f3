package io.waypost.core.watch;

import java.time.Duration;

/**
 * How long the network's parcels were silent between two scans (静默时长分布): counts in buckets that grow by 4 %, from a minute to
 * ninety days. Merging is exact. Not safe for threads.
 */
public final class GapHistogram {

    private static final double RATIO = Math.log(1.04);
    private static final int BUCKETS = bucket(Duration.ofDays(90)) + 1;

    private final int[] counts = new int[BUCKETS];
    private long samples;

    /** Counts one gap. */
    public void add(Duration gap) {
        counts[Math.min(bucket(gap), BUCKETS - 1)]++;
        samples++;
    }

    /** Counts what the other has counted. */
    public void merge(GapHistogram other) {
        for (int i = 0; i < BUCKETS; i++) {
            counts[i] += other.counts[i];
        }
        samples += other.samples;
    }

    /** How many gaps were counted. */
    public long samples() {
        return samples;
    }

    /** Hours that the given percentage of the gaps do not exceed, at most 4 % above the true figure. */
    public double percentile(double percent) {
        if (samples == 0) {
            throw new IllegalStateException("A histogram without samples has no percentile.");
        }
        long rank = Math.max(1, (long) Math.ceil(samples * percent / 100));
        long seen = 0;
        for (int i = 0; i < BUCKETS; i++) {
            seen += counts[i];
            if (seen >= rank) {
                return Math.exp(i * RATIO) / 60;
            }
        }
        throw new IllegalStateException("The counts do not add up to %d samples.".formatted(samples));
    }

    private static int bucket(Duration gap) {
        double minutes = gap.toMillis() / 60_000.0;
        return minutes <= 1 ? 0 : (int) Math.ceil(Math.log(minutes) / RATIO);
    }
}
