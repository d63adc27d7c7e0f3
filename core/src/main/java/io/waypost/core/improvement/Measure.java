package io.waypost.core.improvement;

/** What an improvement is measured by (衡量指标). */
public enum Measure {
    /** The cause's share of all tickets that ended (占比): right where the number of parcels changes. */
    SHARE,
    /** Its tickets a week (每周件数). */
    PER_WEEK
}
