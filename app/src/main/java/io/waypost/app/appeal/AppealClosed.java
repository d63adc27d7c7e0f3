package io.waypost.app.appeal;

import io.waypost.core.appeal.AppealState.Finding;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appeal asks for nothing more (申诉结案). Published inside the transaction of the step.
 *
 * @param ticketId the earlier case about the parcel, where one is known
 * @param verdict what the authority found; null where the appeal was sent back at its intake
 */
public record AppealClosed(UUID appealId, String number, String waybill, @Nullable UUID ticketId,
        @Nullable Finding verdict, Instant at) {}
