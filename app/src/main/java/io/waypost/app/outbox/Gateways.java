package io.waypost.app.outbox;

import io.waypost.core.outbox.Channel;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The gateways of each channel, in the order in which they are tried. */
record Gateways(Map<Channel, List<Gateway>> byChannel) {

    Gateways {
        byChannel = Map.copyOf(byChannel);
    }

    static Gateways of(List<Gateway> gateways) {
        var byChannel = new EnumMap<Channel, List<Gateway>>(Channel.class);
        for (var channel : Channel.values()) {
            var ours = gateways.stream().filter(gateway -> gateway.channel() == channel).toList();
            if (!ours.isEmpty()) {
                byChannel.put(channel, ours);
            }
        }
        return new Gateways(byChannel);
    }

    List<Gateway> all() {
        return byChannel.values().stream().flatMap(List::stream).toList();
    }

    /** Those of a channel; empty where nothing can be sent by it. */
    List<Gateway> of(Channel channel) {
        return byChannel.getOrDefault(channel, List.of());
    }

    /** The channels by which something can be sent. */
    Set<Channel> channels() {
        return byChannel.isEmpty() ? Set.of() : EnumSet.copyOf(byChannel.keySet());
    }
}
