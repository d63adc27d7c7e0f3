package io.waypost.core.watch;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * How long scans took to arrive (上传时延分布), as counts in fixed buckets; merging is exact. Immutable.
 *
 * @param counts one for each of {@link #BOUNDS}, and a last one for everything beyond
 */
public record LagHistogram(List<Long> counts) {

    /** Upper ends of the buckets in seconds. */
    public static final List<Integer> BOUNDS = List.of(5, 10, 20, 30, 60, 120, 180, 300, 600, 1200, 1800, 3600, 7200,
            10_800, 21_600,
            86_400);

    private static final int[] UPPER_ENDS = BOUNDS.stream().mapToInt(Integer::intValue).toArray();
    private static final int UNDER_FIVE_MINUTES = BOUNDS.indexOf(300) + 1;

    /** Nothing has arrived. */
    public static final LagHistogram EMPTY = new LagHistogram(Collections.nCopies(BOUNDS.size() + 1, 0L));

    public LagHistogram {
        counts = List.copyOf(counts);
        if (counts.size() != BOUNDS.size() + 1) {
            throw new IllegalArgumentException("There must be %d counts, not %s.".formatted(BOUNDS.size() + 1, counts));
        }
    }

    /** In which of the buckets a delay falls. */
    public static int bucket(long seconds) {
        int bucket = 0;
        while (bucket < UPPER_ENDS.length && UPPER_ENDS[bucket] < seconds) {
            bucket++;
        }
        return bucket;
    }

    /** The sum of both. */
    public LagHistogram plus(LagHistogram other) {
        var sums = new Long[counts.size()];
        Arrays.setAll(sums, i -> counts.get(i) + other.counts.get(i));
        return new LagHistogram(List.of(sums));
    }

    /** How many scans were counted. */
    public long scans() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** Seconds within which the given percentage arrived: the upper end of its bucket; 0 if nothing arrived. */
    public int percentileSeconds(double percent) {
        long rank = Math.max(1, (long) Math.ceil(scans() * percent / 100));
        long seen = 0;
        for (int i = 0; i < BOUNDS.size(); i++) {
            seen += counts.get(i);
            if (seen >= rank) {
                return BOUNDS.get(i);
            }
        }
        return scans() == 0 ? 0 : BOUNDS.getLast();
    }

    /** The share that arrived within five minutes, 1 if nothing arrived. */
    public double shareUnderFiveMinutes() {
        long all = scans();
        return all == 0
                ? 1
                : counts.subList(0, UNDER_FIVE_MINUTES).stream().mapToLong(Long::longValue).sum() / (double) all;
    }
}
