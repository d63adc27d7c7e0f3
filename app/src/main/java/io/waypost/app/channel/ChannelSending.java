package io.waypost.app.channel;

import io.waypost.app.channel.ChannelDeliveryStore.Delivery;
import io.waypost.app.channel.SendResult.Later;
import io.waypost.app.channel.SendResult.Never;
import io.waypost.app.channel.SendResult.Sent;
import io.waypost.app.channel.SendResult.Unknown;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.Customers;
import io.waypost.app.kernel.Acting;
import io.waypost.app.live.LiveFeed;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what waits, one conversation's in its order, each part once. Where nobody knows whether something left it is not sent again by
 * itself: a customer who is told twice trusts us less than one whose agent looks.
 */
@Component
class ChannelSending {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelSending.class);

    private final ChannelDeliveryStore store;
    private final ChannelAdapters adapters;
    private final ChannelAccounts accounts;
    private final Conversations conversations;
    private final Customers customers;
    private final LiveFeed live;
    private final ChannelWork work;
    private final Clock wall;

    ChannelSending(ChannelDeliveryStore store, ChannelAdapters adapters, ChannelAccounts accounts,
            Conversations conversations, Customers customers, LiveFeed live, ChannelWork work,
            @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.adapters = adapters;
        this.accounts = accounts;
        this.conversations = conversations;
        this.customers = customers;
        this.live = live;
        this.work = work;
        this.wall = wall;
    }

    /** Sends the next that is due; false where nothing is. */
    boolean next() {
        var claimed = work.whole(() -> store.claim(wall.instant()));
        claimed.ifPresent(this::send);
        return claimed.isPresent();
    }

    private void send(Delivery delivery) {
        var adapter = adapters.find(delivery.channel()).orElse(null);
        var account = accounts.active(delivery.channel(), delivery.account()).orElse(null);
        if (adapter == null || account == null) {
            settle(delivery, DeliveryState.FAILED, null, "ACCOUNT_OFF", wall.instant());
            return;
        }
        SendResult result;
        try {
            result = parts(adapter, account, delivery);
        } catch (RuntimeException failure) {
            LOG.warn("An entry could not be sent on {}", delivery.channel(), failure);
            result = new Unknown("ADAPTER_FAILED");
        }
        switch (result) {
            case Sent(var extId) -> {
                settle(delivery, DeliveryState.SENT, extId, null, wall.instant());
                Acting.as(ChannelWork.CHANNEL, () -> adapter.settled(account, extId));
            }
            case Never(var code) -> settle(delivery, DeliveryState.FAILED, null, code, wall.instant());
            case Unknown(var code) -> settle(delivery, DeliveryState.UNKNOWN, null, code, wall.instant());
            case Later(var code, var after) -> adapter.again(delivery.attempts()).ifPresentOrElse(
                    own -> settle(delivery, DeliveryState.QUEUED, null, code,
                            wall.instant().plus(own.compareTo(after) > 0 ? own : after)),
                    () -> settle(delivery, DeliveryState.FAILED, null, code, wall.instant()));
        }
    }

    private SendResult parts(ChannelAdapter adapter, ChannelAccount account, Delivery delivery) {
        var message = work.whole(() -> message(adapter, delivery));
        return Acting.as(ChannelWork.CHANNEL, () -> {
            var parts = adapter.parts(account, message);
            if (parts.isEmpty()) {
                return new Never("NOT_SAID_HERE");
            }
            SendResult result = new Sent("");
            for (int i = Math.min(delivery.parts(), parts.size() - 1); i < parts.size(); i++) {
                result = adapter.send(account, message, parts.get(i));
                if (!(result instanceof Sent)) {
                    return result;
                }
                int left = i + 1;
                if (!work.whole(() -> store.part(delivery, left, wall.instant()))) {
                    return new Unknown("LEASE_EXPIRED");
                }
            }
            return result;
        });
    }

    private Outgoing message(ChannelAdapter adapter, Delivery delivery) {
        var conversation = conversations.find(delivery.conversation()).orElseThrow();
        var entry = conversations.entries(delivery.conversation(), delivery.seq() - 1, 1).getFirst();
        var text = ChannelSatisfaction.asks(entry)
                ? Objects.requireNonNull(adapter.satisfactionQuestion())
                : entry.text();
        return new Outgoing(conversation, entry, customers.address(conversation.identity()), text);
    }

    private void settle(Delivery delivery, DeliveryState state, @Nullable String extId, @Nullable String code,
            Instant due) {
        var id = extId == null || extId.isEmpty() ? null : extId;
        work.whole(() -> {
            store.settle(delivery, state, id, code, due, wall.instant());
            tell(delivery.conversation());
            return true;
        });
    }

    /** Whoever has the conversation open sees how far it has come. */
    void tell(UUID conversation) {
        conversations.find(conversation).ifPresent(found -> {
            var data = Map.of("conversation", conversation.toString());
            live.tell("channel", found.unitPath(), data);
            if (found.agentPath() != null && !found.agentPath().equals(found.unitPath())) {
                live.tell("channel", found.agentPath(), data);
            }
        });
    }

    @Scheduled(fixedDelayString = "PT10S")
    void lookForLost() {
        work.whole(() -> {
            store.lost(wall.instant()).forEach(lost -> tell(lost.conversation()));
            return true;
        });
    }
}
