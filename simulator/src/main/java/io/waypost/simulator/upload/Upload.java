package io.waypost.simulator.upload;

import io.waypost.client.Scan;

/** A scan, and the epoch second at which it reaches the platform. */
public record Upload(long arrivesAt, Scan scan) {}
