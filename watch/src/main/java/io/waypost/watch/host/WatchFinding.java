package io.waypost.watch.host;

import io.waypost.core.watch.ClearCause;
import io.waypost.core.watch.ParcelState;
import org.jspecify.annotations.Nullable;

/**
 * What the watch found about a parcel. It may be handed over more than once, always the same: the parcel's key, the kind and {@code at}
 * together name it.
 *
 * @param cleared why a warning no longer stands; null for other kinds
 * @param at the logical second of the limit, or of what cleared it, or of the suspicion
 * @param since the second of the last scan, since when the parcel is silent
 * @param limitVersion the version of the table of limits that counted
 * @param site numbers of the site of the last scan and of the one it was sent to
 * @param lane number of the lane before it
 */
public record WatchFinding(
        long key,
        Kind kind,
        @Nullable ClearCause cleared,
        int at,
        int since,
        int limitVersion,
        int type,
        int stage,
        int site,
        int nextSite,
        int lane) {

    /** What it says. */
    public enum Kind {
        /** The parcel is silent for longer than it may. */
        SILENT,
        /** A warning of silence no longer stands. */
        CLEARED,
        /** Its course may be wrong: the rules of anomalies should be asked about all of its scans. */
        SUSPECTED
    }

    /** The parcel is silent; the state is the one with which the warning stands. */
    public static WatchFinding silent(long key, ParcelState state, int at) {
        return of(key, Kind.SILENT, null, state, at);
    }

    /** A warning no longer stands; the state is the one with which it stood. */
    public static WatchFinding cleared(long key, ParcelState before, int at, ClearCause cause) {
        return of(key, Kind.CLEARED, cause, before, at);
    }

    /** The parcel's course may be wrong. */
    public static WatchFinding suspected(long key, ParcelState state, int at) {
        return of(key, Kind.SUSPECTED, null, state, at);
    }

    private static WatchFinding of(long key, Kind kind, @Nullable ClearCause cause, ParcelState state, int at) {
        return new WatchFinding(key, kind, cause, at, state.lastAt, state.limitVersion, state.type, state.stage,
                state.site, state.nextSite, state.lane);
    }
}
