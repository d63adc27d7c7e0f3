package io.waypost.chat.edge;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What is counted. */
final class Counters {

    final AtomicInteger sockets = new AtomicInteger();
    final AtomicInteger streams = new AtomicInteger();
    final AtomicInteger polls = new AtomicInteger();
    final LongAdder taken = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder unreadable = new LongAdder();
    final LongAdder busy = new LongAdder();
    final LongAdder slow = new LongAdder();
    final LongAdder dead = new LongAdder();

    ChatCounts read(int connections) {
        return new ChatCounts(
                sockets.get(),
                streams.get(),
                polls.get(),
                connections,
                taken.sum(),
                refused.sum(),
                unreadable.sum(),
                busy.sum(),
                slow.sum(),
                dead.sum());
    }
}
