package io.waypost.app.channel;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** The inbox behind its interface. */
@Service
class ChannelPost implements ChannelInbox {

    /** How long the bytes of what was taken are kept, for whoever must look what really came. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final ChannelInboundStore letters;
    private final ChannelDeliveryStore deliveries;
    private final ChannelSending sending;
    private final ChannelSignal signal;
    private final ChannelWork work;
    private final Clock wall;

    ChannelPost(ChannelInboundStore letters, ChannelDeliveryStore deliveries, ChannelSending sending,
            ChannelSignal signal, ChannelWork work, @Qualifier("wallClock") Clock wall) {
        this.letters = letters;
        this.deliveries = deliveries;
        this.sending = sending;
        this.signal = signal;
        this.work = work;
        this.wall = wall;
    }

    @Override
    public boolean take(ChannelAccount account, Letter letter) {
        boolean fresh = work.whole(() -> letters.add(account, letter, wall.instant()));
        if (fresh) {
            signal.letter();
        }
        return fresh;
    }

    @Override
    public void report(ChannelAccount account, Collection<String> extIds, DeliveryState state,
            @Nullable String code) {
        work.whole(() -> {
            deliveries.report(account, extIds, state, code, wall.instant())
                    .forEach(changed -> sending.tell(changed.conversation()));
            return true;
        });
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void forget() {
        while (work.whole(() -> letters.forget(wall.instant().minus(KEPT))) == 500) {
            // Further batches, each its own transaction.
        }
    }
}
