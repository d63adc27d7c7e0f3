package io.waypost.core.deadline;

/** What a stage waits for while its clock is paused (暂停原因); the names are part of the API. */
public enum PauseReason {
    /** The customer must say or send something. */
    CUSTOMER,
    /** Photos, papers or a video must be found. */
    EVIDENCE,
    /** Another unit must act first. */
    OTHER_OUTLET,
    /** The police, customs or a regulator have the matter. */
    AUTHORITY
}
