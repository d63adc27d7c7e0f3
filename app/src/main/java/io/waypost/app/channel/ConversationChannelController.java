package io.waypost.app.channel;

import io.waypost.app.conversation.Conversation;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.desk.DeskTalks;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.contact.ContactChannel;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What whoever has a conversation should know of the channel that carries it. */
@RestController
@RequestMapping("/api/v1/desk/conversations/{id}")
class ConversationChannelController {

    private final Conversations conversations;
    private final ChannelAccountDesk accounts;
    private final ChannelAdapters adapters;
    private final ChannelDeliveryStore deliveries;
    private final ChannelSignal signal;
    private final DeskTalks desk;
    private final ChannelWork work;
    private final Clock wall;

    ConversationChannelController(Conversations conversations, ChannelAccountDesk accounts,
            ChannelAdapters adapters, ChannelDeliveryStore deliveries, ChannelSignal signal, DeskTalks desk,
            ChannelWork work, @Qualifier("wallClock") Clock wall) {
        this.conversations = conversations;
        this.accounts = accounts;
        this.adapters = adapters;
        this.deliveries = deliveries;
        this.signal = signal;
        this.desk = desk;
        this.work = work;
        this.wall = wall;
    }

    /** How far an entry has come; {@code code} says why it did not arrive. */
    record EntryDelivery(long seq, DeliveryState state, @Nullable String code, Instant at) {}

    /** The channel of a conversation; {@code limits} is null for our own chat, which has none. */
    record ConversationChannel(ContactChannel channel, @Nullable String accountName, @Nullable ChannelLimits limits,
            List<EntryDelivery> deliveries) {}

    @GetMapping("/channel")
    ConversationChannel channel(@PathVariable UUID id) {
        if (!desk.mayRead(id)) {
            throw Refusal.notFound("conversation", id);
        }
        return work.whole(() -> view(conversations.find(id).orElseThrow(() -> Refusal.notFound("conversation", id))));
    }

    @PostMapping("/deliveries/{seq}/again")
    ConversationChannel again(@PathVariable UUID id, @PathVariable long seq) {
        if (!(Acting.current() instanceof Actor.Person person) || !desk.mayWrite(person.id(), id)) {
            throw Refusal.notFound("conversation", id);
        }
        return work.whole(() -> {
            if (!deliveries.again(id, seq, wall.instant())) {
                throw Refusal.conflict("NOT_FAILED", "This message has left, or is on its way.");
            }
            signal.delivery();
            return view(conversations.find(id).orElseThrow());
        });
    }

    private ConversationChannel view(Conversation conversation) {
        var account = accounts.any(conversation.channel(), conversation.account()).orElse(null);
        var adapter = adapters.find(conversation.channel()).orElse(null);
        return new ConversationChannel(conversation.channel(), account == null ? null : account.name(),
                account == null || adapter == null ? null : limits(adapter, account, conversation),
                deliveries.of(conversation.id()).stream()
                        .map(each -> new EntryDelivery(each.seq(), each.state(), each.code(), each.at())).toList());
    }

    private static ChannelLimits limits(ChannelAdapter adapter, ChannelAccount account, Conversation conversation) {
        var limits = adapter.limits(account, conversation);
        return account.active()
                ? limits
                : new ChannelLimits(limits.until(), limits.left(), limits.mostBytes(), limits.files(), "ACCOUNT_OFF");
    }
}
