package io.waypost.app.chat;

import io.waypost.app.chat.ChatDeviceStore.Wake;
import io.waypost.app.conversation.Conversation;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.Entry;
import io.waypost.app.conversation.GrowthWatcher;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.outbox.Outbox;
import io.waypost.app.outbox.OutgoingMessage;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.outbox.MessageClass;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wakes the app (唤醒推送): an answer that its reader has not seen after some seconds is announced to their devices, once however many
 * answers there are, and without a word of what it says.
 */
@Component
class ChatWakeUp implements GrowthWatcher {

    private static final Duration UNSEEN = Duration.ofSeconds(8);

    private final ChatDeviceStore store;
    private final Conversations conversations;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock wall;

    ChatWakeUp(ChatDeviceStore store, Conversations conversations, Outbox outbox, TransactionTemplate transaction,
            @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.conversations = conversations;
        this.outbox = outbox;
        this.transaction = transaction;
        this.wall = wall;
    }

    @Override
    public void grown(List<Entry> entries) {
        var told = entries.stream().filter(entry -> (entry.author() == Author.AGENT || entry.author() == Author.BOT)
                && entry.kind().forCustomers()).toList();
        if (told.isEmpty()) {
            return;
        }
        var chats = conversations.all(told.stream().map(Entry::conversation).distinct().toList()).stream()
                .filter(conversation -> conversation.channel() == ContactChannel.CHAT)
                .collect(Collectors.toMap(Conversation::id, Function.identity()));
        var reached = chats.isEmpty()
                ? java.util.Set.of()
                : store.withDevice(chats.values().stream().map(Conversation::identity).toList());
        for (var entry : told) {
            var chat = chats.get(entry.conversation());
            if (chat != null && reached.contains(chat.identity())) {
                store.wake(new Wake(chat.id(), chat.identity(), entry.seq()), entry.at().plus(UNSEEN));
            }
        }
    }

    @Scheduled(fixedDelayString = "PT2S")
    void run() {
        Acting.as(new Actor.Internal("chat"), () -> transaction.executeWithoutResult(_ -> {
            for (var wake : store.takeDue(wall.instant())) {
                conversations.find(wake.conversation())
                        .filter(conversation -> conversation.readByCustomer() < wake.seq())
                        .ifPresent(_ -> announce(wake));
            }
        }));
    }

    private void announce(Wake wake) {
        int number = 0;
        for (var device : store.of(wake.identity())) {
            outbox.add(OutgoingMessage.push("chat-wake %s %d %d".formatted(wake.conversation(), wake.seq(), number++),
                    MessageClass.SERVICE, device, "客服回复了您", "点开看看客服的回复。",
                    Map.of("conversation", wake.conversation().toString())));
        }
    }
}
