package io.waypost.simulator;

import io.waypost.client.Closure;
import io.waypost.client.Parcel;
import io.waypost.client.Scan;
import java.time.Instant;

/** Something that the network does towards the platform, at a time of the simulation. */
public sealed interface Action {

    /** When the platform gets it. */
    Instant at();

    /** An order is registered. */
    record Register(Instant at, Parcel parcel) implements Action {}

    /** A scan arrives; when it was made is in the scan, as far as the device's clock can be trusted. */
    record Upload(Instant at, Scan scan) implements Action {}

    /** A stop is announced. */
    record Announce(Instant at, Closure closure) implements Action {}
}
