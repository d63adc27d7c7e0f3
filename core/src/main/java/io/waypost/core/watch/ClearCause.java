package io.waypost.core.watch;

/** Why a finding no longer stands. */
public enum ClearCause {
    /** The parcel was scanned again. */
    RESUMED,
    /** It had been scanned before the limit, and the scan came late. */
    LATE_UPLOAD,
    /** It was signed, returned or replaced. */
    FINISHED,
    /** It may be silent for a reason. */
    PAUSED,
    /** A person settled it. */
    MANUAL
}
