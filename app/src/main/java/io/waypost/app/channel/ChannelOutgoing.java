package io.waypost.app.channel;

import io.waypost.app.channel.ChannelDeliveryStore.NewDelivery;
import io.waypost.app.conversation.Conversation;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.Entry;
import io.waypost.app.conversation.GrowthWatcher;
import io.waypost.core.contact.Author;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Puts in line what agents and machines say in conversations that others carry, in the transaction that keeps it: what is on an agent's
 * screen leaves, or says that it did not. Who has joined or left is not told there, where messages are counted.
 */
@Component
class ChannelOutgoing implements GrowthWatcher {

    private final ChannelDeliveryStore store;
    private final ChannelAdapters adapters;
    private final Conversations conversations;
    private final ChannelSignal signal;
    private final Clock wall;

    ChannelOutgoing(ChannelDeliveryStore store, ChannelAdapters adapters, Conversations conversations,
            ChannelSignal signal, @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.adapters = adapters;
        this.conversations = conversations;
        this.signal = signal;
        this.wall = wall;
    }

    @Override
    public void grown(List<Entry> entries) {
        var told = entries.stream().filter(entry -> said(entry) || ChannelSatisfaction.asks(entry)).toList();
        if (told.isEmpty()) {
            return;
        }
        var byId = conversations.all(told.stream().map(Entry::conversation).distinct().toList()).stream()
                .collect(Collectors.toMap(Conversation::id, Function.identity()));
        var deliveries = new ArrayList<NewDelivery>();
        for (var entry : told) {
            var conversation = byId.get(entry.conversation());
            if (conversation != null && leaves(entry, conversation)) {
                deliveries.add(new NewDelivery(entry.conversation(), entry.seq(), conversation.channel(),
                        conversation.account()));
            }
        }
        if (!deliveries.isEmpty()) {
            store.add(deliveries, wall.instant());
            signal.delivery();
        }
    }

    private static boolean said(Entry entry) {
        return (entry.author() == Author.AGENT || entry.author() == Author.BOT) && switch (entry.kind()) {
            case TEXT, IMAGE, FILE -> true;
            case NOTE, EVENT -> false;
        };
    }

    private boolean leaves(Entry entry, Conversation conversation) {
        return adapters.find(conversation.channel())
                .filter(adapter -> said(entry) || adapter.satisfactionQuestion() != null).isPresent();
    }
}
