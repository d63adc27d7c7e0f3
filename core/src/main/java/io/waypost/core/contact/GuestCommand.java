package io.waypost.core.contact;

import java.util.UUID;

/** What moves guests of a contact. */
public sealed interface GuestCommand {

    /** The agent asks a colleague to have a look. */
    record Ask(UUID by, UUID person) implements GuestCommand {}

    /** The colleague comes. */
    record Come(UUID person) implements GuestCommand {}

    /** The agent lets the guest write to the customer. */
    record Raise(UUID by, UUID person) implements GuestCommand {}

    /** The agent says goodbye to the guest, or the guest goes. */
    record Finish(UUID by, UUID person) implements GuestCommand {}

    /** The guest is not at the desk any more. */
    record Vanish(UUID person) implements GuestCommand {}
}
