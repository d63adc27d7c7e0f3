package io.waypost.app.outbox;

import io.waypost.app.outbox.ClaimStore.Claimed;
import io.waypost.app.outbox.ClaimStore.Fate;
import io.waypost.app.outbox.Gateway.Accepted;
import io.waypost.app.outbox.Gateway.Arrived;
import io.waypost.app.outbox.Gateway.Rejected;
import io.waypost.app.outbox.Gateway.Result;
import io.waypost.app.outbox.Gateway.Retryable;
import io.waypost.app.outbox.Gateway.Unknown;
import io.waypost.core.outbox.Channel;
import io.waypost.core.outbox.MessageState;
import io.waypost.core.outbox.RetrySchedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Hands claimed messages to the providers whose turn it is, outside of any transaction, and says what becomes of each. */
@Component
class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final Providers providers;
    private final Gateways gateways;
    private final Checks checks;
    private final Clock wall;

    Sending(Providers providers, Gateways gateways, Checks checks, @Qualifier("wallClock") Clock wall) {
        this.providers = providers;
        this.gateways = gateways;
        this.checks = checks;
        this.wall = wall;
    }

    List<Fate> send(Channel channel, List<Claimed> batch, Checks.Known known, Instant now) {
        var fates = new ArrayList<Fate>();
        Map<Gateway, List<Claimed>> leaving = new LinkedHashMap<>();
        for (var claimed : batch) {
            checks.held(claimed, known, now).ifPresentOrElse(fates::add, () -> route(channel, claimed, now)
                    .ifPresentOrElse(gateway -> leaving.computeIfAbsent(gateway, _ -> new ArrayList<>()).add(claimed),
                            () -> fates.add(Checks.later(claimed,
                                    now.plus(providers.untilRoom(channel, now, Duration.ofSeconds(30))),
                                    "NO_PROVIDER"))));
        }
        leaving.forEach((gateway, letters) -> {
            for (int from = 0; from < letters.size(); from += gateway.most()) {
                fates.addAll(hand(gateway, letters.subList(from, Math.min(letters.size(), from + gateway.most()))));
            }
        });
        return fates;
    }

    private java.util.Optional<Gateway> route(Channel channel, Claimed claimed, Instant now) {
        if (channel == Channel.WEBHOOK) {
            return gateways.of(channel).stream().findFirst();
        }
        return providers.choose(channel, claimed.provider(), claimed.refusals(), now);
    }

    private List<Fate> hand(Gateway gateway, List<Claimed> part) {
        var results = submit(gateway, part);
        if (gateway.channel() != Channel.WEBHOOK) {
            boolean worked = results.stream().anyMatch(each -> each instanceof Accepted || each instanceof Arrived
                    || each instanceof Rejected);
            providers.tried(gateway, worked, wall.instant());
        }
        var fates = new ArrayList<Fate>();
        for (int i = 0; i < part.size(); i++) {
            fates.add(fate(part.get(i), results.get(i), gateway.name()));
        }
        return fates;
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
            case Accepted(var id) -> new Fate(claimed, MessageState.SENT, true, null, provider, 0, id, null);
            case Arrived(var id) -> new Fate(claimed, MessageState.DELIVERED, true, null, provider, 0, id, null);
            case Rejected(var code) ->
                new Fate(claimed, MessageState.REJECTED, true, null, provider, 0, null, code);
            case Retryable(var code, var after) -> again(claimed, provider, code, after);
            case Unknown(var code) -> claimed.channel().repeatable()
                    ? again(claimed, provider, code, Duration.ZERO)
                    : new Fate(claimed, MessageState.UNKNOWN, true, null, provider, 0, null, code);
        };
    }

    private Fate again(Claimed claimed, String provider, String code, Duration after) {
        int refusals = provider.equals(claimed.provider()) ? claimed.refusals() + 1 : 1;
        return RetrySchedule.after(claimed.channel(), claimed.attempts(), after)
                .map(wait -> new Fate(claimed, MessageState.PENDING, true, wall.instant().plus(wait), provider,
                        refusals, null, code))
                .orElseGet(() -> new Fate(claimed, MessageState.FAILED, true, null, provider, 0, null,
                        "GAVE_UP " + code));
    }
}
