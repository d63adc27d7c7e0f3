package io.waypost.app.watch;

import io.waypost.core.watch.ClearCause;
import java.time.Instant;
import java.util.UUID;

/** A finding no longer stands. Published inside the transaction that cleared it. */
public record SilenceCleared(UUID findingId, String waybill, Instant at, ClearCause cause) {}
