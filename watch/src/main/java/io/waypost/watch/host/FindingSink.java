package io.waypost.watch.host;

import java.util.List;

/** Takes over what was found. Called by several workers at once. */
@FunctionalInterface
public interface FindingSink {

    /**
     * Returns once all of it is kept for good; what was delivered before may come again and must not count twice.
     *
     * @throws RuntimeException if it cannot keep them now: they are delivered again after a while, and nothing is forgotten meanwhile
     */
    void deliver(List<WatchFinding> findings);
}
