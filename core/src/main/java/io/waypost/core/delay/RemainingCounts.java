package io.waypost.core.delay;

/**
 * Times from a scan to the delivery (剩余时长分布), as counts in buckets: of parcels that were delivered, and of parcels that were not
 * yet when we looked last. Not safe for threads.
 */
public final class RemainingCounts {

    private final int[] delivered = new int[TimeAxis.SIZE + 1];
    private final int[] unfinished = new int[TimeAxis.SIZE + 1];
    private int cases;

    /** Counts a parcel that was delivered so many hours after the scan. */
    public void delivered(double hours) {
        delivered[TimeAxis.bucket(hours)]++;
        cases++;
    }

    /** Counts a parcel that was not delivered for so many hours after the scan, and of which no more is known. */
    public void unfinished(double hours) {
        unfinished[TimeAxis.bucket(hours)]++;
        cases++;
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
