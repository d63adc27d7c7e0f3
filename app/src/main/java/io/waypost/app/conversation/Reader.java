package io.waypost.app.conversation;

/** Who has read up to an entry. */
public enum Reader {
    CUSTOMER,
    AGENT
}
