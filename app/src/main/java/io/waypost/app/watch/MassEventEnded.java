package io.waypost.app.watch;

import java.time.Instant;

/** Most parcels of a mass event have moved. Published inside the transaction that ended it. */
public record MassEventEnded(MassEvent event, Instant at) {}
