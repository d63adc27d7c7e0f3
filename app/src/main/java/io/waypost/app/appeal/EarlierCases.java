package io.waypost.app.appeal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What appeals want to know about earlier cases of the same parcel (先投诉后申诉); asked as the platform, whoever acts. Thread-safe. */
public interface EarlierCases {

    /** The cases about the parcel that a customer opened or joined, newest first. */
    List<Case> of(String waybill);

    /** A case. */
    record Case(UUID ticketId, String number, Instant openedAt, @Nullable Instant closedAt) {}
}
