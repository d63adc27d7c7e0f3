package io.waypost.core.scan;

/** What is unusual about an accepted scan. */
public enum ScanFlag {
    /** It arrived long after it was made (迟传). */
    LATE_UPLOAD,
    /** The device's clock was ahead (时钟超前); the arrival counts instead. */
    CLOCK_AHEAD,
    /** The device's clock was behind (时钟落后): it claims a time before the parcel was there; the arrival counts instead. */
    CLOCK_BEHIND,
    /** A later scan of the parcel was known already (乱序). */
    OUT_OF_ORDER,
    /** Too old to say anything about today (历史数据); it never starts a watch. */
    HISTORIC
}
