package io.waypost.core.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the watch remembers of one parcel. Immutable.
 *
 * @param last the newest valid scan; null before the first
 * @param limit the limit of the present silence; null where none is watched
 * @param pauses known reasons to rest, without closures
 * @param finding the warning that stands
 * @param warnings how many warnings this silence has had
 * @param settled a person settled this silence: no further warning before the parcel moves
 */
public record WatchState(
        String waybill,
        @Nullable LastScan last,
        @Nullable Limit limit,
        List<Pause> pauses,
        @Nullable SilenceFinding finding,
        int warnings,
        boolean settled) {

    public WatchState {
        pauses = List.copyOf(pauses);
    }

    /** Nothing has been scanned yet. */
    public static WatchState unseen(String waybill) {
        return new WatchState(waybill, null, null, List.of(), null, 0, false);
    }

    WatchState silentFrom(LastScan scan, @Nullable Limit allowed, List<Pause> reasons) {
        return new WatchState(waybill, scan, allowed, reasons, null, 0, false);
    }

    WatchState allowing(Limit other) {
        return new WatchState(waybill, last, other, pauses, finding, warnings, settled);
    }

    WatchState resting(List<Pause> reasons) {
        return new WatchState(waybill, last, limit, reasons, finding, warnings, settled);
    }

    WatchState warned(SilenceFinding warning) {
        return new WatchState(waybill, last, limit, pauses, warning, warnings + 1, settled);
    }

    WatchState unwarned(boolean forGood) {
        return new WatchState(waybill, last, limit, pauses, null, warnings, forGood);
    }
}
