package io.waypost.app.anomaly;

import io.waypost.core.anomaly.Anomaly;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An anomaly as it is kept.
 *
 * @param raisedAt when the platform saw it
 * @param ticketId the ticket that was opened for it or that it joined
 */
record KeptAnomaly(String waybill, Anomaly anomaly, Instant raisedAt, @Nullable UUID ticketId) {}
