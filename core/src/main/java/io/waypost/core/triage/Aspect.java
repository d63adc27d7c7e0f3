package io.waypost.core.triage;

/** What a condition of a rule looks at (条件); the names are part of the API. */
public enum Aspect {
    KIND,
    SORT,
    PARCEL,
    CUSTODY,
    UNIT,
    CUSTOMER,
    KEYWORD,
    URGENT,
    CHANNEL,
    REPEAT
}
