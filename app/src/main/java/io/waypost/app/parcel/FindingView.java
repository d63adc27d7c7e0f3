package io.waypost.app.parcel;

import io.waypost.app.network.UnitRef;
import io.waypost.core.watch.ClearCause;
import io.waypost.core.watch.Responsibility.Rule;
import io.waypost.core.watch.Verdict;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A warning, as the API shows it. */
public record FindingView(
        UUID id,
        String kind,
        String waybill,
        Instant raisedAt,
        Instant silentSince,
        Instant limitAt,
        LimitView limit,
        UnitRef responsible,
        Rule responsibleRule,
        @Nullable Instant clearedAt,
        @Nullable ClearCause clearedBy,
        @Nullable Verdict verdict,
        @Nullable UUID ticketId) {}
