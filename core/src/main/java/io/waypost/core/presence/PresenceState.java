package io.waypost.core.presence;

/** What an agent is at the desk (坐席状态); the names are part of the API. */
public enum PresenceState {
    /** Not at any desk. */
    OFFLINE,
    /** Takes contacts (示闲). */
    READY,
    /** There, and takes none for a reason (示忙). */
    NOT_READY,
    /** Writes down what the last contact was (话后处理). */
    WRAP_UP
}
