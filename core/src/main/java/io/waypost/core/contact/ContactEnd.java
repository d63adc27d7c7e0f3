package io.waypost.core.contact;

/** Why a contact is over; the names are part of the API. */
public enum ContactEnd {
    /** The agent ended it with a disposition. */
    BY_AGENT,
    /** The customer ended it while an agent had it. */
    BY_CUSTOMER,
    /** The customer went before anybody had it (放弃). */
    ABANDONED,
    /** The customer has said nothing for long after the agent's last word. */
    SILENT
}
