package io.waypost.simulator.truth;

import java.time.Instant;

/** A warning to be judged: this parcel was called silent, at this instant, since that one. */
public record Warning(String waybill, Instant raisedAt, Instant silentSince) {}
