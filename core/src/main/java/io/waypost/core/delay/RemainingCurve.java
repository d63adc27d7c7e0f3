package io.waypost.core.delay;

import java.util.List;

/** The share of parcels not yet delivered by time since the scan (未派送曲线); never rises. Immutable. */
public final class RemainingCurve {

    private final int cases;
    private final float[] left;

    private RemainingCurve(int cases, float[] left) {
        this.cases = cases;
        this.left = left;
    }

    static RemainingCurve of(int cases, float[] left) {
        if (left.length != TimeAxis.SIZE) {
            throw new IllegalArgumentException(
                    "A curve needs %d shares, not %d.".formatted(TimeAxis.SIZE, left.length));
        }
        return new RemainingCurve(cases, left.clone());
    }

    /** A curve of the shares at the end of each bucket, as {@link #shares} gave them. */
    public static RemainingCurve of(int cases, List<Float> shares) {
        var left = new float[shares.size()];
        for (int i = 0; i < left.length; i++) {
            left[i] = shares.get(i);
        }
        return of(cases, left);
    }

    /** How many cases it was learnt from. */
    public int cases() {
        return cases;
    }

    /** The shares at the end of each bucket. */
    public List<Float> shares() {
        var shares = new Float[left.length];
        for (int i = 0; i < left.length; i++) {
            shares[i] = left[i];
        }
        return List.of(shares);
    }

    /** The share not yet delivered so many hours after the scan, straight between the ends of a bucket. */
    double after(double hours) {
        if (hours <= 0) {
            return 1;
        }
        int bucket = TimeAxis.bucket(hours);
        if (bucket >= TimeAxis.SIZE) {
            return left[TimeAxis.SIZE - 1];
        }
        double before = bucket == 0 ? 1 : left[bucket - 1];
        double way = (hours - TimeAxis.start(bucket)) / (TimeAxis.end(bucket) - TimeAxis.start(bucket));
        return before + (left[bucket] - before) * way;
    }
}
