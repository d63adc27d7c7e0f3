package io.waypost.chat.edge;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many connections there are, in all and by address. */
final class Connections {

    private final ChatLimits limits;
    private final AtomicInteger all = new AtomicInteger();
    private final ConcurrentHashMap<String, Integer> ofAddress = new ConcurrentHashMap<>();

    Connections(ChatLimits limits) {
        this.limits = limits;
    }

    /** Whether there is room for one more in all; if so it is counted. */
    boolean enter() {
        if (all.incrementAndGet() <= limits.connections()) {
            return true;
        }
        all.decrementAndGet();
        return false;
    }

    void leave() {
        all.decrementAndGet();
    }

    /** Whether there is room for one more of this address; if so it is counted. */
    boolean enter(String address) {
        int most = limits.connectionsOfAddress();
        var counted = new boolean[1];
        ofAddress.compute(address, (_, count) -> {
            int now = count == null ? 0 : count;
            counted[0] = now < most;
            return counted[0] ? Integer.valueOf(now + 1) : count;
        });
        return counted[0];
    }

    void leave(String address) {
        ofAddress.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
    }

    int all() {
        return all.get();
    }
}
