package io.waypost.app.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waypost.core.partner.PartnerState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A partner's ticket as the open API shows it.
 *
 * @param externalId the partner's number that it was opened with
 * @param externalIds all numbers of the partner that lead to it
 * @param dueAt when the next answer is due; null while none is asked for
 * @param result how it ended, null while it has not
 * @param version goes up with every change that the partner sees
 */
record PartnerTicket(
        UUID id,
        String number,
        @JsonProperty("external_id") String externalId,
        @JsonProperty("external_ids") List<String> externalIds,
        String waybill,
        String kind,
        @Nullable String detail,
        PartnerState state,
        boolean urgent,
        @JsonProperty("opened_at") Instant openedAt,
        @JsonProperty("due_at") @Nullable Instant dueAt,
        @JsonProperty("closed_at") @Nullable Instant closedAt,
        @Nullable String result,
        @JsonProperty("updated_at") Instant updatedAt,
        int version) {}
