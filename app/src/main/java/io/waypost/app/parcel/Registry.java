package io.waypost.app.parcel;

import io.waypost.app.kernel.Scope;
import io.waypost.core.waybill.Registration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Where waybills are registered (运单登记). */
public interface Registry {

    /** Registers the waybills in one transaction; of two about the same one the later counts. Gives back how many were new. */
    int register(List<Registration> registrations, Instant arrival);

    /** Those of the waybills that are registered already, and with neither end in the scope: others' parcels. */
    Set<String> others(Collection<String> waybills, Scope scope);
}
