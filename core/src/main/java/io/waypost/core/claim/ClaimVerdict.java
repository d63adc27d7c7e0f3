package io.waypost.core.claim;

/** What an assessment comes to (定责赔付结论). The names are part of the API. */
public enum ClaimVerdict {
    /** The amount is owed on what is known. */
    OWED,
    /** Nothing is owed, and the explanation says why. */
    NOTHING_OWED,
    /** The amount is what would be owed on what is known, but evidence is missing. */
    MORE_EVIDENCE,
    /** The standard does not say, or the facts do not suffice; a person has to look. The amount means nothing. */
    CANNOT_TELL
}
