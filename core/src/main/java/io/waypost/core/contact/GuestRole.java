package io.waypost.core.contact;

/** As what a colleague was asked into a contact; the names are part of the API. */
public enum GuestRole {
    /** Advises whoever has it; the customer knows nothing of it (咨询). */
    CONSULT,
    /** Writes to the customer too, under their own name (三方). */
    CONFERENCE
}
