package io.waypost.watch.host;

import io.waypost.core.watch.CompactWatch;
import io.waypost.core.watch.ParcelState;

/**
 * A parcel as the watch remembers it. Seconds count from 1970; sites and lanes are numbers.
 *
 * @param lastAt when it was last scanned in the hand, 0 before the first such scan
 * @param flags those of {@link ParcelState}
 * @param next when a warning is due if nothing happens, {@link CompactWatch#NEVER} if none is
 */
public record ParcelLook(long key, int lastAt, int lastArrival, int type, int stage, int site, int nextSite, int lane,
        int limitVersion, int flags, int next) {

    static ParcelLook of(long key, ParcelState state, int next) {
        return new ParcelLook(key, state.lastAt, state.lastArrival, state.type, state.stage, state.site, state.nextSite,
                state.lane, state.limitVersion, state.flags, next);
    }
}
