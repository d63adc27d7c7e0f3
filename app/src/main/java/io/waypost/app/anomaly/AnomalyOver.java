package io.waypost.app.anomaly;

import io.waypost.core.anomaly.Anomaly;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An anomaly that stood is over, or never was. Published inside the transaction that keeps it.
 *
 * @param ticketId the ticket that was opened for it or that it joined
 */
public record AnomalyOver(String waybill, Anomaly anomaly, Instant at, @Nullable UUID ticketId) {}
