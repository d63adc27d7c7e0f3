package io.waypost.app.delay;

import io.waypost.app.network.UnitRef;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Today's list of a unit is to go to its mailbox. Published inside the transaction that handed it out, once a day; to be listened to in it.
 */
public record DelayListDue(UnitRef unit, String address, long saveable, long hardly, long late, LocalDate day,
        Instant at) {}
