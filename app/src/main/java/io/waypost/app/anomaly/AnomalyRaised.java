package io.waypost.app.anomaly;

import io.waypost.core.anomaly.Anomaly;
import java.time.Instant;

/** Something is wrong with the course of a parcel, and somebody should act. Published inside the transaction that keeps it. */
public record AnomalyRaised(String waybill, Anomaly anomaly, Instant at) {}
