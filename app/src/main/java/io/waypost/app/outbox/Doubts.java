package io.waypost.app.outbox;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.outbox.ClaimStore.Claimed;
import io.waypost.app.outbox.ClaimStore.Fate;
import io.waypost.app.outbox.Gateway.Accepted;
import io.waypost.app.outbox.Gateway.Arrived;
import io.waypost.app.outbox.Gateway.Rejected;
import io.waypost.core.outbox.MessageState;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks providers that can be asked what became of messages whose answers got lost: every ten minutes, for a day. */
@Component
class Doubts {

    private static final Logger LOG = LoggerFactory.getLogger(Doubts.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration FOR = Duration.ofDays(1);
    private static final int MOST = 20;

    private final ClaimStore store;
    private final Gateways gateways;
    private final Inbound inbound;
    private final Outcomes outcomes;
    private final TransactionTemplate transaction;
    private final Clock wall;
    private final Clock business;

    Doubts(ClaimStore store, Gateways gateways, Inbound inbound, Outcomes outcomes, TransactionTemplate transaction,
            @Qualifier("wallClock") Clock wall, Clock business) {
        this.store = store;
        this.gateways = gateways;
        this.inbound = inbound;
        this.outcomes = outcomes;
        this.transaction = transaction;
        this.wall = wall;
        this.business = business;
    }

    /** Asks about some; gives back how many. */
    int ask() {
        int asked = 0;
        for (var gateway : gateways.all()) {
            if (gateway.canBeAsked()) {
                var now = wall.instant();
                var doubts = asPlatform(() -> store.doubts(gateway.name(), gateway.channel(), now, now.minus(EVERY),
                        now.minus(FOR), MOST));
                doubts.forEach(doubt -> ask(gateway, doubt));
                asked += doubts.size();
            }
        }
        return asked;
    }

    private void ask(Gateway gateway, Claimed doubt) {
        Optional<Gateway.Result> answer;
        try {
            answer = gateway.ask(doubt.letter(), wall.instant());
        } catch (RuntimeException failure) {
            LOG.warn("The provider {} could not be asked about {}", gateway.name(), doubt.id(), failure);
            return;
        }
        answer.ifPresent(result -> {
            switch (result) {
                case Accepted(var id) -> settle(doubt, MessageState.SENT, gateway.name(), id);
                case Arrived(var id) -> settle(doubt, MessageState.DELIVERED, gateway.name(), id);
                case Rejected(var code) ->
                    inbound.report(gateway.name(), "asked " + doubt.id(), doubt.id(), false, code);
                case Gateway.Retryable _,Gateway.Unknown _ -> {
                    // They do not know either: asked again later.
                }
            }
        });
    }

    private void settle(Claimed doubt, MessageState state, String provider, String providerId) {
        asPlatform(() -> {
            var now = business.instant();
            var fate = new Fate(doubt, state, true, null, provider, 0, providerId, null);
            if (!store.keep(List.of(fate), now).isEmpty()) {
                outcomes.tell(List.of(fate), now);
            }
            return state;
        });
        inbound.answered(List.of(doubt.id()));
    }

    private <T> T asPlatform(Supplier<T> work) {
        return Acting.as(new Actor.Internal("outbox"),
                () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
