package io.waypost.app.outbox;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.outbox.ClaimStore.Claimed;
import io.waypost.app.outbox.ClaimStore.Fate;
import io.waypost.app.outbox.Gateway.Result;
import io.waypost.app.outbox.Gateway.Unknown;
import io.waypost.core.outbox.Channel;
import io.waypost.core.outbox.Lanes;
import io.waypost.core.outbox.MessageClass;
import io.waypost.core.outbox.MessageState;
import io.waypost.core.outbox.RetrySchedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
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
 * side drops doubles.
 */
@Component
class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final ClaimStore store;
    private final Gateways gateways;
    private final Outcomes outcomes;
    private final OutboxSettings settings;
    private final TransactionTemplate transaction;
    private final Clock wall;
    private final Clock business;

    Dispatcher(ClaimStore store, Gateways gateways, Outcomes outcomes, OutboxSettings settings,
            TransactionTemplate transaction, @Qualifier("wallClock") Clock wall, Clock business) {
        this.store = store;
        this.gateways = gateways;
        this.outcomes = outcomes;
        this.settings = settings;
        this.transaction = transaction;
        this.wall = wall;
        this.business = business;
    }

    /** Sends one batch; gives back how many messages it held. */
    int sendBatch(Channel channel) {
        var now = wall.instant();
        var batch = asPlatform(() -> store.claim(channel, shares(channel, now), now, now.plus(settings.lease())));
        if (!batch.isEmpty()) {
            var fates = send(channel, batch, now);
            asPlatform(() -> keep(fates));
        }
        return batch.size();
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

    /** How long until the next message is due. */
    Duration untilNext(Channel channel, Duration longest) {
        return asPlatform(() -> store.nextDue(channel, List.of()))
                .map(due -> Duration.between(wall.instant(), due))
                .filter(wait -> wait.compareTo(longest) < 0)
                .orElse(longest);
    }

    private Map<String, Integer> shares(Channel channel, Instant now) {
        var queues = Arrays.stream(MessageClass.values()).map(Enum::name).toList();
        var waiting = new EnumMap<MessageClass, Integer>(MessageClass.class);
        store.waiting(channel, queues, now, settings.batch())
                .forEach((queue, count) -> waiting.put(MessageClass.valueOf(queue), count));
        var shares = new LinkedHashMap<String, Integer>();
        Lanes.share(settings.batch(), waiting).forEach((kind, count) -> shares.put(kind.name(), count));
        return shares;
    }

    private List<Fate> send(Channel channel, List<Claimed> batch, Instant now) {
        var fates = new ArrayList<Fate>();
        var leaving = new ArrayList<Claimed>();
        for (var claimed : batch) {
            held(claimed, now).ifPresentOrElse(fates::add, () -> leaving.add(claimed));
        }
        var gateway = gateways.of(channel).getFirst();
        for (int from = 0; from < leaving.size(); from += gateway.most()) {
            var part = leaving.subList(from, Math.min(leaving.size(), from + gateway.most()));
            var results = submit(gateway, part);
            for (int i = 0; i < part.size(); i++) {
                fates.add(fate(part.get(i), results.get(i), gateway.name()));
            }
        }
        return fates;
    }

    /** Why a claimed message does not leave now. */
    private Optional<Fate> held(Claimed claimed, Instant now) {
        if (claimed.expiresAt() != null && !claimed.expiresAt().isAfter(now)) {
            return Optional.of(new Fate(claimed, MessageState.EXPIRED, false, null, null, 0, null, "EXPIRED"));
        }
        var zone = claimed.zone() == null ? settings.zone() : claimed.zone();
        var leaves = settings.quietHours().earliest(claimed.letter().kind(), now, zone);
        if (leaves.isAfter(now)) {
            return Optional.of(new Fate(claimed, MessageState.PENDING, false, leaves, null, claimed.refusals(), null,
                    "QUIET_HOURS"));
        }
        return Optional.empty();
    }

    private static List<Result> submit(Gateway gateway, List<Claimed> part) {
        try {
            var results = gateway.submit(part.stream().map(Claimed::letter).toList());
            if (results.size() == part.size()) {
                return results;
            }
            LOG.error("The gateway {} answered {} of {} messages; all count as unknown", gateway.name(), results.size(),
                    part.size());
        } catch (RuntimeException failure) {
            LOG.error("The gateway {} failed; whether {} messages left is unknown", gateway.name(), part.size(),
                    failure);
        }
        return Collections.nCopies(part.size(), new Unknown("GATEWAY_FAILED"));
    }

    private Fate fate(Claimed claimed, Result result, String provider) {
        return switch (result) {
            case Gateway.Accepted(var id) -> new Fate(claimed, MessageState.SENT, true, null, provider, 0, id, null);
            case Gateway.Arrived(var id) ->
                new Fate(claimed, MessageState.DELIVERED, true, null, provider, 0, id, null);
            case Gateway.Rejected(var code) ->
                new Fate(claimed, MessageState.REJECTED, true, null, provider, 0, null, code);
            case Gateway.Retryable(var code, var after) -> again(claimed, provider, code, after);
            case Unknown(var code) -> claimed.channel().repeatable()
                    ? again(claimed, provider, code, Duration.ZERO)
                    : new Fate(claimed, MessageState.UNKNOWN, true, null, provider, 0, null, code);
        };
    }

    private Fate again(Claimed claimed, String provider, String code, Duration after) {
        return RetrySchedule.after(claimed.channel(), claimed.attempts(), after)
                .map(wait -> new Fate(claimed, MessageState.PENDING, true, wall.instant().plus(wait), provider,
                        claimed.refusals() + 1, null, code))
                .orElseGet(() -> new Fate(claimed, MessageState.FAILED, true, null, provider, 0, null,
                        "GAVE_UP " + code));
    }

    private int keep(List<Fate> fates) {
        var now = business.instant();
        var kept = store.keep(fates, now);
        var ours = fates.stream().filter(fate -> kept.contains(fate.claimed().id())).toList();
        store.addAttempts(ours.stream().filter(Fate::counted).toList(), wall.instant());
        outcomes.tell(ours, now);
        return ours.size();
    }

    private <T> T asPlatform(Supplier<T> work) {
        return Acting.as(new Actor.Internal("outbox"),
                () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
