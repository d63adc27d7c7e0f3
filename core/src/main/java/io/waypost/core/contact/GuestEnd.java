package io.waypost.core.contact;

/** Why a guest is no guest any more; the names are part of the API. */
public enum GuestEnd {
    /** They went, or did not want to come. */
    LEFT,
    /** Whoever has the contact said goodbye. */
    SENT_AWAY,
    /** The contact is over, or somebody else's. */
    CONTACT_MOVED,
    /** They are not at the desk any more. */
    GONE
}
