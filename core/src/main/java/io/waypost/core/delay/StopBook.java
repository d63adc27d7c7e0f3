package io.waypost.core.delay;

/** Where it is found what is closed (停运簿). Whoever keeps closures and calendars implements it; the same scan must always give the same. */
@FunctionalInterface
public interface StopBook {

    /** A network that never closes. */
    StopBook NONE = _ -> Closed.NOTHING;

    /** What is closed on a parcel's way from that scan to its delivery. */
    Closed after(DelayPoint last);
}
