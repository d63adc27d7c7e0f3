package io.waypost.core.claim;

/** Why a verdict is what it is (结论原因). The names are part of the API. */
public enum Reason {
    /** Of OWED: computed from the standard. */
    COMPUTED,
    /** Of NOTHING_OWED: the time to claim is over; see {@link Assessment#mayDecide()}. */
    TOO_LATE,
    /** Of NOTHING_OWED: an exclusion takes all of it. */
    EXCLUDED,
    /** Of NOTHING_OWED: delivered, or still to be delivered, within the promise. */
    NOT_LATE,
    /** Of NOTHING_OWED: nothing was paid that could come back, or what is lost is worth nothing. */
    NOTHING_LOST,
    /** Of MORE_EVIDENCE: see {@link Assessment#missing()}. */
    EVIDENCE_MISSING,
    /** Of CANNOT_TELL: see {@link Assessment#flaws()}. */
    FACTS_FLAWED,
    /** Of CANNOT_TELL: the standard has no row for the case. */
    NO_RULE,
    /** Of CANNOT_TELL: it is not known how much of the content is lost. */
    EXTENT_UNKNOWN,
    /** Of CANNOT_TELL: it is not known by when delivery was promised. */
    PROMISE_UNKNOWN,
    /** Of CANNOT_TELL: it is not known in what the content differs. */
    MISMATCH_UNKNOWN,
    /** Of CANNOT_TELL: the value is neither insured nor proven nor claimed. */
    VALUE_UNKNOWN
}
