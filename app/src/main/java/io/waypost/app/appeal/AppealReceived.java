package io.waypost.app.appeal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The authority passed an appeal on (收到申诉). Published inside the transaction of the intake.
 *
 * @param ticketId the earlier case about the parcel, where one is known
 */
public record AppealReceived(UUID appealId, String number, String waybill, @Nullable UUID ticketId, Instant at) {}
