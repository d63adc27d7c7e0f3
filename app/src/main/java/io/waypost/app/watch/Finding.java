package io.waypost.app.watch;

import io.waypost.core.watch.ClearCause;
import io.waypost.core.watch.Limit;
import io.waypost.core.watch.Responsibility;
import io.waypost.core.watch.Verdict;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A finding (静默预警) as it is kept. */
public record Finding(
        UUID id,
        String waybill,
        Instant raisedAt,
        Instant silentSince,
        Instant limitAt,
        Limit limit,
        Responsibility responsible,
        @Nullable Instant clearedAt,
        @Nullable ClearCause clearedBy,
        @Nullable Verdict verdict,
        @Nullable UUID ticketId) {}
