package io.waypost.core.anomaly;

/** How an anomaly ended. The names are part of the API. */
public enum AnomalyEnd {
    /** The parcel is where it belongs, or goes on (已纠正). */
    CORRECTED,
    /** It was delivered or went back (已了结). */
    FINISHED,
    /** Nothing more was heard of it for so long that nobody asks any more (已过期). */
    LAPSED,
    /** Scans that arrived late show that it never was (补传撤回). */
    RETRACTED
}
