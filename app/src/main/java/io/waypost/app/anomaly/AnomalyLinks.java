package io.waypost.app.anomaly;

import java.util.UUID;

/** What the feature that keeps tickets says about anomalies; within the caller's transaction. */
public interface AnomalyLinks {

    /** This ticket was opened for the anomaly, or is about it too. */
    void ticket(UUID anomalyId, UUID ticketId);

    /** Whether an anomaly stands that this ticket is about. */
    boolean standing(UUID ticketId);
}
