package io.waypost.app.delay;

import io.waypost.app.identity.OnDuty;
import io.waypost.app.network.UnitRef;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Today's list of promises in danger is there for somebody. Published inside the transaction that handed it out; to be listened to in it.
 *
 * @param unit whose list it is: the site itself, or the unit above that names the duty person for some of its sites
 * @param sites how many sites it sums up
 * @param firstActBy the soonest of the instants until when something can be saved
 */
public record DelayListReady(UnitRef unit, int sites, long saveable, long hardly, long late,
        @Nullable Instant firstActBy, OnDuty to, LocalDate day, Instant at) {}
