package io.waypost.app.version;

/** Where a version stands; the names are part of the API. */
public enum VersionState {
    DRAFT,
    /** Counts, or did, or will. */
    APPROVED,
    DROPPED
}
