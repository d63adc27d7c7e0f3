package io.waypost.app.watch;

import io.waypost.app.parcel.AppliedScan;
import io.waypost.core.watch.SilenceWatch;
import io.waypost.core.watch.WatchEvent;
import io.waypost.core.watch.WatchState;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Carries {@code core.watch.SilenceWatch} over all parcels: keeps their states, feeds them scans, and notices when time has passed.
 *
 * <p>Every method joins the caller's transaction, so that findings stand or fall with what caused them. Whatever keeps the states, the
 * same scans in the same order of arrival must give the same findings.
 */
interface SilenceEngine {

    /** Applies scans in the order of their arrival. */
    void scanned(List<AppliedScan> scans);

    /** Applies something that happened to one parcel now. */
    void happened(String waybill, WatchEvent event);

    /** The states of those of the parcels that have one. */
    Map<String, WatchState> states(Collection<String> waybills);

    /** The rule with the limits and closures of now. */
    SilenceWatch watch();

    /** Looks again at the parcels held up at or below the path: a closure there has changed. */
    void reconsider(String unitPath);
}
