package io.waypost.chat.edge;

import io.netty.util.concurrent.EventExecutor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** One clockwork for each event loop, instead of one timer for each of thousands of connections. */
final class Tickers {

    private final ConcurrentHashMap<EventExecutor, Set<Ticking>> ofLoops = new ConcurrentHashMap<>();

    /** From now on it is ticked; in its event loop. */
    void add(EventExecutor loop, Ticking ticking) {
        ofLoops.computeIfAbsent(loop, Tickers::started).add(ticking);
    }

    /** No longer; in its event loop. */
    void remove(EventExecutor loop, Ticking ticking) {
        var ofLoop = ofLoops.get(loop);
        if (ofLoop != null) {
            ofLoop.remove(ticking);
        }
    }

    private static Set<Ticking> started(EventExecutor loop) {
        var all = new LinkedHashSet<Ticking>();
        var _ = loop.scheduleAtFixedRate(() -> List.copyOf(all).forEach(Ticking::tick), 1, 1,
                TimeUnit.SECONDS);
        return all;
    }
}
