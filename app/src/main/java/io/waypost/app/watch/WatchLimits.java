package io.waypost.app.watch;

import io.waypost.core.watch.Limits;

/** The table of limits, for another engine that watches by it. */
public interface WatchLimits {

    /** The version that counts now. */
    Limits current();
}
