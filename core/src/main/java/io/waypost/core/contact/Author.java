package io.waypost.core.contact;

/** Who wrote an entry of a conversation; the names are part of the API. */
public enum Author {
    CUSTOMER,
    AGENT,
    BOT,
    /** The platform: the queue, who joined, the end. */
    SYSTEM
}
