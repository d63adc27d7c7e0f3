package io.waypost.app.desk;

import io.waypost.app.desk.ContactViews.DeskPerson;
import io.waypost.core.contact.Guest;
import java.time.Instant;
import java.util.UUID;

/** A guest of a contact as it is kept. */
record KeptGuest(UUID id, UUID contact, Guest guest, String name, DeskPerson by, String note, Instant askedAt) {

    DeskPerson person() {
        return new DeskPerson(guest.person(), name);
    }
}
