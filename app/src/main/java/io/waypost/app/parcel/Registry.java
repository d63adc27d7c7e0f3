package io.waypost.app.parcel;

import io.waypost.core.waybill.Registration;
import java.time.Instant;
import java.util.List;

/** Where waybills are registered (运单登记). */
public interface Registry {

    /** Registers the waybills in one transaction; of two about the same one the later counts. Gives back how many were new. */
    int register(List<Registration> registrations, Instant arrival);
}
