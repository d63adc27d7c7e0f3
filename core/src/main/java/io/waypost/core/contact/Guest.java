package io.waypost.core.contact;

import java.util.UUID;

/**
 * A colleague whom the agent asked into a contact (被邀坐席). Takes no capacity. Immutable.
 *
 * @param here whether they have come; who was only asked reads and says nothing
 */
public record Guest(UUID person, GuestRole role, boolean here) {

    /** How many a contact may have at a time. */
    public static final int MOST = 3;
}
