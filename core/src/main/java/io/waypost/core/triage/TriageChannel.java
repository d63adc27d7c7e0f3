package io.waypost.core.triage;

/** By which way a matter came in (来源); the names are part of the API. */
public enum TriageChannel {
    WATCH,
    AGENT,
    OUTLET,
    PARTNER,
    CUSTOMER,
    REGULATOR
}
