package io.waypost.core.outbox;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which provider a message goes to (通道切换): the first in order that works. One that could not take the message some times in a row is
 * passed over in favour of the next; a message whose fate is unknown is never given to another.
 */
public final class Fallback {

    private Fallback() {}

    /**
     * The provider for the next try; empty where none works at the moment.
     *
     * @param order the providers in order
     * @param working those that may be tried now
     * @param last who was tried last; null for the first try
     * @param refusals how many times in a row that one could not take it
     * @param most after how many refusals the next in order takes over
     */
    public static Optional<String> choose(List<String> order, Set<String> working, @Nullable String last, int refusals,
            int most) {
        int from = last == null ? 0 : Math.max(0, order.indexOf(last));
        if (last != null && refusals >= most) {
            from++;
        }
        // After the last in order the first has its turn again: it may work by now.
        for (int i = 0; i < order.size(); i++) {
            var provider = order.get((from + i) % order.size());
            if (working.contains(provider)) {
                return Optional.of(provider);
            }
        }
        return Optional.empty();
    }
}
