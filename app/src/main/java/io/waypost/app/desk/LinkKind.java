package io.waypost.app.desk;

/** What a contact may be about. */
enum LinkKind {
    PARCEL,
    TICKET
}
