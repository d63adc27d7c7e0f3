package io.waypost.app.outbox;

import io.waypost.core.outbox.Channel;
import io.waypost.core.outbox.Circuit;
import io.waypost.core.outbox.Fallback;
import io.waypost.core.outbox.TokenBucket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What this node knows of the providers and endpoints: which work, and how much room their links have. Thread-safe. Another node, or
 * the next start, finds out for itself.
 */
@Component
class Providers {

    private static final Circuit.Rule RULE = new Circuit.Rule(5, Duration.ofSeconds(10));
    private static final int ANY = Integer.MAX_VALUE;

    private final Gateways gateways;
    private final OutboxSettings settings;
    private final Map<String, Circuit> circuits = new HashMap<>();
    private final Map<String, TokenBucket> buckets = new HashMap<>();

    Providers(Gateways gateways, OutboxSettings settings) {
        this.gateways = gateways;
        this.settings = settings;
    }

    /** How a provider does, as the API shows it. */
    record Health(String name, Channel channel, boolean working, int failures, @Nullable Instant openUntil) {}

    /** How many messages the channel's providers take now, up to that many and to what one of them takes at once. */
    synchronized int room(Channel channel, int wanted, Instant now) {
        long room = 0;
        int atOnce = wanted;
        for (var gateway : gateways.of(channel)) {
            room += room(gateway, now);
            atOnce = Math.min(atOnce, gateway.most());
        }
        return (int) Math.min(room, atOnce);
    }

    /** How long until any of them takes one again; the longest where that is later. */
    synchronized Duration untilRoom(Channel channel, Instant now, Duration longest) {
        var shortest = longest;
        for (var gateway : gateways.of(channel)) {
            var circuit = circuit(key(gateway));
            var opens = circuit.openUntil() == null ? now : circuit.openUntil();
            var wait = Duration.between(now, opens);
            var bucket = bucket(gateway, now);
            if (bucket != null && bucket.untilOne().compareTo(wait) > 0) {
                wait = bucket.untilOne();
            }
            shortest = wait.compareTo(shortest) < 0 ? wait : shortest;
        }
        return shortest;
    }

    /** The provider for a message, whose room it takes; empty where none has any. */
    synchronized Optional<Gateway> choose(Channel channel, @Nullable String last, int refusals, Instant now) {
        var ours = gateways.of(channel);
        Set<String> working = new HashSet<>();
        ours.stream().filter(gateway -> room(gateway, now) > 0).forEach(gateway -> working.add(gateway.name()));
        var chosen = Fallback.choose(ours.stream().map(Gateway::name).toList(), working, last, refusals,
                settings.refusals());
        return chosen.map(name -> {
            var gateway = ours.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
            var bucket = bucket(gateway, now);
            if (bucket != null) {
                buckets.put(key(gateway), bucket.less(1));
            }
            if (circuit(key(gateway)).onTrial()) {
                // One try decides: until it has, no other message goes there.
                circuits.put(key(gateway), new Circuit(circuit(key(gateway)).failures(), now.plus(settings.lease())));
            }
            return gateway;
        });
    }

    /** Whether a message of that template may leave now, whose room it takes; how long it must wait if not. */
    synchronized Optional<Duration> templateWait(@Nullable String template, Instant now) {
        var rate = template == null ? null : settings.templates().get(template);
        if (rate == null) {
            return Optional.empty();
        }
        var key = "template " + template;
        var bucket = buckets.getOrDefault(key, TokenBucket.full(rate, now)).at(now);
        if (bucket.available(1) == 0) {
            return Optional.of(bucket.untilOne());
        }
        buckets.put(key, bucket.less(1));
        return Optional.empty();
    }

    /** Whether it took anything of what it was given. */
    synchronized void tried(Gateway gateway, boolean worked, Instant now) {
        tried(key(gateway), worked, now);
    }

    /** Whether an endpoint took anything of what it was given. */
    synchronized void triedEndpoint(String id, boolean worked, Instant now) {
        tried(endpoint(id), worked, now);
    }

    private void tried(String key, boolean worked, Instant now) {
        if (worked) {
            circuits.remove(key);
        } else {
            circuits.put(key, circuit(key).failed(RULE, now));
        }
    }

    private static String key(Gateway gateway) {
        return gateway.channel() + " " + gateway.name();
    }

    /** How many calls an endpoint gets at once: none while it is left alone, one to try it. */
    synchronized int roomOfEndpoint(String id, Instant now) {
        var circuit = circuit(endpoint(id));
        return !circuit.allows(now) ? 0 : circuit.onTrial() ? 1 : settings.webhook().atOnce();
    }

    private static String endpoint(String id) {
        return "endpoint " + id;
    }

    synchronized List<Health> health(Instant now) {
        var all = new ArrayList<Health>();
        for (var channel : Channel.values()) {
            for (var gateway : gateways.of(channel)) {
                var circuit = circuit(key(gateway));
                all.add(new Health(gateway.name(), channel, circuit.allows(now), circuit.failures(),
                        circuit.openUntil()));
            }
        }
        circuits.forEach((name, circuit) -> {
            if (name.startsWith("endpoint ")) {
                all.add(new Health(name.substring("endpoint ".length()), Channel.WEBHOOK, circuit.allows(now),
                        circuit.failures(), circuit.openUntil()));
            }
        });
        return all;
    }

    private int room(Gateway gateway, Instant now) {
        var circuit = circuit(key(gateway));
        if (!circuit.allows(now)) {
            return 0;
        }
        var bucket = bucket(gateway, now);
        int room = bucket == null ? ANY : bucket.available(ANY);
        return circuit.onTrial() ? Math.min(1, room) : room;
    }

    private Circuit circuit(String name) {
        return circuits.getOrDefault(name, Circuit.CLOSED);
    }

    private @Nullable TokenBucket bucket(Gateway gateway, Instant now) {
        if (gateway.perSecond() <= 0) {
            return null;
        }
        var bucket = buckets.getOrDefault(key(gateway), TokenBucket.full(gateway.perSecond(), now)).at(now);
        buckets.put(key(gateway), bucket);
        return bucket;
    }
}
