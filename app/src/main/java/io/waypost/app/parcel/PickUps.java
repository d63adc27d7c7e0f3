package io.waypost.app.parcel;

import java.time.Instant;
import java.util.Map;

/** How many parcels entered the network where (揽收量), to hold other counts against; within the caller's transaction. */
public interface PickUps {

    /**
     * The parcels that the platform first heard of between two instants, by the site that sent them; the empty text stands for
     * those whose origin is not known. Reads every parcel of that time: for a month that is over, to be kept by the caller.
     */
    Map<String, Long> bySite(Instant from, Instant until);
}
