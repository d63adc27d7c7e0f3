package io.waypost.core.outbox;

import java.util.EnumMap;
import java.util.Map;

/**
 * How the room of one batch is shared among the classes that wait (优先级通道). Each class has a share that nobody takes from it while
 * it has something to send, so that a million advertisements do not hold up one ticket, nor tickets a warning for ever; what a class
 * does not need goes to the others, the most pressing first.
 */
public final class Lanes {

    private Lanes() {}

    /**
     * How many messages of each class to take.
     *
     * @param room how many there may be in all
     * @param waiting how many of each class wait; a class that is not named has none
     */
    public static Map<MessageClass, Integer> share(int room, Map<MessageClass, Integer> waiting) {
        var taken = new EnumMap<MessageClass, Integer>(MessageClass.class);
        int left = Math.max(0, room);
        for (var kind : MessageClass.values()) {
            int reserved = Math.max(1, room * kind.share() / 100);
            int take = Math.min(Math.min(reserved, left), wanted(waiting, kind));
            taken.put(kind, take);
            left -= take;
        }
        for (var kind : MessageClass.values()) {
            int more = Math.min(left, wanted(waiting, kind) - taken.getOrDefault(kind, 0));
            taken.merge(kind, more, Integer::sum);
            left -= more;
        }
        taken.values().removeIf(count -> count == 0);
        return taken;
    }

    private static int wanted(Map<MessageClass, Integer> waiting, MessageClass kind) {
        return Math.max(0, waiting.getOrDefault(kind, 0));
    }
}
