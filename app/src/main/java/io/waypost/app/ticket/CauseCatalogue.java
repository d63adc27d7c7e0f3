package io.waypost.app.ticket;

/** The root causes (根因) that a ticket may be given; another feature keeps them. Thread-safe. */
public interface CauseCatalogue {

    /** Whether a ticket may get that cause now: it is of the second level and not retired. */
    boolean known(String code);
}
