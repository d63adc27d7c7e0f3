package io.waypost.watch.host;

import io.waypost.core.watch.ClearCause;
import org.jspecify.annotations.Nullable;

/**
 * What the watch found about a parcel. It may be handed over more than once, always the same: the parcel's key, the kind and {@code at}
 * together name it.
 *
 * @param cleared why the warning no longer stands; null where it was raised
 * @param at the logical second of the limit, or of what cleared it
 * @param since the second of the last scan, since when the parcel is silent
 * @param limitVersion the version of the table of limits that counted
 * @param site numbers of the site of the last scan and of the one it was sent to
 * @param lane number of the lane before it
 */
public record WatchFinding(
        long key,
        @Nullable ClearCause cleared,
        int at,
        int since,
        int limitVersion,
        int type,
        int stage,
        int site,
        int nextSite,
        int lane) {}
