package io.waypost.core.watch;

import java.util.List;

/** Announced closures (停运公告) as pauses, by the site whose parcels rest. */
@FunctionalInterface
public interface ClosureBook {

    /** No site is closed. */
    ClosureBook NONE = _ -> List.of();

    /** The closures that hold up the parcels at, or on the way to, the given site. */
    List<Pause> closing(String site);
}
