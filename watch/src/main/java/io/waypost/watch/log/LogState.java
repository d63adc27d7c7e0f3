package io.waypost.watch.log;

/** What a log can do at the moment. */
public enum LogState {

    /** Takes frames. */
    OPEN,

    /** The disk is full: what was acknowledged stands and can be read; appending works again once there is space. */
    FULL,

    /** A write or a force failed: what was acknowledged can be read, nothing can be appended before the log is opened anew. */
    FAILED,

    /** Closed, or never opened. */
    CLOSED
}
