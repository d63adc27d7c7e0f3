package io.waypost.core.ticket;

/** Why it was no matter at all (无效原因); the names are part of the API. */
public enum InvalidReason {
    /** Nobody can say what is wanted. */
    NO_CONTENT,
    /** Made up. */
    MALICIOUS,
    /** A wrong number, a slip of the hand, a trial. */
    MISTAKE
}
