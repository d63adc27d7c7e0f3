package io.waypost.core.claim;

/** How sure the source of a rule is (来源等级), best first. The names are part of the API. */
public enum Grade {
    /** The text of a law, a regulator's notice or a standard in force, or an operator's own documents. */
    A,
    /** Trade press, or an edition of a standard that is no longer in force. */
    B,
    /** A page on the web or the network's own custom: a default that somebody has to confirm. */
    C,
    /** A conclusion from other rules that no text states in so many words. */
    DERIVED
}
