package io.waypost.chat.edge;

import io.waypost.chat.ChatHost;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** What the connections of one node share. */
final class Edge {

    final ChatHost host;
    final ChatLimits limits;
    final InstantSource clock;
    final LongSupplier nanoTime;
    final Seats seats = new Seats();
    final Counters counters = new Counters();
    final Connections connections;
    final Outages outages;
    final Answers answers;

    Edge(ChatHost host, ChatLimits limits, InstantSource clock, LongSupplier nanoTime) {
        this.host = host;
        this.limits = limits;
        this.clock = clock;
        this.nanoTime = nanoTime;
        connections = new Connections(limits);
        outages = new Outages(nanoTime);
        answers = new Answers(host, counters, outages);
    }
}
