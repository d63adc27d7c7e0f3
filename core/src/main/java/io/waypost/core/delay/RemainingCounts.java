package io.waypost.core.delay;

import java.util.Arrays;

/**
 * Times from a scan to the delivery (剩余时长分布), as counts in buckets: of parcels that were delivered, and of parcels that were not
 * yet when we looked last. Not safe for threads.
 */
public final class RemainingCounts {

    /** Most cells see few parcels; up to so many are kept one by one, which takes less room than the buckets. */
    private static final int FEW = 128;

    private short[] few = new short[4];
    private int[] delivered = new int[0];
    private int[] unfinished = new int[0];
    private int cases;

    /** Counts a parcel that was delivered so many hours after the scan. */
    public void delivered(double hours) {
        count(TimeAxis.bucket(hours), true);
    }

    /** Counts a parcel that was not delivered for so many hours after the scan, and of which no more is known. */
    public void unfinished(double hours) {
        count(TimeAxis.bucket(hours), false);
    }

    private void count(int bucket, boolean done) {
        if (cases == FEW) {
            spread();
        }
        if (cases < FEW) {
            few = cases < few.length ? few : Arrays.copyOf(few, few.length * 2);
            few[cases] = (short) (done ? bucket : ~bucket);
        } else {
            (done ? delivered : unfinished)[bucket]++;
        }
        cases++;
    }

    private void spread() {
        delivered = new int[TimeAxis.SIZE + 1];
        unfinished = new int[TimeAxis.SIZE + 1];
        for (short one : few) {
            (one >= 0 ? delivered : unfinished)[one >= 0 ? one : ~one]++;
        }
        few = new short[0];
    }

    /** How many were counted. */
    public int cases() {
        return cases;
    }

    /**
     * The share not yet delivered at the end of each bucket, by the actuarial form of the product-limit estimator: what is not known to
     * the end counts half in the bucket in which it is lost sight of (Kaplan and Meier, Nonparametric Estimation from Incomplete
     * Observations, 1958, section 3).
     */
    RemainingCurve curve() {
        if (delivered.length == 0) {
            var all = new RemainingCounts();
            all.cases = cases;
            all.few = Arrays.copyOf(few, cases);
            all.spread();
            return all.curve();
        }
        var left = new float[TimeAxis.SIZE];
        double share = 1;
        double atRisk = cases;
        for (int i = 0; i < TimeAxis.SIZE; i++) {
            double exposed = atRisk - unfinished[i] / 2.0;
            share *= exposed <= 0 ? 1 : Math.max(0, 1 - delivered[i] / exposed);
            left[i] = (float) share;
            atRisk -= delivered[i] + unfinished[i];
        }
        return RemainingCurve.of(cases, left);
    }
}
