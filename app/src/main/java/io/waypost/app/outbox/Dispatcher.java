package io.waypost.app.outbox;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.outbox.ClaimStore.Claimed;
import io.waypost.app.outbox.ClaimStore.Fate;
import io.waypost.core.outbox.Channel;
import io.waypost.core.outbox.Lanes;
import io.waypost.core.outbox.MessageClass;
import io.waypost.core.outbox.MessageState;
import io.waypost.core.outbox.Suppression;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits: claims a batch in one transaction, hands it to a gateway outside of any, and writes down what became of it in
 * another.
 *
 * <p>A message is handed over again only where the gateway says that it certainly did not leave. Whatever is in doubt — an answer
 * that got lost, a node that died in between — ends as {@code UNKNOWN} and waits for a report or a person, except where the other
 * side drops doubles. Calls to partners are claimed by endpoint and sent beside the loop, so that a slow partner delays nobody.
 */
@Component
class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final ClaimStore store;
    private final Checks checks;
    private final Sending sending;
    private final Providers providers;
    private final Inbound inbound;
    private final SuppressionStore suppressions;
    private final Outcomes outcomes;
    private final OutboxSettings settings;
    private final TransactionTemplate transaction;
    private final Clock wall;
    private final Clock business;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private volatile Consumer<Channel> whenFree = _ -> {};

    Dispatcher(ClaimStore store, Checks checks, Sending sending, Providers providers, Inbound inbound,
            SuppressionStore suppressions, Outcomes outcomes, OutboxSettings settings, TransactionTemplate transaction,
            @Qualifier("wallClock") Clock wall, Clock business) {
        this.store = store;
        this.checks = checks;
        this.sending = sending;
        this.providers = providers;
        this.inbound = inbound;
        this.suppressions = suppressions;
        this.outcomes = outcomes;
        this.settings = settings;
        this.transaction = transaction;
        this.wall = wall;
        this.business = business;
    }

    private record Batch(List<Claimed> claimed, Checks.Known known) {}

    /** Who is told when an endpoint that was busy may get more. */
    void whenFree(Consumer<Channel> told) {
        whenFree = told;
    }

    /** Sends one batch, calls to partners only until they are under way; gives back how many messages it held. */
    int sendBatch(Channel channel) {
        var now = wall.instant();
        if (channel == Channel.WEBHOOK) {
            return sendCalls(now);
        }
        int room = providers.room(channel, settings.batch(), now);
        if (room == 0) {
            return 0;
        }
        var batch = claim(channel, () -> shares(channel, room, now), now);
        if (!batch.claimed().isEmpty()) {
            finish(sending.send(channel, batch.claimed(), batch.known(), now));
        }
        return batch.claimed().size();
    }

    /** Gives up what nodes left lying that died; gives back how many. */
    int giveUpLeases() {
        return asPlatform(() -> {
            var lost = store.giveUpLeases(wall.instant());
            if (!lost.isEmpty()) {
                LOG.warn("{} messages were being sent when a node stopped; whether they left is unknown", lost.size());
                outcomes.tellLost(lost, business.instant());
            }
            return lost.size();
        });
    }

    /** How long until the next message may leave. */
    Duration untilNext(Channel channel, Duration longest) {
        var now = wall.instant();
        if (channel != Channel.WEBHOOK && providers.room(channel, 1, now) == 0) {
            return providers.untilRoom(channel, now, longest);
        }
        return asPlatform(() -> store.nextDue(channel, channel == Channel.WEBHOOK ? closed(now) : List.of()))
                .map(due -> Duration.between(wall.instant(), due))
                .filter(wait -> wait.compareTo(longest) < 0)
                .orElse(longest);
    }

    /** Whether calls to partners are under way on this node. */
    boolean isBusy() {
        return !busy.isEmpty();
    }

    private int sendCalls(Instant now) {
        var batch = claim(Channel.WEBHOOK, () -> {
            var rooms = new LinkedHashMap<String, Integer>();
            for (var endpoint : store.queues(Channel.WEBHOOK)) {
                int room = busy.contains(endpoint) ? 0 : providers.roomOfEndpoint(endpoint, now);
                if (room > 0) {
                    rooms.put(endpoint, room);
                }
            }
            return rooms;
        }, now);
        batch.claimed().stream().collect(Collectors.groupingBy(Claimed::queue)).forEach((endpoint, calls) -> {
            busy.add(endpoint);
            Thread.ofVirtual().name("outbox-call").start(() -> call(endpoint, calls, batch.known(), now));
        });
        return batch.claimed().size();
    }

    private void call(String endpoint, List<Claimed> calls, Checks.Known known, Instant now) {
        try {
            var fates = sending.send(Channel.WEBHOOK, calls, known, now);
            boolean worked = fates.stream().anyMatch(fate -> fate.state() != MessageState.PENDING
                    && fate.state() != MessageState.FAILED);
            providers.triedEndpoint(endpoint, worked, wall.instant());
            finish(fates);
        } catch (RuntimeException failure) {
            // Their lease runs out, and they are called again: partners drop doubles.
            LOG.error("Calls to the endpoint {} could not be finished", endpoint, failure);
        } finally {
            busy.remove(endpoint);
            whenFree.accept(Channel.WEBHOOK);
        }
    }

    private Batch claim(Channel channel, Supplier<Map<String, Integer>> most, Instant now) {
        return asPlatform(() -> {
            var claimed = store.claim(channel, most.get(), now, now.plus(settings.lease()));
            return new Batch(claimed, checks.load(channel, claimed, now));
        });
    }

    private List<String> closed(Instant now) {
        return store.queues(Channel.WEBHOOK).stream()
                .filter(each -> busy.contains(each) || providers.roomOfEndpoint(each, now) == 0).toList();
    }

    private Map<String, Integer> shares(Channel channel, int room, Instant now) {
        var queues = Arrays.stream(MessageClass.values()).map(Enum::name).toList();
        var waiting = new EnumMap<MessageClass, Integer>(MessageClass.class);
        store.waiting(channel, queues, now, room)
                .forEach((queue, count) -> waiting.put(MessageClass.valueOf(queue), count));
        var shares = new LinkedHashMap<String, Integer>();
        Lanes.share(room, waiting).forEach((kind, count) -> shares.put(kind.name(), count));
        return shares;
    }

    private void finish(List<Fate> fates) {
        asPlatform(() -> {
            var now = business.instant();
            var kept = store.keep(fates, now);
            var ours = fates.stream().filter(fate -> kept.contains(fate.claimed().id())).toList();
            store.addAttempts(ours.stream().filter(Fate::counted).toList(), wall.instant());
            outcomes.tell(ours, now);
            ours.stream().filter(fate -> Gateway.NO_SUCH_RECIPIENT.equals(fate.error()))
                    .forEach(fate -> suppressions.add(fate.claimed().channel(), fate.claimed().letter().to(),
                            Suppression.UNREACHABLE, null, String.valueOf(fate.provider()), now));
            return ours.size();
        });
        // In a transaction of its own, so that a report that came before the answer is not overlooked.
        var sent = fates.stream().filter(fate -> fate.state() == MessageState.SENT
                || fate.state() == MessageState.UNKNOWN).map(fate -> fate.claimed().id()).toList();
        if (!sent.isEmpty()) {
            inbound.answered(sent);
        }
    }

    private <T> T asPlatform(Supplier<T> work) {
        return Acting.as(new Actor.Internal("outbox"),
                () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
