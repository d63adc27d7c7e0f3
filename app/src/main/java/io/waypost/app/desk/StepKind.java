package io.waypost.app.desk;

/** What happens to a contact; the names are part of the API. */
enum StepKind {
    /** Came in, and waits. */
    QUEUED,
    /** Came in out of hours. */
    PARKED,
    /** The desk opened. */
    OPENED,
    /** What it is about, or its language, was said while it waited. */
    KNOWN,
    /** Was offered to an agent, with why to them. */
    OFFERED,
    /** They took it. */
    TAKEN,
    /** They did not want it. */
    RETURNED,
    /** They did not answer in time. */
    UNANSWERED,
    PASSED,
    /** The one person it was for is not there: anybody may take it. */
    LET_ANYBODY,
    TAKEN_OVER,
    /** Whoever had it is gone, so it waits again. */
    AGENT_GONE,
    /** A colleague was asked to have a look. */
    GUEST_ASKED,
    GUEST_CAME,
    /** They may write to the customer too. */
    GUEST_RAISED,
    GUEST_LEFT,
    NOTE,
    /** A note of a lead who looks on. */
    WHISPERED,
    LINKED,
    CLOSED,
    /** The customer said thank you after the end; it stays ended. */
    THANKED,
    SCORED
}
