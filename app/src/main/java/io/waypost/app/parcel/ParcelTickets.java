package io.waypost.app.parcel;

import java.util.Collection;
import java.util.Map;

/** What the parcel pages want to know about tickets; the feature that keeps tickets answers. */
public interface ParcelTickets {

    /** How many tickets are open, for those of the waybills that have any. */
    Map<String, Integer> open(Collection<String> waybills);
}
